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
import { createRebuildClusters } from '../../../server/duplicates/rebuild-clusters.ts';
import { createImportService } from '../../../server/ingest/import-service.ts';
import { createImportStore, type ImportStore } from '../../../server/ingest/import-store.ts';
import { createChangeReviews } from '../../../server/reviews/change-reviews.ts';
import { createEventStore } from '../../../server/reviews/event-store.ts';
import type { Intake } from '../../../server/reviews/intake.ts';
import { createLookUp, type LookUp } from '../../../server/reviews/look-up.ts';
import { createLookupJournalStore } from '../../../server/reviews/lookup-journal-store.ts';
import { createReplaceContent } from '../../../server/reviews/replace-content.ts';
import { createRestoreUndone } from '../../../server/reviews/restore-undone.ts';
import { createReviewStore } from '../../../server/reviews/review-store.ts';
import { createReviseReview } from '../../../server/reviews/revise-review.ts';
import { createTakeIn } from '../../../server/reviews/take-in.ts';
import type { TestDatabase } from '../../support/database.ts';
import { fakeParts } from './fake-intake.ts';

const pool: AnalysePool = {
  analyse: async (reviews) =>
    reviews.map((review) => ({ analysis: analyze(review), fingerprint: fingerprint(review.text), taggedWith: 'test' })),
};

/** Where a test lets the write path die. */
export interface Crashes {
  /** Ahead of the look-up of what a batch has stored. */
  lookUp?: () => void;
  /** Inside the transaction that has written reviews, ahead of its end. */
  note?: () => void;
  /** When a batch is stored and its checkpoint is not saved. */
  save?: () => void;
}

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** Imports with the whole write path, in this process, on the database of the test, with crashes where it says. */
export async function openWritePath({ connection }: TestDatabase, crashes: Crashes = {}) {
  const now = () => new Date();
  const transact = createTransact(connection);
  const ids = createIdsStore(connection);
  const store = createReviewStore(connection);
  const rollups = createRollupStore(connection);
  const clusters = createClusterStore(connection);
  const journal = createLookupJournalStore(connection);
  const decisions = createDecisionStore(connection);
  const events = createEventStore(connection);
  const imports = createImportStore(connection, () => ids.allocate('imports'));
  for (const one of [ids, store, rollups, clusters, decisions, journal, events, imports]) await one.prepare();
  const changeReviews = createChangeReviews(store, rollups);
  const newClusterIds = (count: number) => ids.allocate('clusters', count);
  const clustering = { reviews: store, clusters, decisions, changeReviews, newClusterIds, now };
  const rebuild = createRebuildClusters(clustering);
  const replaceContent = createReplaceContent({ store, clusters, changeReviews, rebuild });
  const join = createJoinClusters(clustering);
  const lookUp = createLookUp({
    findCopies: createCopyFinder({ reviews: store }),
    linkCopies: createLinkCopies({ reviews: store, clusters, decisions, join, transact }),
    secondLook: { look: async () => ({ pairs: [], changed: [] }), wake: () => undefined },
    journal,
  });
  let isRunning = true;
  const crashingLookUp: LookUp = (reviews, options) => {
    if (reviews.entry !== undefined && isRunning) crashes.lookUp?.();
    return lookUp(reviews, options);
  };
  const takeIn = createTakeIn({
    ...{ store, changeReviews, pool, ids, journal, transact, now, lookUp: crashingLookUp },
    reviseReview: createReviseReview({ store, replaceContent, events, journal, transact, now }),
    restoreUndone: createRestoreUndone({ store, clusters, events }),
  });
  const crashing: ImportStore = {
    ...imports,
    async note(...args) {
      await imports.note(...args);
      crashes.note?.();
    },
    async renew(lease, until, update) {
      if (update) crashes.save?.();
      return imports.renew(lease, until, update);
    },
  };
  const intake: Intake = takeIn.intake;
  const service = createImportService({
    ...{ store: crashing, intake, ...fakeParts(intake), now, log, leaseMs: 700, pollMs: 10 },
  });
  /** What a server does at its start. */
  const resumeLookups = () => {
    isRunning = false;
    return takeIn.resumeLookups(new Date());
  };
  return { service, store, rollups, clusters, resumeLookups };
}
