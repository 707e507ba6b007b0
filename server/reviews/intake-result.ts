import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { CopyLink } from '../contract/reviews.ts';
import type { CopyKind, StoredPair } from '../duplicates/cluster-model.ts';
import type { LookedUp } from '../duplicates/copy-finder.ts';
import { maskedReasons } from '../duplicates/duplicate-view.ts';
import { lookupKeys } from '../duplicates/lookup-keys.ts';
import { clusterId, reviewId } from '../public-ids.ts';
import type { IntakeResult } from './intake.ts';
import type { StoredReview } from './review-model.ts';
import { toReviewView } from './review-view.ts';

/** A stored review with the look-up keys of its text, which it may have left to an earlier one. */
export const toLookedUp = (review: StoredReview, { fingerprint }: AnalysedReview): LookedUp => ({
  review,
  bands: lookupKeys(fingerprint, review.author),
  generic: fingerprint.generic,
});

/** Cuts a batch where an identity comes again, so that the later one is seen as an update of the earlier. */
export function* withoutRepeats<Row extends { identity: string }>(items: readonly Row[]) {
  let batch: Row[] = [];
  let seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item.identity)) {
      yield batch;
      batch = [];
      seen = new Set();
    }
    seen.add(item.identity);
    batch.push(item);
  }
  if (batch.length > 0) yield batch;
}

/** The copies listed are earlier reviews: the later of two copies is the one that is told of. */
export function toResult(
  result: IntakeResult['result'],
  review: StoredReview,
  pairs: readonly StoredPair[],
  latest: ReadonlyMap<number, StoredReview>,
): IntakeResult {
  const links: CopyLink[] = pairs
    .filter((pair) => pair.b === review._id || (result === 'updated' && pair.a === review._id))
    .map((pair) => {
      const other = pair.a === review._id ? pair.b : pair.a;
      const cluster = latest.get(other)?.cluster ?? review.cluster;
      return {
        id: reviewId(other),
        kind: pair.kind,
        score: pair.score,
        reasons: maskedReasons(pair.reasons),
        cluster: cluster === null ? null : clusterId(cluster),
      };
    });
  return {
    result,
    review: toReviewView(review),
    duplicates: links,
    copy: result === 'created' ? strongest(links) : null,
  };
}

const KINDS = ['exact', 'near', 'paraphrase'] as const;

const strongest = (links: readonly CopyLink[]): CopyKind | null =>
  KINDS.find((kind) => links.some((link) => link.kind === kind)) ?? null;

/** The reviews that are copies, by place. */
export const copiesOf = (results: ReadonlyMap<number, IntakeResult>): { place: number; kind: CopyKind }[] =>
  [...results].flatMap(([place, { copy }]) => (copy === null ? [] : [{ place, kind: copy }]));
