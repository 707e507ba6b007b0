import { useMemo } from 'preact/hooks';
import type { DuplicatesEffect } from '../../../server/contract/analytics.ts';
import { drawStarBars, type StarRow, tellStars, toStarRows } from '../../charts/star-bars.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Icon } from '../../components/icon.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { formatCount, formatDelta, formatShare, formatSigned, formatStars, plural } from '../../state/figures.ts';
import type { Resource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const ROW = 34;

function Distribution({ value, filters, onOpen }: { value: DuplicatesEffect } & Pick<CardProps, 'filters' | 'onOpen'>) {
  const rows = useMemo(() => toStarRows(value), [value]);
  const draw = useMemo(() => (stage: Parameters<typeof drawStarBars>[1]) => drawStarBars(rows, stage), [rows]);
  return (
    <>
      <div class="dist">
        <ol>
          {rows.map((row) => (
            <li key={row.stars}>
              <StarRowButton row={row} onOpen={onOpen} />
            </li>
          ))}
        </ol>
        <div class="dist-plot">
          <Plot draw={draw} finding={tellStars(rows, filters.counting)} height={rows.length * ROW} onPick={onOpen} />
        </div>
      </div>
      <div class="legend">
        <span>
          <i class="k-once" />
          Counted once
        </span>
        <span>
          <i class="k-copies" />
          Copies on top
        </span>
      </div>
      <Compared value={value} />
    </>
  );
}

const StarRowButton = ({ row, onOpen }: { row: StarRow; onOpen: (target: Target) => void }) => (
  <button
    type="button"
    class="dist-row"
    aria-label={`${plural(row.stars, 'star', 'stars')}: ${plural(row.once, 'review', 'reviews')} counted once, ${formatCount(row.all)} with all copies`}
    onClick={() => onOpen({ rating: String(row.stars), counting: 'once' })}
  >
    <span class="stars">
      {row.stars}
      <Icon name="star" />
    </span>
    <span />
    <span class="num">{formatCount(row.once)}</span>
    <span class="num muted">{row.all === row.once ? '' : formatDelta(row.all - row.once)}</span>
  </button>
);

/** The same figures counted once and with all copies, side by side. */
const Compared = ({ value: { once, all } }: { value: DuplicatesEffect }) => (
  <table class="t compared">
    <thead>
      <tr>
        <td />
        <th scope="col" class="num">
          Counted once
        </th>
        <th scope="col" class="num">
          All reviews
        </th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">Reviews</th>
        <td class="num strong">{formatCount(once.reviews)}</td>
        <td class="num">{formatCount(all.reviews)}</td>
      </tr>
      <tr>
        <th scope="row">Average stars</th>
        <td class="num strong">{once.average === null ? 'None' : formatStars(once.average)}</td>
        <td class="num">{all.average === null ? 'None' : formatStars(all.average)}</td>
      </tr>
      <tr>
        <th scope="row">Net sentiment</th>
        <td class="num strong">{once.net === null ? 'None' : formatSigned(once.net.value)}</td>
        <td class="num">{all.net === null ? 'None' : formatSigned(all.net.value)}</td>
      </tr>
      <tr>
        <th scope="row">Share of five stars</th>
        <td class="num strong">{fiveStars(once)}</td>
        <td class="num">{fiveStars(all)}</td>
      </tr>
      <tr>
        <th scope="row">Without stars</th>
        <td class="num strong">{formatCount(once.reviews - once.rated)}</td>
        <td class="num">{formatCount(all.reviews - all.rated)}</td>
      </tr>
    </tbody>
  </table>
);

const fiveStars = ({ stars, rated }: DuplicatesEffect['once']) =>
  rated === 0 ? 'None' : formatShare((stars.find((row) => row.stars === 5)?.reviews ?? 0) / rated);

const toTable =
  (onOpen: (target: Target) => void) =>
  (value: DuplicatesEffect): TableView => ({
    columns: [
      { label: 'Stars', isNumber: false },
      { label: 'Counted once', isNumber: true },
      { label: 'All reviews', isNumber: true },
    ],
    rows: toStarRows(value).map((row) => ({
      head: plural(row.stars, 'star', 'stars'),
      cells: (['once', 'all'] as const).map((counting) => ({
        text: formatCount(row[counting]),
        label: `${plural(row.stars, 'star', 'stars')}, ${counting === 'once' ? 'counted once' : 'all reviews'}: ${formatCount(row[counting])}`,
        ...(row[counting] > 0 ? { open: () => onOpen({ rating: String(row.stars), counting }) } : {}),
      })),
    })),
  });

/** The distribution of the stars, and what the copies did to it. */
export const StarsCard = ({
  resource,
  query,
  filters,
  onOpen,
}: CardProps & { resource: Resource<DuplicatesEffect> }) => (
  <ChartCard
    title="Stars"
    subtitle={
      resource.value
        ? `Reviews by stars, n ${formatCount(resource.value.once.rated)}; what ${plural(resource.value.copies, 'copy adds', 'copies add')} is hatched`
        : 'Reviews by stars, counted once and with all copies'
    }
    resource={resource}
    height={400}
    csv={{ path: '/analytics/ratings', query, filename: 'stars.csv' }}
    table={toTable(onOpen)}
    empty={(value) =>
      value.all.rated === 0 ? (
        <Empty icon="star" title="No stars">
          None of the reviews that match has stars.
        </Empty>
      ) : null
    }
  >
    {(value) => <Distribution value={value} filters={filters} onOpen={onOpen} />}
  </ChartCard>
);
