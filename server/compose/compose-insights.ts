import { actorName } from '../access/actor.ts';
import { createAlerts } from '../alerts/create-alerts.ts';
import { createAnalytics } from '../analytics/create-analytics.ts';
import { createRollupSumStore } from '../analytics/rollup-sum-store.ts';
import type { TaxonomyService } from '../taxonomy/taxonomy-service.ts';
import { createViews } from '../views/create-views.ts';
import { createWorkspaceService } from '../workspace/workspace-service.ts';
import type { Base } from './compose-base.ts';

export interface InsightsDeps {
  features: TaxonomyService['labels'];
  labelOf: (feature: string) => string;
  /** How many reviews wait to be looked at for rewordings. */
  awaitingSecondLook: () => Promise<number>;
}

/** Imports that the timeline looks at: the latest. */
const TIMELINE_IMPORTS = 200;

/** What is told of the reviews: the charts, the views that are kept of them, alerts and the digest, the workspace. */
export async function composeInsights(
  { connection, config, log, now, ids, leases, stores, webhooks, transact }: Base,
  { features, labelOf, awaitingSecondLook }: InsightsDeps,
) {
  const { reviews, clusters, decisions, rollups } = stores;
  const sums = createRollupSumStore(connection, rollups);
  const analytics = createAnalytics({
    ...{ connection, rollups, sums, reviews, features, now },
    latestImports: () => stores.imports.list(undefined, TIMELINE_IMPORTS),
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
  const views = createViews({
    ...{ connection, nextId: ids.allocate, actor: actorName, publicUrl: config.publicUrl, now },
  });
  const alerts = createAlerts({
    ...{ connection, config, leases, rollups, features, labelOf, transact, now, log },
    ...{ quotes: analytics.service.quotes, openDuplicates: clusters.countOpen, outbox: webhooks.outbox },
    ...{ hasWebhook: webhooks.has, nextId: ids.allocate, actor: actorName },
  });
  for (const part of [analytics, views, alerts]) await part.prepare();
  const workspace = createWorkspaceService({
    isSample: async () => (await stores.workspace.sample()) !== undefined,
    sumBy: (dimension) => sums.sumBy(dimension, { counting: 'all' }),
    days: () => sums.range({ counting: 'all' }),
    openClusters: () => clusters.countOpen(),
    heldReviews: reviews.countHeld,
    removedReviews: reviews.countRemoved,
    runningImports: stores.imports.countOpen,
    ...{ awaitingSecondLook, features, now },
  });
  return { analytics, views, alerts, workspace };
}
