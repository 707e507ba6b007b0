import type {
  ClusterDetail,
  ClusterRelation,
  ClusterSignal,
  CopyPair,
  Decide,
  DecisionReason,
} from '../../server/contract/duplicates.ts';
import type { CopyKind } from '../../server/contract/primitives.ts';
import type { ReviewView } from '../../server/contract/reviews.ts';

/** How a cluster is to be split: one survivor, copies that are kept too, and the copy on the right of the screen. */
export type Split = { survivor: string; kept: string[]; shown: string };

/** The split that the server suggests, the first copy shown that is not to be kept too. */
export function suggestSplit(cluster: ClusterDetail): Split {
  const kept = cluster.suggestedKeep.filter((id) => id !== cluster.survivor);
  const copies = cluster.members.filter((member) => member.id !== cluster.survivor);
  const shown = copies.find((member) => !kept.includes(member.id)) ?? copies[0];
  return { survivor: cluster.survivor, kept, shown: shown?.id ?? cluster.survivor };
}

/** All members that are listed but the survivor, in the cluster's order. */
export const listCopies = (cluster: ClusterDetail, split: Split): ReviewView[] =>
  cluster.members.filter((member) => member.id !== split.survivor);

/** Makes the shown copy the survivor; the old survivor takes its place on the right. */
export const swapSurvivor = (split: Split): Split => ({
  survivor: split.shown,
  shown: split.survivor,
  kept: split.kept.filter((id) => id !== split.shown),
});

/** Keeps the shown copy too, or takes that back. */
export const toggleKept = (split: Split): Split => ({
  ...split,
  kept: split.kept.includes(split.shown) ? split.kept.filter((id) => id !== split.shown) : [...split.kept, split.shown],
});

/** Shows the copy after the shown one, from the last the first. */
export function showNextCopy(cluster: ClusterDetail, split: Split): Split {
  const copies = listCopies(cluster, split);
  const at = copies.findIndex((copy) => copy.id === split.shown);
  return { ...split, shown: copies[(at + 1) % copies.length]?.id ?? split.shown };
}

/** Ids that the split would remove, of the members that are listed. */
export const listRemoved = (cluster: ClusterDetail, split: Split): string[] =>
  listCopies(cluster, split)
    .map((copy) => copy.id)
    .filter((id) => !split.kept.includes(id));

/** How many the split would remove, those of a very large cluster that are not listed included. */
export const countRemoved = (cluster: ClusterDetail, split: Split): number => cluster.size - 1 - split.kept.length;

/** The decision that removes the copies as split, for the version that is on the screen. */
export const toDecision = (cluster: ClusterDetail, split: Split, reason: DecisionReason): Decide => ({
  action: 'remove',
  keep: [split.survivor, ...split.kept],
  ...(cluster.size > cluster.members.length ? {} : { remove: listRemoved(cluster, split) }),
  reason,
  version: cluster.version,
});

/** The pair of two members, whichever is first; copies of a chain may have none. */
const pairOf = (cluster: ClusterDetail, a: string, b: string): CopyPair | undefined =>
  cluster.pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));

/** How a copy is related: to the survivor where that was measured, else to whichever member it is nearest to. */
export function kindOfCopy(cluster: ClusterDetail, survivor: string, copy: string): CopyPair | undefined {
  const direct = pairOf(cluster, survivor, copy);
  if (direct) return direct;
  const around = cluster.pairs.filter((pair) => pair.a === copy || pair.b === copy);
  return around.sort((a, b) => b.score - a.score)[0];
}

export const REASONS: readonly { id: DecisionReason; label: string }[] = [
  { id: 'duplicate-exact', label: 'Exact copy' },
  { id: 'duplicate-near', label: 'Edited copy' },
  { id: 'duplicate-paraphrase', label: 'Same in other words' },
  { id: 'syndicated-copy', label: 'Shown on several sites' },
  { id: 'spam', label: 'Spam or ad' },
  { id: 'personal-data', label: 'Personal data' },
  { id: 'off-product', label: 'Not about the product' },
  { id: 'other', label: 'Other' },
];

/** What is special about copies of one another that stand at several sites or products; nothing where they do not. */
export const RELATION_WORDS: Record<ClusterRelation, { label: string; told: string } | null> = {
  same: null,
  syndicated: {
    label: 'Syndicated',
    told: 'The same review on several sites. It is counted once; on no site it is wrong.',
  },
  variant: {
    label: 'Variants',
    told: 'The same review at several products, as shops show it at each variant. It is counted once in all; one a product is suggested to keep.',
  },
};

export const SIGNAL_WORDS: Record<ClusterSignal, { label: string; told: string }> = {
  burst: {
    label: 'Burst',
    told: 'Five or more came in together, under different names and dated over a week or more: often made up.',
  },
  'same-author': { label: 'Same author', told: 'All are by one author. A sign, no proof.' },
  'same-import': { label: 'Same import', told: 'All came in one import. A sign, no proof.' },
};

export const KIND_WORDS: Record<CopyKind, string> = { exact: 'Exact', near: 'Near', paraphrase: 'Paraphrase' };
