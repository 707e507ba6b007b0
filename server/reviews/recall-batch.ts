import type { IntakeLedger, IntakeResult } from './intake.ts';
import { toResult } from './intake-result.ts';
import type { LookUpStored } from './look-up-stored.ts';
import type { StoredReview } from './review-model.ts';

interface Placed {
  place: number;
  existing: StoredReview | undefined;
}

/**
 * What an earlier, broken-off run of a batch answered of some of its reviews, or would have, by place: those that its
 * notes name, and those that it had gone by without writing. What it did not come to is missing. Copies of new reviews
 * that it did not look up are looked up now.
 */
export async function recallBatch(
  items: readonly Placed[],
  ledger: IntakeLedger,
  lookUpStored: LookUpStored,
): Promise<Map<number, IntakeResult>> {
  const results = new Map<number, IntakeResult>();
  const settled = Math.max(0, ...ledger.earlier.map((note) => note.settled));
  for (const { place, existing } of items) {
    if (place < settled && existing) results.set(place, toResult('unchanged', existing, [], new Map()));
  }
  const stored = new Map(items.flatMap(({ existing }) => (existing ? [[existing._id, existing] as const] : [])));
  const own = new Set(items.map(({ place }) => place));
  for (const { result, places, ids, entry } of ledger.earlier) {
    const written = places.map((place, at) => ({ place, id: ids[at] as number })).filter(({ place }) => own.has(place));
    if (written.length === 0) continue;
    const found =
      entry === null
        ? undefined
        : await lookUpStored(
            entry,
            written.map(({ id }) => id),
          );
    const pairs = found?.pairs ?? [];
    for (const { place, id } of written) {
      const review = found?.changed.get(id) ?? found?.reviews.find(({ _id }) => _id === id) ?? stored.get(id);
      if (review) results.set(place, toResult(result, review, pairs, found?.changed ?? new Map()));
    }
  }
  return results;
}
