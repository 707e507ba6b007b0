import type { FeatureTable } from '../../../server/contract/analytics.ts';
import type { Estimate } from '../../../server/contract/primitives.ts';
import type { TagQuality, TaxonomyView } from '../../../server/contract/taxonomy.ts';
import { formatCount, formatShare, TOO_FEW } from '../../state/figures.ts';

/** A share with the number of checked reviews it is of, as shown: "86 %" and "n 14", or "too few" and "n 4". */
export type ShownShare = { text: string; note: string; isFigure: boolean };

export type ShownFeature = {
  id: string;
  label: string;
  words: string[];
  isDefault: boolean;
  /** Reviews that speak of it, counted once; null while not known. */
  reviews: number | null;
  precision: ShownShare;
  recall: ShownShare;
  judgement: ShownShare;
};

const UNCHECKED: ShownShare = { text: '–', note: '', isFigure: false };

/** Below ten checked reviews a share says more about chance than about the tagger. */
export function showShare(estimate: Estimate | null | undefined, n: number): ShownShare {
  const note = `n ${formatCount(n)}`;
  if (!estimate || n === 0) return UNCHECKED;
  return n < TOO_FEW
    ? { text: 'too few', note, isFigure: false }
    : { text: formatShare(estimate.value), note, isFigure: true };
}

/** The features of the list with what is counted and measured of each, in the list's order. */
export const toRows = (view: TaxonomyView, counts: FeatureTable | null, quality: TagQuality | null): ShownFeature[] =>
  view.features.map((feature) => {
    const measured = quality?.rows.find((row) => row.feature === feature.id);
    return {
      ...feature,
      reviews: counts ? (counts.rows.find((row) => row.feature === feature.id)?.reviews ?? 0) : null,
      precision: showShare(measured?.precision, measured?.found ?? 0),
      recall: showShare(measured?.recall, measured?.there ?? 0),
      judgement: showShare(measured?.polarity, measured?.both ?? 0),
    };
  });
