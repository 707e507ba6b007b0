import { useState } from 'preact/hooks';
import type { Products } from '../../../server/contract/analytics.ts';
import type { Counting } from '../../../server/contract/primitives.ts';
import { shareToken } from '../../api.ts';
import { HEAT_STEPS, type HeatCell, type HeatTable, toHeatTable } from '../../charts/heat-table.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import { CopiesNote } from '../../components/copies-note.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { isMoved, otherOf, tellOther, WITH_COPIES } from '../../state/copies.ts';
import { formatCount, formatSigned, nameProduct } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const FEW = 12;
const MANY = 40;
const MAX_PRODUCTS = 8;

type CellProps = { cell: HeatCell; name: string; counting: Counting; onOpen: () => void };

const Cell = ({ cell, name, counting, onOpen }: CellProps) => {
  if (cell.reviews === 0) return <span class="none">–</span>;
  const isTooFew = cell.net === null || cell.step === null;
  return (
    <button
      type="button"
      class={isTooFew ? 'few' : `${cell.step ?? ''} ${isMoved(cell.effect) ? 'moved' : ''}`}
      aria-label={`${name}: ${isTooFew ? 'too few for a figure' : `net ${formatSigned(cell.net ?? 0)}`}, ${formatCount(cell.reviews)} reviews${tellOther(cell.effect, counting)}`}
      title={isMoved(cell.effect) ? tellBoth(cell) : undefined}
      onClick={onOpen}
    >
      {isTooFew ? `too few, n ${cell.reviews}` : formatSigned(cell.net ?? 0)}
      {isTooFew ? null : <small>{formatCount(cell.reviews)}</small>}
    </button>
  );
};

const tellBoth = ({ effect: { once, all } }: HeatCell) =>
  `Counted once ${formatSigned(once ?? 0)}, all reviews ${formatSigned(all ?? 0)}`;

type HeatProps = { table: HeatTable; counting: Counting; onOpen: (target: Target) => void };

const Heat = ({ table, counting, onOpen }: HeatProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways needs a name and the focus
  // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
  <div class="scroll-x" tabIndex={0} role="region" aria-label="Net sentiment by feature and product">
    <table class="heat">
      <caption class="sr">Net sentiment of each feature for each product, with the number of reviews</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="sr">Feature</span>
          </th>
          {table.products.map(({ product, reviews }) => (
            <th scope="col" key={product}>
              {shareToken() === null ? (
                <a class="link" href={`/products/${encodeURIComponent(product)}`} title="This product in short">
                  {nameProduct(product)}
                </a>
              ) : (
                nameProduct(product)
              )}
              <small>n {formatCount(reviews)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.feature}>
            <th scope="row">{row.label}</th>
            {row.cells.map((cell, at) => {
              const product = table.products[at]?.product ?? '';
              return (
                <td key={product}>
                  <Cell
                    cell={cell}
                    name={`${row.label}, ${nameProduct(product)}`}
                    counting={counting}
                    onOpen={() => onOpen({ feature: row.feature, product })}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const toPlain = ({ table, counting, onOpen }: HeatProps): TableView => ({
  columns: [
    { label: 'Feature', isNumber: false },
    ...table.products.flatMap(({ product }) => [
      { label: `${nameProduct(product)}, net (n)`, isNumber: true },
      { label: `${nameProduct(product)}, ${WITH_COPIES[otherOf(counting)]}`, isNumber: true },
    ]),
  ],
  rows: table.rows.map((row) => ({
    head: row.label,
    cells: row.cells.flatMap((cell, at) => {
      const product = table.products[at]?.product ?? '';
      const other = cell.effect[otherOf(counting)];
      const beside = { text: other === null ? '' : formatSigned(other) };
      if (cell.reviews === 0) return [{ text: 'no reviews' }, beside];
      const shown = {
        text: `${cell.net === null ? 'too few' : formatSigned(cell.net)} (${formatCount(cell.reviews)})`,
        label: `${row.label}, ${nameProduct(product)}: ${formatCount(cell.reviews)} reviews`,
        open: () => onOpen({ feature: row.feature, product }),
      };
      return [shown, beside];
    }),
  })),
});

const Scale = () => (
  <div class="scale" aria-hidden="true">
    −1
    <span>
      {HEAT_STEPS.map((step) => (
        <i key={step} class={step} />
      ))}
    </span>
    +1
  </div>
);

const listFigures = ({ rows, products }: HeatTable) =>
  rows.flatMap(({ label, cells }) =>
    cells.map(({ effect }, at) => ({ ...effect, label: `${label}, ${nameProduct(products[at]?.product ?? '')}` })),
  );

/** Features by product: a real table whose cells are tinted by their net and open their sentences. */
export function HeatCard({ query, onOpen }: CardProps) {
  const asked = { ...query, effect: 'true' };
  const resource = useResource<Products>('/analytics/products', asked);
  const [isAll, setAll] = useState(false);
  const toTable = (value: Products, limit: number) => toHeatTable(value, { features: limit, products: MAX_PRODUCTS });
  const products = resource.value?.rows.length ?? 0;
  const named = resource.value ? toTable(resource.value, MANY).rows.length : 0;
  return (
    <ChartCard
      title="Features by product"
      subtitle={
        products > MAX_PRODUCTS
          ? `Net sentiment with the number of reviews; the ${MAX_PRODUCTS} most reviewed of ${products} products`
          : 'Net sentiment with the number of reviews beside it'
      }
      resource={resource}
      height={480}
      csv={{ path: '/analytics/products', query: asked, filename: 'features-by-product.csv' }}
      table={(value) => toPlain({ table: toTable(value, MANY), counting: value.counting, onOpen })}
      empty={(value) =>
        toTable(value, MANY).rows.length === 0 ? (
          <Empty icon="reviews" title="No feature is named">
            The reviews that match speak of no feature.
          </Empty>
        ) : null
      }
      foot={(value) => (
        <>
          <Scale />
          <span>Below 10 reviews no figure is shown</span>
          <CopiesNote figures={listFigures(toTable(value, isAll ? MANY : FEW))} mark="corner" />
          {named > FEW ? (
            <button type="button" class="link" onClick={() => setAll(!isAll)}>
              {isAll ? `Show the ${FEW} most named` : `Show all ${named}`}
            </button>
          ) : null}
        </>
      )}
    >
      {(value) => <Heat table={toTable(value, isAll ? MANY : FEW)} counting={value.counting} onOpen={onOpen} />}
    </ChartCard>
  );
}
