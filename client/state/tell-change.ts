import type { Change } from '../../server/contract/insights.ts';
import { formatCount, formatShare, formatSigned, formatStars, nameProduct } from './figures.ts';

/** How long the two periods are, in days, and the reader's locale (the browser's unless told). */
export type Told = { days: { before: number; after: number }; locale?: string | undefined };

const tenths = (value: number, locale: string | undefined) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

const perCent = (value: number, locale: string | undefined) => {
  const text = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(
    100 * value,
  );
  return `${text.replace('-', '\u2212')}\u202f%`;
};

const moved = (from: string, to: string, isUp: boolean) =>
  from === to ? `stayed at ${to}` : `${isUp ? 'rose' : 'fell'} from ${from} to ${to}`;

const tellCounts = ({ before, after }: Change, locale: string | undefined) =>
  `n ${formatCount(after.n, locale)}, was ${formatCount(before.n, locale)}`;

const ofProduct = ({ product }: Change) => (product === null ? '' : ` of ${nameProduct(product)}`);

function tellVolume(change: Change, { days, locale }: Told): string {
  const { before, after } = change;
  const [from, to] = [before.value ?? 0, after.value ?? 0];
  // Periods of one length are compared by their reviews, others by the reviews a day.
  const isSameLength = days.before === days.after;
  const rate = (value: number, n: number) => (isSameLength ? formatCount(n, locale) : `${tenths(value, locale)} a day`);
  const change100 = before.n > 0 ? ` (${perCent((to - from) / from, locale)})` : '';
  return `Reviews${ofProduct(change)} ${moved(rate(from, before.n), rate(to, after.n), to > from)}${change100}`;
}

/** The finding: what did what, from which figure to which, in the reader's way of writing figures. */
function tellFinding(change: Change, told: Told): string {
  const { metric, label, before, after } = change;
  const { locale } = told;
  const of = ofProduct(change);
  const [from, to] = [before.value ?? 0, after.value ?? 0];
  const counts = tellCounts(change, locale);
  if (metric === 'volume') return tellVolume(change, told);
  if (metric === 'net')
    return `${label}${of} ${moved(formatSigned(from, locale), formatSigned(to, locale), to > from)} (${counts})`;
  if (metric === 'stars')
    return `Average stars${of} ${moved(formatStars(from, locale), formatStars(to, locale), to > from)} (${counts})`;
  const share = (value: number) => formatShare(value, { fine: true, ...(locale === undefined ? {} : { locale }) });
  const way = share(from) === share(to) ? 'as before' : `${to > from ? 'up' : 'down'} from ${share(from)}`;
  return `${label} is named in ${share(to)} of the reviews${of}, ${way} (${counts})`;
}

/** A change in one plain sentence with its figures; says so where it may be chance or there is too little. */
export function tellChange(change: Change, told: Told): string {
  if (change.tooFew) {
    const { metric, label } = change;
    const subject = { net: label, share: `Share of ${label}`, stars: 'Average stars', volume: 'Reviews' }[metric];
    return `${subject}${ofProduct(change)}: too few to compare (${tellCounts(change, told.locale)}).`;
  }
  return `${tellFinding(change, told)}${change.isClear ? '' : ', which may be chance'}.`;
}
