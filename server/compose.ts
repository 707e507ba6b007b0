import { actorName } from './access/actor.ts';
import { createAccess } from './access/create-access.ts';
import { createAlerts } from './alerts/create-alerts.ts';
import { createAnalysePool } from './analysis/analyse-pool.ts';
import { type ContentPool, createContentPool } from './analysis/content-pool.ts';
import { createWorkerPool, type WorkerPool } from './analysis/worker-pool.ts';
import { createAnalytics } from './analytics/create-analytics.ts';
import { createRollupService } from './analytics/rollup-service.ts';
import { createRollupStore } from './analytics/rollup-store.ts';
import { createRollupSumStore } from './analytics/rollup-sum-store.ts';
import { runAlone } from './analytics/run-alone.ts';
import type { ApiServices } from './api-operations.ts';
import type { Config } from './config.ts';
import { createIdempotencyStore } from './db/idempotency-store.ts';
import { createIdsStore } from './db/ids-store.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './db/migrations.ts';
import { type OpenedDatabase, openDatabase } from './db/open-database.ts';
import { createSchemaStore } from './db/schema-store.ts';
import { createTransact } from './db/transaction.ts';
import { watchPool } from './db/watch-pool.ts';
import { createClusterStore } from './duplicates/cluster-store.ts';
import { createCopyFinder } from './duplicates/copy-finder.ts';
import { createModeration, createModerationStores } from './duplicates/create-moderation.ts';
import { decisionEffects } from './duplicates/decision-effects.ts';
import { createDecisionStore } from './duplicates/decision-store.ts';
import { createJoinClusters } from './duplicates/join-clusters.ts';
import { createLinkCopies } from './duplicates/link-copies.ts';
import { createMeaningStore } from './duplicates/meaning-store.ts';
import { createRebuildClusters } from './duplicates/rebuild-clusters.ts';
import { createRenewMeanings } from './duplicates/renew-meanings.ts';
import { createRewordingFinder } from './duplicates/rewording-finder.ts';
import { createSecondLook } from './duplicates/second-look.ts';
import { createErasure } from './erasure/create-erasure.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { createImportService } from './ingest/import-service.ts';
import { createImportStore } from './ingest/import-store.ts';
import { createInspectService } from './ingest/inspect-service.ts';
import { createMappingStore } from './ingest/mapping-store.ts';
import type { Log } from './log.ts';
import { createPulls } from './pull/create-pulls.ts';
import { createChangeReviews } from './reviews/change-reviews.ts';
import { createDryRunStore } from './reviews/dry-run-store.ts';
import { createEventStore } from './reviews/event-store.ts';
import { createImportReviewStore } from './reviews/import-review-store.ts';
import { createLookUp } from './reviews/look-up.ts';
import { createLookupJournalStore } from './reviews/lookup-journal-store.ts';
import { createPatchReview } from './reviews/patch-review.ts';
import { createPreview } from './reviews/preview-intake.ts';
import { createReplaceContent } from './reviews/replace-content.ts';
import { createRestoreUndone } from './reviews/restore-undone.ts';
import { createReviewService } from './reviews/review-service.ts';
import { createReviewStore } from './reviews/review-store.ts';
import { createReviseReview } from './reviews/revise-review.ts';
import { measuredTags } from './reviews/right-tags.ts';
import { createTakeIn, type TakeInDeps } from './reviews/take-in.ts';
import { createUndoImport } from './reviews/undo-import.ts';
import { createScreening, createScreeningStores } from './screening/create-screening.ts';
import { createFlagBursts } from './screening/flag-bursts.ts';
import { createSearchStore } from './search/search-store.ts';
import { createLeaseStore } from './taxonomy/lease-store.ts';
import { createRetagger } from './taxonomy/retagger.ts';
import { createTaxonomyService } from './taxonomy/taxonomy-service.ts';
import { createTaxonomyStore } from './taxonomy/taxonomy-store.ts';
import { createViews } from './views/create-views.ts';
import { createWebhooks } from './webhooks/create-webhooks.ts';
import { tellOfDecisions, tellOfPairs, tellOfReviews } from './webhooks/tell-outbox.ts';
import { createWorkspaceService } from './workspace/workspace-service.ts';
import { createWorkspaceStore } from './workspace/workspace-store.ts';

