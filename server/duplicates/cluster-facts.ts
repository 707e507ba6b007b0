import { withoutPersonalData } from '../access/mask-personal.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { foldName } from './context-reasons.ts';

/** What of a review the facts of its cluster follow from. */
export type Member = Pick<
  StoredReview,
  '_id' | 'title' | 'text' | 'product' | 'source' | 'author' | 'verified' | 'date' | 'importId' | 'createdAt'
> &
  Partial<Pick<StoredReview, 'status'>>;

/** What decides whether a review is the one to keep. */
export interface Rank {
  id: number;
  /** It waits for a moderator, so that nobody sees it: its copy that is seen is kept. */
  held?: boolean;
  verified: boolean;
  /** As the source gave it; NO_DATE for none. */
  date: string;
  /** Of the text, in UTF-16 units. */
  length: number;
}

/** Members that came in together: in one import, or through the API within ten minutes. */
export interface Wave {
  importId: number | null;
  /** First and last arrival, in milliseconds since 1970. */
  from: number;
  to: number;
  size: number;
  /** First and last day that the reviews name. */
  firstDay: string | null;
  lastDay: string | null;
  /** Two of the authors, folded: enough to know that they differ. */
  authors: string[];
}

/**
 * All that is told of a cluster and follows from its members. The facts of two groups together follow from the facts
 * of each (`joinFacts`), so that a review can join without the others being read.
 */
export interface ClusterFacts {
  size: number;
  best: Rank & { headline: string };
  hasUnverified: boolean;
  hasHeld?: boolean;
  firstDate: string;
  lastDate: string;
  shortest: number;
  longest: number;
  products: string[];
  sources: string[];
  /** The review to keep of each product; none where there are more products than variants of one camera. */
  keepers: (Rank & { product: string })[];
  /** Two of the imports, 0 for none: enough to know whether it is one. */
  imports: number[];
  /** Two of the authors, folded, '' for unnamed. */
  authors: string[];
  waves: Wave[];
}

/** Later than any date: reviews without a date are not taken for the earliest. */
const NO_DATE = '9999';
const HEADLINE = 80;
/** More products than this are no variants of one: such a text is kept once. */
export const MAX_VARIANTS = 100;
const WAVE_MS = 10 * 60_000;
const MAX_WAVES = 12;
const BURST_SIZE = 5;
const BURST_DAYS = 7;

const order = (x: string | number, y: string | number) => (x < y ? -1 : Number(x > y));

/** What is seen before what is held, verified before unverified, then the earliest, the longest, the first that came in. */
const compareRanks = (x: Rank, y: Rank): number =>
  Number(x.held ?? false) - Number(y.held ?? false) ||
  Number(y.verified) - Number(x.verified) ||
  order(x.date, y.date) ||
  y.length - x.length ||
  x.id - y.id;

function headlineOf({ title, text }: Member): string {
  // Masked before it is cut: half of an address is not known for one.
  const line = withoutPersonalData((title?.trim() || text.trim()).slice(0, 8 * HEADLINE).replace(/\s+/g, ' '));
  return line.length <= HEADLINE ? line : `${line.slice(0, line.lastIndexOf(' ', HEADLINE) || HEADLINE)} …`;
}

/** Facts of a group of one. */
export function factsOf(member: Member): ClusterFacts {
  const { product, source, importId, text } = member;
  const author = member.author ? foldName(member.author) : '';
  const day = member.date?.slice(0, 10) ?? null;
  const at = member.createdAt.getTime();
  const rank = {
    id: member._id,
    ...(member.status === 'pending' ? { held: true } : {}),
    verified: member.verified === true,
    date: member.date ?? NO_DATE,
    length: text.length,
  };
  return {
    size: 1,
    best: { ...rank, headline: headlineOf(member) },
    hasUnverified: !rank.verified,
    hasHeld: member.status === 'pending',
    firstDate: rank.date,
    lastDate: rank.date,
    shortest: text.length,
    longest: text.length,
    products: [product],
    sources: [source],
    keepers: [{ ...rank, product }],
    imports: [importId ?? 0],
    authors: [author],
    waves: [{ importId, from: at, to: at, size: 1, firstDay: day, lastDay: day, authors: author ? [author] : [] }],
  };
}

