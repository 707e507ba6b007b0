import { expect, it } from 'vitest';
import type { ReviewChange } from '../../../server/reviews/review-store.ts';
import { createRetagger, type RetaggerDeps } from '../../../server/taxonomy/retagger.ts';

it.each([
  ['text', { text: 'It broke' }],
  ['title', { title: 'Broken' }],
])('a review whose %s changed while it was tagged keeps the tags of that change', async (_, change) => {
  const stale = { _id: 1, title: null, text: 'It works', rating: 5, tags: ['reliability:positive'], version: 1 };
  const written: (readonly ReviewChange[])[] = [];
  let batches = 0;
  const retagger = createRetagger({
    reviews: {
      notMarked: async () => (batches++ === 0 ? [stale] : []),
      byIds: async () => [{ ...stale, ...change, version: 2 }],
    },
    leases: { hold: async () => true, release: async () => undefined },
    pool: { analyse: async () => [{}] },
    changeStatus: async (changes: readonly ReviewChange[]) => written.push(changes),
    transact: async (work: (session: unknown) => Promise<unknown>) => work(null),
    current: async () => ({ version: 1, features: [], mark: 'now' }),
    isBusy: () => false,
    now: () => new Date(),
    log: { info: () => undefined, warn: () => undefined },
  } as unknown as RetaggerDeps);
  retagger.start();
  await expect.poll(() => batches).toBeGreaterThan(1);
  await retagger.stop();
  expect(written).toEqual([[]]);
});
