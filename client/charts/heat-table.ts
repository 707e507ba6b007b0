import type { Products } from '../../server/contract/analytics.ts';
import { type BothFigures, netsOf } from '../state/copies.ts';
import { TOO_FEW } from '../state/figures.ts';

/** Seven steps of net sentiment, from −1 to 1. */
export type HeatStep = 'n3' | 'n2' | 'n1' | 'z0' | 'p1' | 'p2' | 'p3';
export const HEAT_STEPS: readonly HeatStep[] = ['n3', 'n2', 'n1', 'z0', 'p1', 'p2', 'p3'];

export type HeatCell = {
  reviews: number;
  net: number | null;
  step: HeatStep | null;
  /** The net counted once and with all copies, where a net is shown. */
  effect: BothFigures;
};
export type HeatRow = { feature: string; label: string; cells: HeatCell[] };
export type HeatTable = { products: { product: string; reviews: number }[]; rows: HeatRow[] };

/** The step of a net: even within a tenth of zero, strong from 0.6 on. */
export function stepOf(net: number): HeatStep {
  const size = Math.abs(net);
  if (size < 0.1) return 'z0';
  const strength = size < 0.35 ? 1 : size < 0.6 ? 2 : 3;
  return `${net < 0 ? 'n' : 'p'}${strength}` as HeatStep;
}

/** Features down (the `limit` most named, lowest net over all products first), products across, most reviewed first. */
export function toHeatTable(
  { rows }: Pick<Products, 'rows'>,
  limits: { features: number; products: number },
): HeatTable {
  const products = [...rows].sort((a, b) => b.reviews - a.reviews).slice(0, limits.products);
  const totals = new Map<string, { label: string; reviews: number; balance: number }>();
  for (const { feature, label, reviews, positive, negative } of products.flatMap((row) => row.features)) {
    const total = totals.get(feature) ?? { label, reviews: 0, balance: 0 };
    total.reviews += reviews;
    total.balance += positive - negative;
    totals.set(feature, total);
  }
  const features = [...totals]
    .filter(([, total]) => total.reviews > 0)
    .sort(([, a], [, b]) => b.reviews - a.reviews)
    .slice(0, limits.features)
    .sort(([, a], [, b]) => a.balance / a.reviews - b.balance / b.reviews || a.label.localeCompare(b.label));
  return {
    products: products.map(({ product, reviews }) => ({ product, reviews })),
    rows: features.map(([feature, { label }]) => ({
      feature,
      label,
      cells: products.map((product) => toCell(product.features.find((row) => row.feature === feature))),
    })),
  };
}

function toCell(row: Products['rows'][number]['features'][number] | undefined): HeatCell {
  const none = { net: null, step: null, effect: netsOf(undefined) };
  if (!row || row.reviews === 0) return { reviews: 0, ...none };
  if (row.reviews < TOO_FEW || row.net === null) return { reviews: row.reviews, ...none };
  return { reviews: row.reviews, net: row.net.value, step: stepOf(row.net.value), effect: netsOf(row.effect) };
}
