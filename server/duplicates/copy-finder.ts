import { type ComparedReview, type Comparison, compare } from '../../nlp/compare.ts';
import type { CopyCandidate, ReviewStore } from '../reviews/review-store.ts';
import { featuresOfTags } from '../reviews/right-tags.ts';
import { pairId, type StoredPair } from './cluster-model.ts';
import { contextReasons } from './context-reasons.ts';

/** Candidates one batch may bring up, and one review is compared with: very common wording must not blow up. */
const MAX_CANDIDATES_PER_BATCH = 10_000;
const MAX_COMPARED = 30;
/** Pairs kept of one review: enough to connect it, however many copies there are. */
const MAX_PAIRS = 4;
/** Steps from a removed copy to the review that was kept for it. */
const MAX_HOPS = 5;

export interface FinderDeps {
  reviews: Pick<ReviewStore, 'holdersOfExact' | 'sameAuthorHolders' | 'sharingBands' | 'candidatesByIds'>;
}

/** A stored review that was just taken in, with the look-up keys of its text. */
export interface LookedUp {
  review: CopyCandidate;
  bands: readonly number[];
  generic: boolean;
}

/** `among` adds reviews that are not stored, for a preview. */
export type FindCopies = (reviews: readonly LookedUp[], among?: readonly CopyCandidate[]) => Promise<StoredPair[]>;

const toCompared = (review: CopyCandidate): ComparedReview => ({
  text: review.text,
  title: review.title ?? undefined,
  product: review.product,
  author: review.author ?? undefined,
  features: featuresOfTags(review.tags),
});

const kindRank = { exact: 0, near: 1, paraphrase: 2 } as const;

/**
 * Looks the copies of stored reviews up among all that is stored: by the hash of the folded text and by shared bands,
 * both indexed, then compared word by word. Each pair of the batch is found once.
 */
export function createCopyFinder({ reviews }: FinderDeps): FindCopies {
  return async (batch, among = []) => {
    const own = new Map(batch.map(({ review }) => [review._id, review]));
    const candidates = await candidatesFor(batch, among);
    const byBand = new Map<number, CopyCandidate[]>();
    for (const candidate of candidates.values()) {
      for (const band of candidate.bands) {
        const sharing = byBand.get(band);
        if (sharing) sharing.push(candidate);
        else byBand.set(band, [candidate]);
      }
    }
    const byExact = groupByExact(candidates.values());

    const pairs = new Map<string, StoredPair>();
    for (const entry of batch) {
      const { review } = entry;
      const nearest = rank(entry, byBand, byExact.get(review.exact) ?? []).filter(
        (candidate) => candidate._id !== review._id && !(own.has(candidate._id) && candidate._id > review._id),
      );
      const found: StoredPair[] = [];
      for (const candidate of nearest.slice(0, MAX_COMPARED)) {
        const comparison = compare(toCompared(candidate), toCompared(review));
        if (!comparison) continue;
        const pair = await toPair(review, candidate, comparison);
        if (pair) found.push(pair);
      }
      found.sort((x, y) => kindRank[x.kind] - kindRank[y.kind] || y.score - x.score || x.a - y.a);
      for (const pair of found.slice(0, MAX_PAIRS)) pairs.set(pair._id, pair);
    }
    return [...pairs.values()];
  };

  async function candidatesFor(
    batch: readonly LookedUp[],
    among: readonly CopyCandidate[],
  ): Promise<Map<number, CopyCandidate>> {
    const specific = batch.filter((entry) => !entry.generic);
    const holders = await reviews.holdersOfExact(specific.map((entry) => entry.review.exact));
    const found = await Promise.all([
      reviews.candidatesByIds([...new Set([...holders.values()].flat())]),
      reviews.sharingBands(
        batch.flatMap((entry) => entry.bands),
        MAX_CANDIDATES_PER_BATCH,
      ),
      reviews.sameAuthorHolders(
        batch.filter((entry) => entry.generic && entry.review.author).map((entry) => entry.review),
      ),
    ]);
    return new Map([...found.flat(), ...among].map((candidate) => [candidate._id, candidate]));
  }

  /** The stored pair, or none where the other review was removed for a reason of its own. */
  async function toPair(
    review: CopyCandidate,
    candidate: CopyCandidate,
    comparison: Comparison,
  ): Promise<StoredPair | undefined> {
    const target = await keptFor(candidate);
    if (!target || target._id === review._id) return undefined;
    const viaRemoved =
      target._id === candidate._id
        ? []
        : [{ code: 'copy-of-removed', detail: 'Like a copy that was removed in favour of this review' }];
    const context = contextReasons(target, review);
    const known = new Set(context.map((reason) => reason.code));
    return {
      _id: pairId(target._id, review._id),
      a: Math.min(target._id, review._id),
      b: Math.max(target._id, review._id),
      kind: comparison.kind,
      score: comparison.score,
      reasons: [...comparison.reasons.filter((reason) => !known.has(reason.code)), ...viaRemoved, ...context],
      dismissedBy: null,
    };
  }

  async function keptFor(candidate: CopyCandidate): Promise<CopyCandidate | undefined> {
    let at: CopyCandidate | undefined = candidate;
    for (let hops = 0; at && at.status === 'removed'; hops += 1) {
      if (at.copyOf === null || hops === MAX_HOPS) return undefined;
      at = (await reviews.candidatesByIds([at.copyOf]))[0];
    }
    return at;
  }
}

/** Candidates of one review: the same folded text first, then by how many bands they share, then the oldest. */
function rank(
  entry: LookedUp,
  byBand: ReadonlyMap<number, CopyCandidate[]>,
  same: readonly CopyCandidate[],
): CopyCandidate[] {
  const shared = new Map<CopyCandidate, number>();
  for (const candidate of same) shared.set(candidate, Number.POSITIVE_INFINITY);
  for (const band of entry.bands) {
    for (const candidate of byBand.get(band) ?? []) shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
  }
  return [...shared].sort(([x, n], [y, m]) => (m === n ? x._id - y._id : m - n)).map(([candidate]) => candidate);
}

function groupByExact(candidates: Iterable<CopyCandidate>): Map<string, CopyCandidate[]> {
  const groups = new Map<string, CopyCandidate[]>();
  for (const candidate of candidates) groups.set(candidate.exact, [...(groups.get(candidate.exact) ?? []), candidate]);
  return groups;
}
