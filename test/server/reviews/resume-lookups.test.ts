import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyze } from '../../../nlp/analyze.ts';
import { fingerprint } from '../../../nlp/compare.ts';
import type { AnalysePool } from '../../../server/analysis/analyse-pool.ts';
import { createRollupStore } from '../../../server/analytics/rollup-store.ts';
import { createIdsStore } from '../../../server/db/ids-store.ts';
import { createTransact } from '../../../server/db/transaction.ts';
import { createClusterStore } from '../../../server/duplicates/cluster-store.ts';
import { createCopyFinder } from '../../../server/duplicates/copy-finder.ts';
import { createDecisionStore } from '../../../server/duplicates/decision-store.ts';
import { createJoinClusters } from '../../../server/duplicates/join-clusters.ts';
import { createLinkCopies } from '../../../server/duplicates/link-copies.ts';
import { createChangeReviews } from '../../../server/reviews/change-reviews.ts';
import { createLookUp } from '../../../server/reviews/look-up.ts';
import { createLookupJournalStore } from '../../../server/reviews/lookup-journal-store.ts';
import { createReviewStore } from '../../../server/reviews/review-store.ts';
import { createTakeIn } from '../../../server/reviews/take-in.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('resume');
});
afterAll(() => database.close());

const pool: AnalysePool = {
  analyse: async (reviews) =>
    reviews.map((review) => ({ analysis: analyze(review), fingerprint: fingerprint(review.text), taggedWith: 'test' })),
};

/** The write path on the test's database; `die` breaks it off after the reviews are stored and before the look-up. */
async function writePath({ die }: { die: boolean }) {
  const { connection } = database;
  const now = () => new Date('2026-05-01T10:00:00Z');
  const transact = createTransact(connection);
  const ids = createIdsStore(connection);
  const store = createReviewStore(connection);
  const rollups = createRollupStore(connection);
  const clusters = createClusterStore(connection);
  const journal = createLookupJournalStore(connection);
  const decisions = createDecisionStore(connection);
  for (const one of [ids, store, rollups, clusters, decisions, journal]) await one.prepare();
  const changeReviews = createChangeReviews(store, rollups);
  const join = createJoinClusters({
    reviews: store,
    clusters,
    decisions,
    changeReviews,
    newClusterIds: (count: number) => ids.allocate('clusters', count),
    now,
  });
  const findCopies = createCopyFinder({ reviews: store });
  const findOrDie = die ? () => Promise.reject(new Error('killed')) : findCopies;
  const takeIn = createTakeIn({
    ...{ store, changeReviews, pool, ids, journal, transact, now },
    reviseReview: async () => {
      throw new Error('no review is revised here');
    },
    restoreUndone: async () => [],
    lookUp: createLookUp({
      findCopies: findOrDie,
      linkCopies: createLinkCopies({ reviews: store, clusters, decisions, join, transact }),
      secondLook: { look: async () => ({ pairs: [], changed: [] }), wake: () => undefined },
      journal,
    }),
  });
  return { takeIn, clusters, rollups, store, journal };
}

it('copies that a killed server stored and did not look up are found later, once', async () => {
  const text = 'We mounted it above the garage door and at midnight you can read the number plates across the street.';
  const reviews = ['a', 'b'].map((externalId) => ({ source: 's', externalId, product: 'cam', text }));
  const killed = await writePath({ die: true });
  await expect(killed.takeIn.intake(reviews, { occurrences: new Map() })).rejects.toThrow('killed');
  expect(await killed.store.count()).toBe(2);
  expect(await killed.clusters.countOpen()).toBe(0);

  const next = await writePath({ die: false });
  expect(await next.takeIn.resumeLookups(new Date('2026-05-01T09:00:00Z'))).toBe(0); // younger than asked for
  expect(await next.takeIn.resumeLookups(new Date('2026-05-01T11:00:00Z'))).toBe(2);
  expect(await next.clusters.countOpen()).toBe(1);
  expect(await next.takeIn.resumeLookups(new Date('2026-05-01T11:00:00Z'))).toBe(0);
  expect(await next.rollups.differences(next.store.all())).toEqual([]);

  const again = await next.takeIn.intake(reviews, { occurrences: new Map() });
  expect(again.map((answer) => answer.result)).toEqual(['unchanged', 'unchanged']);
});
