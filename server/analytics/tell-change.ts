import type { FoundChange } from './changes.ts';

/** Made once: making it takes longer than all that it formats. */
const { format: thousands } = new Intl.NumberFormat('en-US');
/** A real minus sign, and a plus where the scale has both. */
const signed = (value: number) => {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
};
const stars = (value: number) => value.toFixed(2);
const perCent = (value: number) => `${(100 * value).toFixed(1)} %`;

const moved = (from: string, to: string, isUp: boolean) =>
  from === to ? `stayed at ${to}` : `${isUp ? 'rose' : 'fell'} from ${from} to ${to}`;

const counts = ({ before, after }: FoundChange) => `n ${thousands(after.n)}, was ${thousands(before.n)}`;

/** The finding: what did what, from which figure to which. */
function finding(change: FoundChange, label: string | null, days: { before: number; after: number }): string {
  const { metric, product, before, after } = change;
  const of = product === null ? '' : ` of ${product}`;
  const [from, to] = [before.value ?? 0, after.value ?? 0];
  const isUp = to > from;
  if (metric === 'net') return `${label}${of} ${moved(signed(from), signed(to), isUp)} (${counts(change)})`;
  if (metric === 'stars') return `Average stars${of} ${moved(stars(from), stars(to), isUp)} (${counts(change)})`;
  if (metric === 'share') {
    const way = perCent(from) === perCent(to) ? 'as before' : `${isUp ? 'up' : 'down'} from ${perCent(from)}`;
    return `${label} is named in ${perCent(to)} of the reviews${of}, ${way} (${counts(change)})`;
  }
  const rates =
    days.before === days.after
      ? [thousands(before.n), thousands(after.n)]
      : [`${from.toFixed(1)} a day`, `${to.toFixed(1)} a day`];
  const change100 = before.n > 0 ? ` (${signedPerCent((100 * (to - from)) / from)})` : '';
  return `Reviews${of} ${moved(rates[0] as string, rates[1] as string, isUp)}${change100}`;
}

const signedPerCent = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(0)} %`;

/** One plain sentence with the numbers in it; says so where the change may be chance or there is too little. */
export function tellChange(
  change: FoundChange,
  { label, days }: { label: string | null; days: { before: number; after: number } },
): string {
  if (change.tooFew) {
    const subject = { net: label, share: `Share of ${label}`, stars: 'Average stars', volume: 'Reviews' }[
      change.metric
    ];
    const of = change.product === null ? '' : ` of ${change.product}`;
    return `${subject}${of}: too few to compare (${counts(change)}).`;
  }
  return `${finding(change, label, days)}${change.isClear ? '' : ', which may be chance'}.`;
}
