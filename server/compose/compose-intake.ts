import { createAnalysePool } from '../analysis/analyse-pool.ts';
import { type ContentPool, createContentPool } from '../analysis/content-pool.ts';
import type { WorkerPool } from '../analysis/worker-pool.ts';
import { createTransact } from '../db/transaction.ts';
import { createCopyFinder } from '../duplicates/copy-finder.ts';
import { createJoinClusters } from '../duplicates/join-clusters.ts';
import { createLinkCopies } from '../duplicates/link-copies.ts';
import { createRebuildClusters } from '../duplicates/rebuild-clusters.ts';
import { createRenewMeanings } from '../duplicates/renew-meanings.ts';
import { createRewordingFinder } from '../duplicates/rewording-finder.ts';
import { createSecondLook } from '../duplicates/second-look.ts';
import { createChangeReviews } from '../reviews/change-reviews.ts';
import { createChangeStatus } from '../reviews/change-status.ts';
import { createLookUp } from '../reviews/look-up.ts';
import { createPatchReview } from '../reviews/patch-review.ts';
import { createReplaceContent } from '../reviews/replace-content.ts';
import { createRestoreUndone } from '../reviews/restore-undone.ts';
import { createReviewService } from '../reviews/review-service.ts';
import { createReviseReview } from '../reviews/revise-review.ts';
import { createTakeIn, type TakeInDeps } from '../reviews/take-in.ts';
import { createFlagBursts } from '../screening/flag-bursts.ts';
import { createSearchStore } from '../search/search-store.ts';
import type { TaxonomyService } from '../taxonomy/taxonomy-service.ts';
import { tellOfPairs, tellOfReviews } from '../webhooks/tell-outbox.ts';
import type { Base } from './compose-base.ts';

export interface IntakeOptions extends Pick<TakeInDeps, 'onTaken' | 'clear'> {
  workers: WorkerPool;
  taxonomy: TaxonomyService;
  featureIds: () => string[];
  /** In place of nlp's judgement whether two reviews tell the same in other words. */
  compareContents: ContentPool['compare'] | undefined;
}

export type IntakeParts = ReturnType<typeof composeIntake>;

/** How reviews come in and change: analysis, the one way to change what is stored, copies, and the reviews' service. */
export function composeIntake(
  { connection, log, now, ids, stores, webhooks, transact }: Base,
  { workers, taxonomy, featureIds, compareContents, onTaken, clear }: IntakeOptions,
) {
  const { reviews, clusters, decisions, events, journal, screening } = stores;
  const { outbox } = webhooks;
  const pool = createAnalysePool(workers, taxonomy.current, screening.modes, (error) =>
    log.error({ err: error }, 'a text broke its worker thread; it is held, not tagged'),
  );
  const changeReviews = tellOfReviews(createChangeReviews(reviews, stores.rollups), outbox);
  const newClusterIds = (count: number) => ids.allocate('clusters', count);
  const clustering = { reviews, clusters, decisions, changeReviews, newClusterIds, now };
  const rebuild = createRebuildClusters(clustering);
  const changeStatus = createChangeStatus({ changeReviews, rebuild });
  const linkCopies = createLinkCopies({
    ...{ reviews, clusters: { ...clusters, addPairs: tellOfPairs(clusters.addPairs, outbox) }, decisions, transact },
    join: createJoinClusters(clustering),
  });

  const nlpContent = createContentPool(workers);
  const content = compareContents ? { ...nlpContent, compare: compareContents } : nlpContent;
  const secondLook = createSecondLook({
    ...{ reviews, journal, linkCopies, now, log },
    findRewordings: createRewordingFinder({ reviews, meanings: stores.meanings, clusters, content }),
    renewMeanings: createRenewMeanings({ content, workspace: stores.workspace, reviews, journal, transact, now }),
    isBusy: () => takeIn.isBusy(),
  });
  const findCopies = createCopyFinder({ reviews });

  const replaceContent = createReplaceContent({ store: reviews, clusters, changeReviews, rebuild });
  const takeIn = createTakeIn({
    ...{ store: reviews, changeReviews, pool, ids, journal, onTaken, clear, now },
    reviseReview: createReviseReview({ store: reviews, replaceContent, events, journal, transact, now }),
    restoreUndone: createRestoreUndone({ store: reviews, clusters, events }),
    flagBursts: createFlagBursts(screening.modes),
    lookUp: createLookUp({ findCopies, linkCopies, secondLook, journal }),
    // New reviews wait for nothing that others write: they need not stand in line with it.
    transact: createTransact(connection),
  });
  const service = createReviewService({
    ...{ store: reviews, events, takeIn, featureIds, now },
    patchReview: createPatchReview({
      ...{ store: reviews, changeStatus, events, journal, featureIds, transact, now },
    }),
    search: createSearchStore(connection).search,
  });
  return { pool, changeReviews, changeStatus, rebuild, replaceContent, secondLook, takeIn, service };
}
