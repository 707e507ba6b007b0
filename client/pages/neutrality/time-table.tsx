import type { Neutrality } from '../../../server/contract/moderation.ts';
import { formatPeriod } from '../../state/dates.ts';
import { formatCount, formatStars } from '../../state/figures.ts';
import { type TimeRow, timeRows } from '../../state/neutrality-rows.ts';

/** Low ratings dark, all others hatched in grey, those without stars light: three lengths that add up. */
const TimeBar = ({ row, most }: { row: TimeRow; most: number }) => {
  const width = (count: number) => (count / most) * 100;
  return (
    <svg class="bar-cell" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-low" x="0" y="2" width={width(row.low)} height="12" />
      <rect class="bar-other" x={width(row.low)} y="2" width={width(row.other)} height="12" />
      <rect class="bar-none" x={width(row.low + row.other)} y="4" width={width(row.unrated)} height="8" />
    </svg>
  );
};

/** What was removed over time, the newest first: chart and table in one. */
export function TimeTable({ value }: { value: Neutrality }) {
  const { rows, most } = timeRows(value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls needs a name and the focus
    // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Removed over time, table">
      <table class="t data bars">
        <caption class="sr">Removed reviews over time</caption>
        <thead>
          <tr>
            <th scope="col">{value.interval === 'day' ? 'Day' : 'Week'}</th>
            <th scope="col" class="bar-col">
              <span class="bar-key">
                <span class="key-low">1–2 stars</span>
                <span class="key-other">3–5 stars</span>
                <span class="key-none">no stars</span>
              </span>
            </th>
            <th scope="col" class="num">
              Removed
            </th>
            <th scope="col" class="num">
              1–2 stars
            </th>
            <th scope="col" class="num">
              Average stars
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from}>
              <th scope="row" class="nowrap">
                {formatPeriod(row.from, row.to)}
              </th>
              <td class="bar-col">
                <TimeBar row={row} most={most} />
              </td>
              <td class="num">{formatCount(row.removed)}</td>
              <td class="num">{formatCount(row.low)}</td>
              <td class="num">{row.average === null ? '–' : formatStars(row.average)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
