import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../server/contract/insights.ts';
import { type CompareColumn, drawCompareDots, listCompared, tellComparison } from '../../charts/compare-dots.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { formatPeriod } from '../../state/dates.ts';
import { formatCount, formatMargin, formatSigned, formatStars, nameProduct } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';

const ROW = 40;
const SHAPES = ['●', '◆', '▲', '■'] as const;

/** A column by its product, or by its period where products are not what is compared. */
function toColumn({ product, days }: Comparison['columns'][number], isByPeriod: boolean): CompareColumn {
  const { from, to } = days;
  const name = isByPeriod ? (from && to ? formatPeriod(from, to) : 'No reviews') : nameProduct(product ?? '');
  return {
    name,
    target: isByPeriod ? { ...(from ? { from } : {}), ...(to ? { to } : {}) } : product === null ? {} : { product },
  };
}

const toTable = ({ rows }: Comparison, columns: CompareColumn[], onOpen: (target: Target) => void): TableView => ({
  columns: [
    { label: 'Feature', isNumber: false },
    ...columns.flatMap(({ name }) => [
      { label: `${name}, net`, isNumber: true },
      { label: `${name}, n`, isNumber: true },
    ]),
    { label: 'Clear difference', isNumber: false },
  ],
  rows: rows.map((row) => ({
    head: row.label,
    cells: [
      ...row.cells.flatMap((cell, at) => [
        {
          text: cell.tooFew || !cell.net ? 'too few' : `${formatSigned(cell.net.value)} ${formatMargin(cell.net)}`,
        },
        {
          text: formatCount(cell.reviews),
          ...(cell.reviews > 0
            ? {
                label: `${row.label}, ${columns[at]?.name ?? ''}: ${formatCount(cell.reviews)} reviews`,
                open: () => onOpen({ ...columns[at]?.target, feature: row.feature }),
              }
            : {}),
        },
      ]),
      { text: row.differences.some(({ isClear }) => isClear) ? 'yes' : 'no' },
    ],
  })),
});

function Dots({
  value,
  columns,
  onOpen,
}: {
  value: Comparison;
  columns: CompareColumn[];
  onOpen: (target: Target) => void;
}) {
  const rows = useMemo(() => listCompared(value), [value]);
  const draw = useMemo(
    () => (stage: Parameters<typeof drawCompareDots>[2]) => drawCompareDots(rows, columns, stage),
    [rows, columns],
  );
  return (
    <>
      <ul class="compare-heads">
        {value.columns.map(({ reviews, rated, average }, at) => (
          <li key={columns[at]?.name}>
            <b>
              <span class={`shape series-${at}`} aria-hidden="true">
                {SHAPES[at]}
              </span>{' '}
              {columns[at]?.name}
            </b>
            <span>
              {average
                ? `${formatStars(average.value)} stars ${formatMargin(average)}, n ${formatCount(rated)}`
                : 'No stars'}
            </span>
            <span class="muted">{formatCount(reviews)} reviews</span>
          </li>
        ))}
      </ul>
      <Plot draw={draw} finding={tellComparison(rows, columns)} height={30 + rows.length * ROW} onPick={onOpen} />
    </>
  );
}

type CompareCardProps = { query: Query; products: string[]; onOpen: (target: Target) => void };

/** Net sentiment by feature, side by side on one axis. */
export function CompareCard({ query, products, onOpen }: CompareCardProps) {
  const isByPeriod = products.length === 0;
  const path = `/analytics/compare${isByPeriod ? '' : `?${new URLSearchParams(products.map((id) => ['products', id]))}`}`;
  const resource = useResource<Comparison>(path, query);
  const columns = useMemo(
    () => (resource.value?.columns ?? []).map((column) => toColumn(column, isByPeriod)),
    [resource.value, isByPeriod],
  );
  return (
    <ChartCard
      title="Side by side"
      subtitle="Net sentiment of each feature on one axis; the line is the 95 % interval"
      resource={resource}
      height={560}
      csv={{ path, query, filename: 'side-by-side.csv' }}
      table={(value) => toTable(value, columns, onOpen)}
      empty={(value) =>
        listCompared(value).length === 0 ? (
          <Empty icon="overview" title="Too few reviews">
            No feature is named by {value.minN} reviews on two sides.
          </Empty>
        ) : null
      }
      foot={(value) => (
        <span>
          {listCompared(value).filter(({ differences }) => differences.some(({ isClear }) => isClear)).length} of{' '}
          {listCompared(value).length} features differ clearly: the 95 % interval of the difference leaves out zero
        </span>
      )}
    >
      {(value) => <Dots value={value} columns={columns} onOpen={onOpen} />}
    </ChartCard>
  );
}
