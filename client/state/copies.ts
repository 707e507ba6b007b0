import type { Counting, Estimate } from '../../server/contract/primitives.ts';
import { formatCount, formatSigned } from './figures.ts';

/** A figure counted once and with all copies; null where there is none. */
export type BothFigures = { once: number | null; all: number | null };

type NetEffect = Record<Counting, { net: Estimate | null }> | undefined;

/** The net of both countings. */
export const netsOf = (effect: NetEffect): BothFigures => ({
  once: effect?.once.net?.value ?? null,
  all: effect?.all.net?.value ?? null,
});

export const otherOf = (counting: Counting): Counting => (counting === 'once' ? 'all' : 'once');

/** Said of a figure of the counting that is not shown. */
export const WITH_COPIES: Record<Counting, string> = { once: 'counted once', all: 'with all copies' };

const hundredths = (value: number) => Math.round(value * 100);

/** Whether the copies move a figure as it is written, with two decimals. */
export const isMoved = ({ once, all }: BothFigures): boolean =>
  once !== null && all !== null && hundredths(once) !== hundredths(all);

/** ", with all copies +0.12": what a figure would be if copies were counted the other way; nothing where they do not move it. */
export const tellOther = (figures: BothFigures, counting: Counting, locale?: string): string => {
  const other = figures[otherOf(counting)];
  return other === null || !isMoved(figures)
    ? ''
    : `, ${WITH_COPIES[otherOf(counting)]} ${formatSigned(other, locale)}`;
};

/** What the copies do to the figures of a card, in a sentence: how many they move, and which most. */
export function tellCopies(figures: readonly (BothFigures & { label: string })[], locale?: string): string {
  const known = figures.flatMap(({ label, once, all }) =>
    once === null || all === null ? [] : [{ label, once, all }],
  );
  const moved = known.filter(isMoved);
  if (known.length === 0) return '';
  const of = formatCount(known.length, locale);
  if (moved.length === 0) return `Copies move none of the ${of} figures`;
  const most = moved.reduce((best, one) =>
    Math.abs(one.all - one.once) > Math.abs(best.all - best.once) ? one : best,
  );
  return `Copies move ${formatCount(moved.length, locale)} of ${of} figures, most ${most.label}: ${formatSigned(most.once, locale)} counted once, ${formatSigned(most.all, locale)} with all`;
}
