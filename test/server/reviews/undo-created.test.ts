import { expect, it } from 'vitest';
import type { ReviewChange } from '../../../server/reviews/review-store.ts';
import { undoCreated } from '../../../server/reviews/undo-created.ts';
import type { UndoBatch, UndoDeps } from '../../../server/reviews/undo-import.ts';

/** A decision that is made while an import is being undone finds its reviews where they were. */
it('what a decision stands on is left as it is, and counted as kept', async () => {
  const at = new Date('2026-05-01T00:00:00Z');
  const review = (_id: number) => ({ _id, importId: 7, status: 'published', exact: `${_id}`, bands: [], version: 1 });
  const changed: ReviewChange[] = [];
  const noted: unknown[] = [];
  const deps = {
    importReviews: { createdBy: async () => [1, 2, 3], heirsOf: async () => new Map() },
    store: { byIds: async (ids: readonly number[]) => ids.map(review) },
    decisions: { standingOn: async () => [{ _id: 1, members: [2, 99], at }] },
    transact: async (work: (session: unknown) => Promise<unknown>) => work(null),
    changeStatus: async (changes: readonly ReviewChange[]) => changed.push(...changes),
    events: { add: async () => undefined },
    now: () => at,
  } as unknown as UndoDeps;
  const batch = { importId: 7, actor: 'Ann', direction: 'undo', position: { phase: 'created', after: 0 } };
  await undoCreated(deps, batch as UndoBatch, async (progress) => {
    noted.push(progress);
  });
  expect(changed.map(({ after }) => [after._id, after.status])).toEqual([
    [1, 'removed'],
    [3, 'removed'],
  ]);
  expect(noted).toEqual([{ next: null, done: 2, kept: 1 }]);
});
