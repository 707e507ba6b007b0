import type { ReviewInput } from '../../../server/contract/reviews.ts';
import type { Intake } from '../../../server/reviews/intake.ts';

/** An intake into memory that knows a review again by its text. `before` runs ahead of each batch. */
export function fakeIntake(before: (call: number) => Promise<void> | void = () => {}) {
  const stored = new Map<string, ReviewInput>();
  const contexts: (number | undefined)[] = [];
  const intake: Intake = async (reviews, { importId }) => {
    contexts.push(importId);
    await before(contexts.length);
    return reviews.map((review) => {
      const result = stored.has(review.text) ? 'unchanged' : 'created';
      stored.set(review.text, review);
      return { result, review: {} as never, duplicates: [], copy: null };
    });
  };
  return { intake, stored, contexts };
}

/** NDJSON with `count` reviews, and after each hundredth a line that is none. */
export const manyRows = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => JSON.stringify({ text: `review ${index}` }) + (index % 100 === 99 ? '\nbad' : ''),
  ).join('\n');

/** Dry runs that all go to one preview, and an undo of imports that have nothing to take back. */
export const fakeParts = (preview: Intake) => ({
  dryRuns: { open: async () => preview, drop: async () => {}, names: async () => [] },
  undo: { decisionsOn: async () => [], count: async () => 0, step: async () => {} },
});