export type Core = Awaited<ReturnType<typeof composeCore>>;

/** Imports that the timeline looks at: the latest. */
const TIMELINE_IMPORTS = 200;

/** Everything but HTTP: the stores, the services and how they meet. The command line uses it as it is. */
export async function composeCore({
  config,
  log,
  now = () => new Date(),
  compareContents,
  database,
  waitMs = 0,
  workers: givenWorkers,
  onTaken,
  clear,
}: {
  config: Config;
  log: Log;
  now?: () => Date;
  /** In place of nlp's judgement whether two reviews tell the same in other words. */
  compareContents?: ContentPool['compare'];
  /** In place of the configured one; closed with the core. */
  database?: OpenedDatabase;
  /** How long to wait for a configured database that does not answer yet. */
  waitMs?: number;
  workers?: WorkerPool;
  /** Told what came of each batch of reviews. */
  onTaken?: TakeInDeps['onTaken'];
  /** Awaited before each batch of reviews. */
  clear?: TakeInDeps['clear'];
}) {
  const { connection, probe, stop } = database ?? (await openDatabase(config, log, { waitMs }));
  const pool = watchPool(connection);
  const leases = createLeaseStore(connection);
  try {
    const schema = createSchemaStore(connection);
    await schema.expectUsable(SCHEMA_VERSION);
    await leases.prepare();
    await schema.migrate({
      migrations: MIGRATIONS,
      alone: (work) => runAlone(leases, 'migrations', work),
      log: (step) => log.info(step, 'database brought up to date'),
    });
  } catch (error) {
    await connection.close();
    await stop();
    throw error;
  }
  const transact = createTransact(connection);
  const ids = createIdsStore(connection);
  const reviews = createReviewStore(connection);
  const rollups = createRollupStore(connection);
  const rollupSums = createRollupSumStore(connection, rollups);
  const clusters = createClusterStore(connection);
  const decisions = createDecisionStore(connection);
  const moderationStores = createModerationStores(connection);
  const screeningStores = createScreeningStores(connection, config.retention.accessLog);
  const events = createEventStore(connection);
  const journal = createLookupJournalStore(connection);
  const meanings = createMeaningStore(connection);
  const importStore = createImportStore(connection, () => ids.allocate('imports'));
  const mappings = createMappingStore(connection, now);
  const workspaceStore = createWorkspaceStore(connection);
  const taxonomyStore = createTaxonomyStore(connection);
  const idempotencyKeys = createIdempotencyStore(connection, config.retention.idempotencyKeys);
  const webhooks = createWebhooks({
    ...{ connection, config, nextId: () => ids.allocate('webhooks'), now, log },
    ...{ reviews: reviews.byIds, pairsAmong: clusters.pairsAmong, decision: decisions.byId },
  });
  await Promise.all(
    [
      reviews,
      rollups,
      clusters,
      decisions,
      moderationStores,
      screeningStores,
      events,
      journal,
      meanings,
      importStore,
      mappings,
      workspaceStore,
      taxonomyStore,
      idempotencyKeys,
      webhooks,
      ids,
    ].map((store) => store.prepare()),
  );

  const access = await createAccess({
    ...{ connection, config, accessLog: screeningStores.accessLog, nextId: ids.allocate, now },
  });
  const limits = createRateLimits(config.rateLimit);

  const rollupService = createRollupService({
    rollups,
    reviewsByDay: reviews.byDay,
    shape: { get: workspaceStore.rollupShape, set: workspaceStore.setRollupShape },
    alone: (work) => runAlone(leases, 'rollups', work),
  });
  await rollupService.renew();

  let wakeRetagger = () => {};
  const taxonomy = createTaxonomyService({
    store: taxonomyStore,
    checkedReviews: () => mapAsync(reviews.checked(), measuredTags),
    progress: async (mark) => {
      const [total, stale] = await Promise.all([reviews.count(), reviews.countNotMarked(mark)]);
      return { state: stale > 0 ? 'running' : 'idle', total, done: Math.max(0, total - stale) };
    },
    wake: () => wakeRetagger(),
    now,
  });
  await taxonomy.current();
  const features = taxonomy.labels;
  const featureIds = () => features().map((feature) => feature.id);
  const labelOf = (id: string) => features().find((feature) => feature.id === id)?.label ?? id;

  const workers = givenWorkers ?? createWorkerPool();
  const analysePool = createAnalysePool(workers, taxonomy.current, screeningStores.modes, (error) =>
    log.error({ err: error }, 'a text broke its worker thread; it is held, not tagged'),
  );
  const content = createContentPool(workers);
  const changeReviews = tellOfReviews(createChangeReviews(reviews, rollups), webhooks.outbox);
  const clustering = {
    reviews,
    clusters,
    decisions,
    changeReviews,
    newClusterIds: (count: number) => ids.allocate('clusters', count),
    now,
  };
  const rebuild = createRebuildClusters(clustering);
  const linkCopies = createLinkCopies({
    reviews,
    clusters: { ...clusters, addPairs: tellOfPairs(clusters.addPairs, webhooks.outbox) },
    decisions,
    join: createJoinClusters(clustering),
    transact,
  });
  const secondLook = createSecondLook({
    reviews,
    journal,
    findRewordings: createRewordingFinder({
      reviews,
      meanings,
      clusters,
      content: compareContents ? { ...content, compare: compareContents } : content,
    }),
    linkCopies,
    renewMeanings: createRenewMeanings({ content, workspace: workspaceStore, reviews, journal, transact, now }),
    isBusy: () => takeIn.isBusy(),
    now,
    log,
  });
  const findCopies = createCopyFinder({ reviews });
  const replaceContent = createReplaceContent({ store: reviews, clusters, changeReviews, rebuild });
  const takeIn = createTakeIn({
    store: reviews,
    changeReviews,
    reviseReview: createReviseReview({ store: reviews, replaceContent, events, journal, transact, now }),
    restoreUndone: createRestoreUndone({ store: reviews, clusters, events }),
    flagBursts: createFlagBursts(screeningStores.modes),
    pool: analysePool,
    ids,
    journal,
    lookUp: createLookUp({ findCopies, linkCopies, secondLook, journal }),
    // New reviews wait for nothing that others write: they need not stand in line with it.
    transact: createTransact(connection),
    onTaken,
    clear,
    now,
  });
  const reviewService = createReviewService({
    store: reviews,
    events,
    takeIn,
    patchReview: createPatchReview({
      store: reviews,
      changeReviews,
      rebuild,
      events,
      journal,
      featureIds,
      transact,
      now,
    }),
    search: createSearchStore(connection).search,
    featureIds,
    now,
  });
  const erasure = await createErasure({
    ...{ connection, reviews, clusters, changeReviews, rebuild, events, ids, leases, transact, now },
    ...{ log: moderationStores.log, logger: log },
  });
  const screening = createScreening({
    ...{
      stores: screeningStores,
      reviews,
      byId: reviews.byId,
      changeReviews,
      rebuild,
      events,
      ids,
      leases,
      transact,
      now,
    },
    ...{ log: moderationStores.log, logger: log },
  });
  const moderation = createModeration({
    stores: moderationStores,
    clusters,
    decisions: tellOfDecisions(decisions, webhooks.outbox),
    reviews,
    events,
    changeReviews,
    rebuild,
    journal,
    ids,
    leases,
    transact,
    now,
    effects: (members, survivorId) => decisionEffects(members, survivorId, { cells: rollups.cells, labelOf }),
    logger: log,
  });
  const analytics = createAnalytics({
    ...{ connection, rollups, sums: rollupSums, reviews, features, now },
    latestImports: () => importStore.list(undefined, TIMELINE_IMPORTS),
    nextId: () => ids.allocate('notes'),
    moderation: async (days) => {
      const [counts, removedReviews, rows] = await Promise.all([
        clusters.counts(),
        reviews.countRemoved(),
        decisions.byDay(days),
      ]);
      return { open: counts.open, decided: counts.removed + counts.not_duplicates, removedReviews, rows };
    },
    openClusters: (product) => clusters.countOpen(product),
  });
  await analytics.prepare();
  const dryRunStore = createDryRunStore(connection, reviews);
  const imports = createImportService({
    store: importStore,
    intake: takeIn.intake,
    columnMaps: mappings,
    dryRuns: {
      ...dryRunStore,
      open: async (name) =>
        createPreview({
          reviews: await dryRunStore.open(name),
          pool: analysePool,
          createFinder: createCopyFinder,
          now,
        }),
    },
    undo: createUndoImport({
      store: reviews,
      importReviews: createImportReviewStore(connection),
      decisions,
      events,
      changeReviews,
      replaceContent,
      rebuild,
      journal,
      lookUpStored: takeIn.lookUpStored,
      pool: analysePool,
      transact,
      now,
    }),
    keepRejectsDays: config.retention.rejects,
    now,
    log,
  });
  const pulls = createPulls({ connection, config, imports, nextId: () => ids.allocate('pulls'), now, log });
  await pulls.prepare();
  const { publicUrl } = config;
  const shared = createViews({ connection, nextId: ids.allocate, actor: actorName, publicUrl, now });
  await shared.prepare();
  const alerts = createAlerts({
    ...{ connection, config, leases, rollups, features, labelOf, transact, now, log },
    ...{ quotes: analytics.service.quotes, openDuplicates: clusters.countOpen, outbox: webhooks.outbox },
    ...{ hasWebhook: webhooks.has, nextId: ids.allocate, actor: actorName },
  });
  await alerts.prepare();
  const workspace = createWorkspaceService({
    isSample: async () => (await workspaceStore.sample()) !== undefined,
    sumBy: (dimension) => rollupSums.sumBy(dimension, { counting: 'all' }),
    days: () => rollupSums.range({ counting: 'all' }),
    openClusters: () => clusters.countOpen(),
    removedReviews: reviews.countRemoved,
    runningImports: importStore.countOpen,
    awaitingSecondLook: secondLook.countPending,
    features,
    now,
  });

  const retagger = createRetagger({
    reviews,
    leases,
    pool: analysePool,
    changeReviews,
    rebuild,
    transact,
    current: taxonomy.current,
    isBusy: takeIn.isBusy,
    now,
    log,
  });
  wakeRetagger = retagger.wake;

  return {
    access,
    limits,
    takeIn,
    analyse: analysePool.analyse,
    workers,
    pool,
    probe,
    retagger,
    secondLook,
    moderation,
    rescreener: screening.rescreener,
    erasures: erasure.runner,
    accessLog: screeningStores.accessLog,
    rollups: rollupService,
    workspaceStore,
    idempotencyKeys,
    dispatcher: webhooks.dispatcher,
    pulls,
    alerts,
    countReviews: reviews.count,
    countOpenClusters: () => clusters.countOpen(),
    services: {
      ...access.services,
      limits,
      publicUrl: config.isPublicUrlGiven ? publicUrl : undefined,
      reviews: reviewService,
      imports,
      inspections: createInspectService({ store: mappings, now }),
      ...moderation.services,
      ...screening.services,
      erasure: erasure.service,
      analytics: analytics.service,
      timeline: analytics.timeline,
      workspace,
      taxonomy,
      webhooks: webhooks.service,
      pulls: pulls.service,
      views: shared.views,
      shares: shared.shares,
      alerts: alerts.service,
      digests: alerts.digests,
    } satisfies ApiServices,
    /** For tests: the database goes, with all that is in it. */
    dropDatabase: () => connection.dropDatabase(),
    async close(): Promise<void> {
      await Promise.all([
        imports.stop(),
        retagger.stop(),
        secondLook.stop(),
        moderation.stop(),
        screening.rescreener.stop(),
        erasure.runner.stop(),
        webhooks.dispatcher.stop(),
        pulls.stop(),
        alerts.stop(),
      ]);
      await workers.close();
      await rollups.stop();
      await connection.close();
      await stop();
    },
  };
}

async function* mapAsync<A, B>(items: AsyncIterable<A>, change: (item: A) => B): AsyncIterable<B> {
  for await (const item of items) yield change(item);
}
