import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../server/contract/insights.ts';
import { type CompareColumn, drawCompareDots, listCompared, tellComparison } from '../../charts/compare-dots.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import { CopiesNote } from '../../components/copies-note.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { netsOf, otherOf, WITH_COPIES } from '../../state/copies.ts';
import { formatPeriod } from '../../state/dates.ts';
import { formatCount, formatMargin, formatSigned, formatStars, nameProduct } from '../../state/figures.ts';
import type { Target } from '../../state/sentences.ts';
import type { ComparisonResource } from './compared.ts';

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

const tellNet = (net: number | null) => (net === null ? '' : formatSigned(net));

const toTable = (
  { rows, counting }: Comparison,
  columns: CompareColumn[],
  onOpen: (target: Target) => void,
): TableView => ({
  columns: [
    { label: 'Feature', isNumber: false },
    ...columns.flatMap(({ name }) => [
      { label: `${name}, net`, isNumber: true },
      { label: `${name}, ${WITH_COPIES[otherOf(counting)]}`, isNumber: true },
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
        { text: cell.tooFew ? '' : tellNet(netsOf(cell.effect)[otherOf(counting)]) },
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
    () => (stage: Parameters<typeof drawCompareDots>[2]) =>
      drawCompareDots({ rows, counting: value.counting }, columns, stage),
    [rows, columns, value.counting],
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

const listFigures = (value: Comparison, columns: readonly CompareColumn[]) =>
  listCompared(value).flatMap(({ label, cells }) =>
    cells.flatMap(({ effect, tooFew }, at) =>
      tooFew ? [] : [{ ...netsOf(effect), label: `${label}, ${columns[at]?.name ?? ''}` }],
    ),
  );

type CompareCardProps = { comparison: ComparisonResource; isByPeriod: boolean; onOpen: (target: Target) => void };

/** Net sentiment by feature, side by side on one axis. */
export function CompareCard({ comparison: { resource, path, query }, isByPeriod, onOpen }: CompareCardProps) {
  const columns = useMemo(
    () => (resource.value?.columns ?? []).map((column) => toColumn(column, isByPeriod)),
    [resource.value, isByPeriod],
  );
  return (
    <ChartCard
      title="Side by side"
      subtitle="Net sentiment of each feature on one axis; the line is the 95 % interval"
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
        <>
          <span>
            {listCompared(value).filter(({ differences }) => differences.some(({ isClear }) => isClear)).length} of{' '}
            {listCompared(value).length} features differ clearly: the 95 % interval of the difference leaves out zero
          </span>
          <CopiesNote figures={listFigures(value, columns)} mark="ring" />
        </>
      )}
    >
      {(value) => <Dots value={value} columns={columns} onOpen={onOpen} />}
    </ChartCard>
  );
}
