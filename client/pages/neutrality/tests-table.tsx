import type { Neutrality } from '../../../server/contract/moderation.ts';
import { formatCount } from '../../state/figures.ts';
import { nameReason } from '../../state/queue-filters.ts';

const UNITS = { members: 'Which reviews of a cluster', clusters: 'Which clusters' } as const;
const formatP = (p: number) =>
  p < 0.001
    ? `< ${new Intl.NumberFormat(undefined, { minimumFractionDigits: 3 }).format(0.001)}`
    : new Intl.NumberFormat(undefined, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(p);

/** Every test that was made, the most telling first: what warns is seen among what does not. */
export const TestsTable = ({ value }: { value: Neutrality }) => (
  // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways needs a name and the focus
  // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
  <div class="scroll-x" tabIndex={0} role="region" aria-label="All tests, table">
    <table class="t data">
      <caption class="sr">All tests</caption>
      <thead>
        <tr>
          <th scope="col">Moderator</th>
          <th scope="col">Reason</th>
          <th scope="col">Asked</th>
          <th scope="col" class="num">
            Low removed
          </th>
          <th scope="col" class="num">
            Others removed
          </th>
          <th scope="col" class="num">
            By chance
          </th>
          <th scope="col" class="num">
            p, corrected
          </th>
        </tr>
      </thead>
      <tbody>
        {value.tests.map(({ moderator, reason, unit, low, other, expected, pAdjusted, warns }) => (
          <tr key={`${moderator} ${reason} ${unit}`}>
            <th scope="row">
              {moderator} {warns ? <span class="badge warn">Warns</span> : null}
            </th>
            <td>{reason === null ? 'Any' : nameReason(reason)}</td>
            <td>{UNITS[unit]}</td>
            <td class="num">
              {formatCount(low.removed)} <span class="pm">of {formatCount(low.of)}</span>
            </td>
            <td class="num">
              {formatCount(other.removed)} <span class="pm">of {formatCount(other.of)}</span>
            </td>
            <td class="num">{new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(expected)}</td>
            <td class="num">{formatP(pAdjusted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
