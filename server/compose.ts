import { createAccess } from './access/create-access.ts';
import type { ContentPool } from './analysis/content-pool.ts';
import { createWorkerPool, type WorkerPool } from './analysis/worker-pool.ts';
import { createRollupService } from './analytics/rollup-service.ts';
import type { ApiServices } from './api-operations.ts';
import { composeBase } from './compose/compose-base.ts';
import { composeImports } from './compose/compose-imports.ts';
import { composeInsights } from './compose/compose-insights.ts';
import { composeIntake } from './compose/compose-intake.ts';
import { composeModeration } from './compose/compose-moderation.ts';
import { composeTaxonomy } from './compose/compose-taxonomy.ts';
import type { Config } from './config.ts';
import { type OpenedDatabase, openDatabase } from './db/open-database.ts';
import { runAlone } from './db/run-alone.ts';
import { createRateLimits } from './http/rate-limits.ts';
import type { Log } from './log.ts';
import type { TakeInDeps } from './reviews/take-in.ts';
import { createRetagger } from './taxonomy/retagger.ts';

export type Core = Awaited<ReturnType<typeof composeCore>>;

interface CoreOptions {
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
}

/**
 * Everything but HTTP: the stores, the services and how they meet. The command line uses it as it is. Where it fails,
 * neither the connection nor the embedded MongoDB nor a worker thread is left behind.
 */
export async function composeCore({ now = () => new Date(), waitMs = 0, ...options }: CoreOptions) {
  const database = options.database ?? (await openDatabase(options.config, options.log, { waitMs }));
  const workers = options.workers ?? createWorkerPool();
  try {
    return await composeParts({ ...options, now, database, workers });
  } catch (error) {
    await workers.close();
    await database.connection.close();
    await database.stop();
    throw error;
  }
}

type PartsOptions = Omit<CoreOptions, 'waitMs'> & Required<Pick<CoreOptions, 'now' | 'database' | 'workers'>>;

async function composeParts({ config, log, now, compareContents, database, workers, onTaken, clear }: PartsOptions) {
  const base = await composeBase({ config, log, now, database });
  const { connection, leases, ids, stores, webhooks, transact } = base;
  const { reviews, clusters, rollups, workspace } = stores;
  const access = await createAccess({
    ...{ connection, config, accessLog: stores.screening.accessLog, nextId: ids.allocate, now },
  });
  const limits = createRateLimits(config.rateLimit);
  const rollupService = createRollupService({
    rollups,
    reviewsByDay: reviews.byDay,
    shape: { get: workspace.rollupShape, set: workspace.setRollupShape },
    alone: (work) => runAlone(leases, 'rollups', work),
  });
  await rollupService.renew();
  const taxonomy = await composeTaxonomy(base, () => retagger.wake());
  const { features, featureIds, labelOf } = taxonomy;

  const intake = composeIntake(base, {
    ...{ workers, taxonomy: taxonomy.service, featureIds, compareContents, onTaken, clear },
  });
  const { pool, changeStatus, takeIn, secondLook } = intake;
  const retagger = createRetagger({
    ...{ reviews, leases, pool, changeStatus, transact, isBusy: takeIn.isBusy, now, log },
    current: taxonomy.service.current,
  });
  const { erasure, screening, moderation } = await composeModeration(base, intake, labelOf);
  const { imports, inspections, pulls } = await composeImports(base, intake);
  const insights = await composeInsights(base, {
    ...{ features, labelOf, awaitingSecondLook: secondLook.countPending },
  });
  const { analytics, views, alerts } = insights;

  return {
    access,
    limits,
    takeIn,
    analyse: pool.analyse,
    workers,
    pool: base.pool,
    probe: database.probe,
    retagger,
    secondLook,
    moderation,
    rescreener: screening.rescreener,
    erasures: erasure.runner,
    accessLog: stores.screening.accessLog,
    rollups: rollupService,
    workspaceStore: workspace,
    idempotencyKeys: stores.idempotencyKeys,
    dispatcher: webhooks.dispatcher,
    pulls,
    alerts,
    countReviews: reviews.count,
    countOpenClusters: () => clusters.countOpen(),
    services: {
      ...access.services,
      limits,
      publicUrl: config.isPublicUrlGiven ? config.publicUrl : undefined,
      reviews: intake.service,
      imports,
      inspections,
      ...moderation.services,
      ...screening.services,
      erasure: erasure.service,
      analytics: analytics.service,
      timeline: analytics.timeline,
      workspace: insights.workspace,
      taxonomy: taxonomy.service,
      webhooks: webhooks.service,
      pulls: pulls.service,
      views: views.views,
      shares: views.shares,
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
      await database.stop();
    },
  };
}
