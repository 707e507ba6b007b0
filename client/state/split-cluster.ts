import type { ClusterDetail, CopyPair, Decide, DecisionReason } from '../../server/contract/duplicates.ts';
import type { CopyKind } from '../../server/contract/primitives.ts';
import type { ReviewView } from '../../server/contract/reviews.ts';

/** How a cluster is to be split: one survivor, copies that are kept too, and the copy on the right of the screen. */
export type Split = { survivor: string; kept: string[]; shown: string };

/** The split that the server suggests, its first copy shown. */
export function suggestSplit(cluster: ClusterDetail): Split {
  const shown = cluster.members.find((member) => member.id !== cluster.survivor);
  return { survivor: cluster.survivor, kept: [], shown: shown?.id ?? cluster.survivor };
}

/** All members but the survivor, in the cluster's order. */
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

/** Ids that the split would remove. */
export const listRemoved = (cluster: ClusterDetail, split: Split): string[] =>
  listCopies(cluster, split)
    .map((copy) => copy.id)
    .filter((id) => !split.kept.includes(id));

/** The decision that removes the copies as split, for the version that is on the screen. */
export const toDecision = (cluster: ClusterDetail, split: Split, reason: DecisionReason): Decide => ({
  action: 'remove',
  keep: [split.survivor, ...split.kept],
  remove: listRemoved(cluster, split),
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

export const reasonOf = (kind: CopyKind): DecisionReason => `duplicate-${kind}`;

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

export const KIND_WORDS: Record<CopyKind, string> = { exact: 'Exact', near: 'Near', paraphrase: 'Paraphrase' };
