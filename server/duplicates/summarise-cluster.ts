import type { StoredReview } from '../reviews/review-model.ts';
import type { CopyKind, StoredCluster, StoredPair } from './cluster-model.ts';

type Member = Pick<StoredReview, '_id' | 'title' | 'text' | 'product' | 'verified' | 'date' | 'importId'>;

const kindOrder: readonly CopyKind[] = ['exact', 'near', 'paraphrase'];

/** Later than any date: reviews without a date are not taken for the earliest. */
const NO_DATE = '9999';

const rules: readonly { compare: (x: Member, y: Member) => number; words: string }[] = [
  { compare: (x, y) => Number(y.verified === true) - Number(x.verified === true), words: 'verified' },
  {
    compare: (x, y) =>
      (x.date ?? NO_DATE) < (y.date ?? NO_DATE) ? -1 : Number((x.date ?? NO_DATE) > (y.date ?? NO_DATE)),
    words: 'earliest',
  },
  { compare: (x, y) => y.text.length - x.text.length, words: 'most complete' },
  { compare: (x, y) => x._id - y._id, words: 'first to come in' },
];

/** The review to keep and why: verified before unverified, then the earliest, the longest, the first that came in. */
function suggestSurvivor(members: readonly Member[]): { survivor: Member; reason: string } {
  const sorted = [...members].sort((x, y) => {
    for (const { compare } of rules) {
      const order = compare(x, y);
      if (order !== 0) return order;
    }
    return 0;
  });
  const [survivor, ...others] = sorted as [Member, ...Member[]];
  const wins = rules
    .slice(0, 3)
    .filter(
      ({ compare }) =>
        others.some((other) => compare(survivor, other) < 0) && others.every((other) => compare(survivor, other) <= 0),
    );
  const words = wins.length > 0 ? wins.map((rule) => rule.words) : ['first to come in'];
  const reason = words.join(', ');
  return { survivor, reason: reason.charAt(0).toUpperCase() + reason.slice(1) };
}

const HEADLINE = 80;

function headlineOf({ title, text }: Member): string {
  const line = (title?.trim() || text.trim()).replace(/\s+/g, ' ');
  return line.length <= HEADLINE ? line : `${line.slice(0, line.lastIndexOf(' ', HEADLINE) || HEADLINE)} …`;
}

/** One line of evidence: what the strongest pair with the survivor has in common, and how many there are. */
function whyOf(pairs: readonly StoredPair[], survivor: number, size: number): string {
  const own = pairs.filter((pair) => pair.a === survivor || pair.b === survivor);
  const best = [...(own.length > 0 ? own : pairs)].sort((x, y) => y.score - x.score)[0];
  const details = (best?.reasons ?? []).map((reason) => reason.detail.replace(/\.$/, ''));
  return [...details, ...(size > 2 ? [`${size} reviews in all`] : [])].join('. ');
}

export type ClusterFacts = Pick<
  StoredCluster,
  'members' | 'size' | 'kind' | 'kinds' | 'headline' | 'products' | 'survivor' | 'survivorReason' | 'why' | 'sameImport'
>;

/** Everything that is stored of a cluster and follows from its members and pairs. */
export function summariseCluster(members: readonly Member[], pairs: readonly StoredPair[]): ClusterFacts {
  const { survivor, reason } = suggestSurvivor(members);
  const kinds = kindOrder.filter((kind) => pairs.some((pair) => pair.kind === kind));
  const imports = new Set(members.map((member) => member.importId));
  return {
    members: members.map((member) => member._id).sort((x, y) => x - y),
    size: members.length,
    kind: kinds[0] ?? 'near',
    kinds,
    headline: headlineOf(survivor),
    products: [...new Set(members.map((member) => member.product))].sort(),
    survivor: survivor._id,
    survivorReason: reason,
    why: whyOf(pairs, survivor._id, members.length),
    sameImport: imports.size === 1 && !imports.has(null),
  };
}
