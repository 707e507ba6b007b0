import { useMemo, useState } from 'preact/hooks';
import type { DriverSide, Drivers } from '../../../server/contract/insights.ts';
import type { Counting } from '../../../server/contract/primitives.ts';
import {
  type DriverRow,
  drawDriverDots,
  effectOf,
  listDrivers,
  mayBeChance,
  SIDES,
  type SideName,
  targetOf,
  tellDrivers,
} from '../../charts/driver-dots.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import { CopiesNote } from '../../components/copies-note.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { otherOf, tellOther, WITH_COPIES } from '../../state/copies.ts';
import { formatCount, formatSigned, formatStars } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const FEW = 8;
const ROW = 44;

type FigureProps = { row: DriverRow; side: SideName; counting: Counting; onOpen: (target: Target) => void };

const Figure = ({ row, side, counting, onOpen }: FigureProps) => {
  const { change, n }: DriverSide = row[side];
  if (n === 0) return <span class="muted">–</span>;
  const told = change ? formatSigned(change.value) : 'too few';
  return (
    <button
      type="button"
      class={change ? '' : 'muted'}
      aria-label={`${row.label} ${side}: ${told}${change && mayBeChance(row[side]) ? ', may be chance' : ''}, ${formatCount(n)} reviews${tellOther(effectOf(row[side]), counting)}`}
      onClick={() => onOpen(targetOf(row.feature, side))}
    >
      {told} <small>n {formatCount(n)}</small>
    </button>
  );
};

type DotsProps = { rows: DriverRow[]; counting: Counting; onOpen: (target: Target) => void };

function Dots({ rows, counting, onOpen }: DotsProps) {
  const draw = useMemo(
    () => (stage: Parameters<typeof drawDriverDots>[1]) => drawDriverDots({ rows, counting }, stage),
    [rows, counting],
  );
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
        <span>Hollow: may be chance. Line: 95 % interval</span>
      </div>
      <div class="dr-body">
        <ol>
          {rows.map((row) => (
            <li key={row.feature}>
              <b>{row.label}</b>
              <span />
              <span class="dr-figs">
                {SIDES.map((side) => (
                  <Figure key={side} row={row} side={side} counting={counting} onOpen={onOpen} />
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

const cellsOf = ({ row, side, counting, onOpen }: FigureProps): TableView['rows'][0]['cells'] => {
  const { n, change } = row[side];
  const other = effectOf(row[side])[otherOf(counting)];
  return [
    { text: change ? formatSigned(change.value) : 'too few' },
    { text: !change || other === null ? '' : formatSigned(other) },
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
  ({ rows, counting }: Drivers): TableView => ({
    columns: [
      { label: 'Feature', isNumber: false },
      ...['Blamed', 'Praised'].flatMap((side) => [
        { label: `${side}, change`, isNumber: true },
        { label: `${side}, ${WITH_COPIES[otherOf(counting)]}`, isNumber: true },
        { label: `${side}, 95 %`, isNumber: true },
        { label: `${side}, n`, isNumber: true },
      ]),
    ],
    rows: rows.map((row) => ({
      head: row.label,
      cells: SIDES.flatMap((side) => cellsOf({ row, side, counting, onOpen })),
    })),
  });

const listFigures = (rows: readonly DriverRow[]) =>
  rows.flatMap((row) =>
    SIDES.filter((side) => row[side].change).map((side) => ({ ...effectOf(row[side]), label: `${row.label} ${side}` })),
  );

/** What the average would be without the reviews that blame or praise a feature, with the formula on screen. */
export function DriversCard({ query, onOpen }: CardProps) {
  const asked = { ...query, effect: 'true' };
  const resource = useResource<Drivers>('/analytics/drivers', asked);
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
      csv={{ path: '/analytics/drivers', query: asked, filename: 'what-moves-the-stars.csv' }}
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
          <CopiesNote figures={listFigures(rows)} mark="ring" />
          {named > FEW ? (
            <button type="button" class="link" onClick={() => setAll(!isAll)}>
              {isAll ? `Show the first ${FEW}` : `Show all ${named}`}
            </button>
          ) : null}
        </>
      )}
    >
      {({ counting }) => <Dots rows={rows} counting={counting} onOpen={onOpen} />}
    </ChartCard>
  );
}
