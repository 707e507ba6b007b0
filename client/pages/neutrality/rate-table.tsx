import type { Neutrality } from '../../../server/contract/moderation.ts';
import { formatCount, formatShare } from '../../state/figures.ts';
import { rateRows } from '../../state/neutrality-rows.ts';

/** The rate as a mark on its 95 % interval, on one scale for all rows. */
const RateBar = ({ rate, most }: { rate: { value: number; low: number; high: number }; most: number }) => {
  const x = (share: number) => (share / most) * 100;
  return (
    <svg class="bar-cell" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-ground" x="0" y="7" width="100" height="2" />
      <rect class="bar-interval" x={x(rate.low)} y="5" width={Math.max(0.4, x(rate.high) - x(rate.low))} height="6" />
      <rect class="bar-mark" x={Math.min(99, Math.max(0, x(rate.value) - 0.6))} y="1" width="1.2" height="14" />
    </svg>
  );
};

/** How often reviews were removed by their stars: chart and table in one. */
export function RateTable({ value }: { value: Neutrality }) {
  const { rows, most } = rateRows(value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways needs a name and the focus
    // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Removal rates, table">
      <table class="t bars">
        <caption class="sr">Removed of the reviews decided on, by stars, with 95 % intervals</caption>
        <thead>
          <tr>
            <th scope="col">Stars</th>
            <th scope="col" class="bar-col">
              <span class="scale">
                <span>{formatShare(0)}</span>
                <span>{formatShare(most)}</span>
              </span>
            </th>
            <th scope="col" class="num">
              Removed
            </th>
            <th scope="col" class="num">
              95 % interval
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, decided, removed, rate }) => (
            <tr key={label}>
              <th scope="row" class="nowrap">
                {label}
              </th>
              <td class="bar-col">{rate ? <RateBar rate={rate} most={most} /> : null}</td>
              <td class="num">
                {rate ? formatShare(rate.value) : '–'}{' '}
                <span class="pm">
                  {formatCount(removed)} of {formatCount(decided)}
                </span>
              </td>
              <td class="num dim">{rate ? `${formatShare(rate.low)} – ${formatShare(rate.high)}` : 'none decided'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