const union = <T extends string | number>(x: readonly T[], y: readonly T[], most = Number.POSITIVE_INFINITY): T[] =>
  [...new Set([...x, ...y])].sort(order).slice(0, most);

const earlier = (x: string | null, y: string | null) => (x === null || (y !== null && y < x) ? y : x);
const later = (x: string | null, y: string | null) => (x === null || (y !== null && y > x) ? y : x);

function joinKeepers(x: ClusterFacts['keepers'], y: ClusterFacts['keepers']): ClusterFacts['keepers'] {
  const best = new Map(x.map((rank) => [rank.product, rank]));
  for (const rank of y) {
    const known = best.get(rank.product);
    if (!known || compareRanks(rank, known) < 0) best.set(rank.product, rank);
  }
  return [...best.values()].sort((left, right) => order(left.product, right.product));
}

const isBurst = ({ size, firstDay, lastDay, authors }: Wave): boolean =>
  size >= BURST_SIZE && authors.length > 1 && daysOf({ firstDay, lastDay }) >= BURST_DAYS;

const daysOf = ({ firstDay, lastDay }: Pick<Wave, 'firstDay' | 'lastDay'>) =>
  firstDay && lastDay ? (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 : 0;

const joinWave = (x: Wave, y: Wave): Wave => ({
  importId: x.importId,
  from: Math.min(x.from, y.from),
  to: Math.max(x.to, y.to),
  size: x.size + y.size,
  firstDay: earlier(x.firstDay, y.firstDay),
  lastDay: later(x.lastDay, y.lastDay),
  authors: union(x.authors, y.authors, 2),
});

function joinWaves(x: readonly Wave[], y: readonly Wave[]): Wave[] {
  const joined: Wave[] = [];
  const inOrder = [...x, ...y].sort(
    (left, right) => left.from - right.from || order(left.importId ?? 0, right.importId ?? 0),
  );
  for (const wave of inOrder) {
    const at = joined.findIndex(
      (known) =>
        known.importId === wave.importId &&
        (wave.importId !== null || Math.max(known.to, wave.to) - known.from <= WAVE_MS),
    );
    const known = joined[at];
    if (known) joined[at] = joinWave(known, wave);
    else joined.push(wave);
  }
  if (joined.length <= MAX_WAVES) return joined;
  return joined
    .sort((left, right) => Number(isBurst(right)) - Number(isBurst(left)) || right.to - left.to)
    .slice(0, MAX_WAVES);
}

/** Facts of two groups that have no member in common, taken together. */
export function joinFacts(x: ClusterFacts, y: ClusterFacts): ClusterFacts {
  const products = union(x.products, y.products);
  return {
    size: x.size + y.size,
    best: compareRanks(x.best, y.best) <= 0 ? x.best : y.best,
    hasUnverified: x.hasUnverified || y.hasUnverified,
    hasHeld: (x.hasHeld ?? false) || (y.hasHeld ?? false),
    firstDate: x.firstDate < y.firstDate ? x.firstDate : y.firstDate,
    lastDate: x.lastDate > y.lastDate ? x.lastDate : y.lastDate,
    shortest: Math.min(x.shortest, y.shortest),
    longest: Math.max(x.longest, y.longest),
    products,
    sources: union(x.sources, y.sources),
    keepers: products.length > MAX_VARIANTS ? [] : joinKeepers(x.keepers, y.keepers),
    imports: union(x.imports, y.imports, 2),
    authors: union(x.authors, y.authors, 2),
    waves: joinWaves(x.waves, y.waves),
  };
}

/** Members that came in together in a way that looks made up: five or more, over a week of dates, by different names. */
export const burstOf = (facts: ClusterFacts): { wave: Wave; days: number } | undefined => {
  const wave = facts.waves.filter(isBurst).sort((x, y) => y.size - x.size)[0];
  return wave && { wave, days: daysOf(wave) };
};
