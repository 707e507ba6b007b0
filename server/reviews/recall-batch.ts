import type { IntakeLedger, IntakeResult } from './intake.ts';
import { copiesOf, toResult } from './intake-result.ts';
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
  const stored = new Map(items.flatMap(({ place, existing }) => (existing ? [[place, existing] as const] : [])));
  for (const [place, review] of stored)
    if (place < settled) results.set(place, toResult('unchanged', review, [], new Map()));

  for (const { result, places, ids, entry, copies } of ledger.earlier) {
    const own = new Map(
      places.map((place, at) => [place, ids[at] as number] as const).filter(([at]) => stored.has(at)),
    );
    if (own.size === 0) continue;
    const kinds = new Map(copies?.map(({ place, kind }) => [place, kind]));
    const isOpen = entry !== null && copies === null;
    const { pairs, changed } = isOpen ? await lookUpStored(entry, [...own.values()]) : NOTHING;
    const told = new Map<number, IntakeResult>();
    for (const [place, id] of own) {
      const review = changed.get(id) ?? (stored.get(place) as StoredReview);
      const answer = toResult(result, review, pairs, changed);
      told.set(place, isOpen ? answer : { ...answer, copy: kinds.get(place) ?? null });
    }
    if (isOpen) await ledger.noteCopies(entry, copiesOf(told));
    for (const [place, answer] of told) results.set(place, answer);
  }
  return results;
}

const NOTHING = { pairs: [], changed: new Map<number, StoredReview>() };
