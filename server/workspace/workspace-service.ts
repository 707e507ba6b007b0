import { type Cell, sumCells } from '../analytics/cells.ts';
import type { Workspace } from '../contract/analytics.ts';

export interface WorkspaceDeps {
  isSample: () => Promise<boolean>;
  /** Cells of all published reviews, by product or by source. */
  cellsBy: (dimension: 'product' | 'source') => Promise<Map<string, Cell[]>>;
  openClusters: () => Promise<number>;
  removedReviews: () => Promise<number>;
  runningImports: () => Promise<number>;
  awaitingSecondLook: () => Promise<number>;
  features: () => readonly { id: string; label: string }[];
  now: () => Date;
}

export type WorkspaceService = ReturnType<typeof createWorkspaceService>;

/** What fills the filter controls and the counts beside the navigation. */
export function createWorkspaceService(deps: WorkspaceDeps) {
  const countBy = (groups: ReadonlyMap<string, readonly Cell[]>) =>
    [...groups]
      .map(([name, cells]) => ({ name, reviews: sumCells(cells).reviews }))
      .filter((group) => group.reviews > 0)
      .sort((x, y) => y.reviews - x.reviews || (x.name < y.name ? -1 : 1));

  return {
    async overview(): Promise<Workspace> {
      const [sample, products, sources, openClusters, removedReviews, runningImports, awaitingSecondLook] =
        await Promise.all([
          deps.isSample(),
          deps.cellsBy('product'),
          deps.cellsBy('source'),
          deps.openClusters(),
          deps.removedReviews(),
          deps.runningImports(),
          deps.awaitingSecondLook(),
        ]);
      const days = [...products.values()]
        .flat()
        .map((cell) => cell.day)
        .sort();
      const byProduct = countBy(products);
      return {
        sample,
        reviews: byProduct.reduce((sum, group) => sum + group.reviews, 0),
        products: byProduct.map(({ name, reviews }) => ({ product: name, reviews })),
        sources: countBy(sources).map(({ name, reviews }) => ({ source: name, reviews })),
        days: { from: days[0] ?? null, to: days.at(-1) ?? null },
        openClusters,
        removedReviews,
        runningImports,
        awaitingSecondLook,
        features: deps.features().map(({ id, label }) => ({ feature: id, label })),
        now: deps.now().toISOString(),
      };
    },
  };
}
