import { useMemo, useState } from 'preact/hooks';
import type { DriverSide, Drivers } from '../../../server/contract/insights.ts';
import {
  type DriverRow,
  drawDriverDots,
  listDrivers,
  mayBeChance,
  SIDES,
  type SideName,
  targetOf,
  tellDrivers,
} from '../../charts/driver-dots.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { formatCount, formatSigned, formatStars } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const FEW = 8;
const ROW = 44;

type FigureProps = { row: DriverRow; side: SideName; onOpen: (target: Target) => void };

const Figure = ({ row, side, onOpen }: FigureProps) => {
  const { change, n }: DriverSide = row[side];
  if (n === 0) return <span class="muted">–</span>;
  const told = change ? formatSigned(change.value) : 'too few';
  return (
    <button
      type="button"
      class={change ? '' : 'muted'}
      aria-label={`${row.label} ${side}: ${told}${change && mayBeChance(row[side]) ? ', may be chance' : ''}, ${formatCount(n)} reviews`}
      onClick={() => onOpen(targetOf(row.feature, side))}
    >
      {told} <small>n {formatCount(n)}</small>
    </button>
  );
};

function Dots({ rows, onOpen }: { rows: DriverRow[]; onOpen: (target: Target) => void }) {
  const draw = useMemo(() => (stage: Parameters<typeof drawDriverDots>[1]) => drawDriverDots(rows, stage), [rows]);
  return (
    <div class="drivers">
      <div class="legend">
        <span>
          <i class="k-neg round" />
          Blamed
        </span>
        <span>
          <i class="k-pos diamond" />
          Praised
        </span>
        <span>Hollow: may be chance. Line: 95 % interval</span>
      </div>
      <div class="dr-body">
        <ol>
          {rows.map((row) => (
            <li key={row.feature}>
              <b>{row.label}</b>
              <span />
              <span class="dr-figs">
                {SIDES.map((side) => (
                  <Figure key={side} row={row} side={side} onOpen={onOpen} />
                ))}
              </span>
            </li>
          ))}
        </ol>
        <div class="dr-plot">
          <Plot draw={draw} finding={tellDrivers(rows)} height={rows.length * ROW} onPick={onOpen} />
        </div>
      </div>
    </div>
  );
}

const cellsOf = (row: DriverRow, side: SideName, onOpen: (target: Target) => void): TableView['rows'][0]['cells'] => {
  const { n, change } = row[side];
  return [
    { text: change ? formatSigned(change.value) : 'too few' },
    { text: change ? `${formatSigned(change.low)} to ${formatSigned(change.high)}` : '' },
    {
      text: formatCount(n),
      ...(n > 0
        ? {
            label: `${row.label} ${side}: ${formatCount(n)} reviews`,
            open: () => onOpen(targetOf(row.feature, side)),
          }
        : {}),
    },
  ];
};

const toTable =
  (onOpen: (target: Target) => void) =>
  ({ rows }: Drivers): TableView => ({
    columns: [
      { label: 'Feature', isNumber: false },
      ...['Blamed', 'Praised'].flatMap((side) => [
        { label: `${side}, change`, isNumber: true },
        { label: `${side}, 95 %`, isNumber: true },
        { label: `${side}, n`, isNumber: true },
      ]),
    ],
    rows: rows.map((row) => ({ head: row.label, cells: SIDES.flatMap((side) => cellsOf(row, side, onOpen)) })),
  });

/** What the average would be without the reviews that blame or praise a feature, with the formula on screen. */
export function DriversCard({ query, onOpen }: CardProps) {
  const resource = useResource<Drivers>('/analytics/drivers', query);
  const [isAll, setAll] = useState(false);
  const value = resource.value;
  const rows = useMemo(() => (value ? listDrivers(value, isAll ? value.rows.length : FEW) : []), [value, isAll]);
  const named = value ? listDrivers(value, value.rows.length).length : 0;
  return (
    <ChartCard
      title="What moves the stars"
      subtitle={
        value?.average
          ? `How the average (${formatStars(value.average)}, n ${formatCount(value.rated)}) would change without the reviews that blame or praise a feature`
          : 'How the average would change without the reviews that blame or praise a feature'
      }
      resource={resource}
      height={30 + FEW * ROW}
      csv={{ path: '/analytics/drivers', query, filename: 'what-moves-the-stars.csv' }}
      table={toTable(onOpen)}
      empty={(drivers) =>
        listDrivers(drivers, 1).length === 0 ? (
          <Empty icon="star" title="Too few reviews">
            No feature is judged by {drivers.minN} reviews with stars.
          </Empty>
        ) : null
      }
      foot={({ formula, minN }) => (
        <>
          <details class="formula">
            <summary>How this is worked out</summary>
            <p>
              {formula} Below {minN} reviews “too few” is said instead. It says what goes together, not what causes
              what.
            </p>
          </details>
          {named > FEW ? (
            <button type="button" class="link" onClick={() => setAll(!isAll)}>
              {isAll ? `Show the first ${FEW}` : `Show all ${named}`}
            </button>
          ) : null}
        </>
      )}
    >
      {() => <Dots rows={rows} onOpen={onOpen} />}
    </ChartCard>
  );
}
