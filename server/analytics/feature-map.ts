import type { FeatureMap, Quadrant } from '../contract/insights.ts';
import type { Estimate } from '../contract/primitives.ts';
import type { Cell } from './cells.ts';
import { type Both, featureFigure, mapBoth } from './copies-effect.ts';
import { shareEstimate } from './estimate.ts';
import { featureRows, keyFigures, type LabelOf } from './tables.ts';

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((x, y) => x - y);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return 0;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
};

const quadrantOf = (isOften: boolean, isBetter: boolean): Quadrant => {
  if (isOften) return isBetter ? 'keep' : 'fix-first';
  return isBetter ? 'minor' : 'watch';
};

/**
 * How often each feature is named against how it is judged. Often: the median share (of features with at least `minN`
 * reviews) or more. Better: the net sentiment of all judgements together or more. `minN` and below it: no quadrant.
 * With `both` each row also says where it would lie counted either way.
 */
export function featureMap(
  { shown: sum, both }: { shown: Cell; both: Both<Cell> | undefined },
  { minN, labelOf }: { minN: number; labelOf: LabelOf },
): Pick<FeatureMap, 'reviews' | 'minN' | 'thresholds' | 'rows'> {
  const rows = featureRows(sum, labelOf).map((row) => ({
    ...row,
    share: shareEstimate(row.reviews, sum.reviews) as Estimate,
    tooFew: row.reviews < minN,
    ...(both
      ? {
          effect: mapBoth(both, (own) => {
            const figure = featureFigure(own, row.feature);
            return { ...figure, share: own.reviews > 0 ? figure.reviews / own.reviews : 0 };
          }),
        }
      : {}),
  }));
  const thresholds = {
    share: median(rows.filter((row) => !row.tooFew).map((row) => row.share.value)),
    net: keyFigures(sum).net?.value ?? 0,
  };
  const toQuadrant = (row: (typeof rows)[number]) =>
    row.tooFew ? null : quadrantOf(row.share.value >= thresholds.share, (row.net?.value ?? 0) >= thresholds.net);
  return {
    reviews: sum.reviews,
    minN,
    thresholds,
    rows: rows
      .map((row) => ({ ...row, quadrant: toQuadrant(row) }))
      .sort((x, y) => y.reviews - x.reviews || (x.feature < y.feature ? -1 : 1)),
  };
}
