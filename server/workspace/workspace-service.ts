import type { Cell } from '../analytics/cells.ts';
import type { Workspace } from '../contract/analytics.ts';

export interface WorkspaceDeps {
  isSample: () => Promise<boolean>;
  /** Counts of all published reviews, by product or by source. */
  sumBy: (dimension: 'product' | 'source') => Promise<Map<string, Cell>>;
  /** First and last day with a published review. */
  days: () => Promise<Workspace['days']>;
  openClusters: () => Promise<number>;
  heldReviews: () => Promise<number>;
  removedReviews: () => Promise<number>;
  runningImports: () => Promise<number>;
  awaitingSecondLook: () => Promise<number>;
  features: () => readonly { id: string; label: string }[];
  now: () => Date;
}

export type WorkspaceService = ReturnType<typeof createWorkspaceService>;

/** What fills the filter controls and the counts beside the navigation. */
export function createWorkspaceService(deps: WorkspaceDeps) {
  const countBy = (groups: ReadonlyMap<string, Cell>) =>
    [...groups]
      .map(([name, { reviews }]) => ({ name, reviews }))
      .filter((group) => group.reviews > 0)
      .sort((x, y) => y.reviews - x.reviews || (x.name < y.name ? -1 : 1));

  return {
    async overview(): Promise<Workspace> {
      const [sample, products, sources, days, ...counts] = await Promise.all([
        deps.isSample(),
        deps.sumBy('product'),
        deps.sumBy('source'),
        deps.days(),
        deps.openClusters(),
        deps.heldReviews(),
        deps.removedReviews(),
        deps.runningImports(),
        deps.awaitingSecondLook(),
      ]);
      const [openClusters, heldReviews, removedReviews, runningImports, awaitingSecondLook] = counts;
      const byProduct = countBy(products);
      return {
        sample,
        reviews: byProduct.reduce((sum, group) => sum + group.reviews, 0),
        products: byProduct.map(({ name, reviews }) => ({ product: name, reviews })),
        sources: countBy(sources).map(({ name, reviews }) => ({ source: name, reviews })),
        days,
        openClusters,
        heldReviews,
        removedReviews,
        runningImports,
        awaitingSecondLook,
        features: deps.features().map(({ id, label }) => ({ feature: id, label })),
        now: deps.now().toISOString(),
      };
    },
  };
}
