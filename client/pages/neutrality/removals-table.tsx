import type { Neutrality } from '../../../server/contract/moderation.ts';
import { formatCount } from '../../state/figures.ts';
import { removalRows } from '../../state/neutrality-rows.ts';
import { nameReason } from '../../state/queue-filters.ts';

const STARS = [1, 2, 3, 4, 5];

/** What each moderator removed, for which reason, by stars. */
export function RemovalsTable({ value }: { value: Neutrality }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways needs a name and the focus
    // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Removed reviews, table">
      <table class="t data">
        <caption class="sr">Removed reviews by moderator, reason and stars</caption>
        <thead>
          <tr>
            <th scope="col">Moderator</th>
            <th scope="col">Reason</th>
            {STARS.map((stars) => (
              <th key={stars} scope="col" class="num">
                {stars} ★
              </th>
            ))}
            <th scope="col" class="num">
              No stars
            </th>
            <th scope="col" class="num">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {removalRows(value).map(({ moderator, reason, stars, unrated, removed }) => (
            <tr key={`${moderator} ${reason}`}>
              <th scope="row">{moderator}</th>
              <td>{nameReason(reason)}</td>
              {stars.map((count, at) => (
                <td key={STARS[at]} class={`num ${count === 0 ? 'muted' : ''}`}>
                  {formatCount(count)}
                </td>
              ))}
              <td class={`num ${unrated === 0 ? 'muted' : ''}`}>{formatCount(unrated)}</td>
              <td class="num">
                <b>{formatCount(removed)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
