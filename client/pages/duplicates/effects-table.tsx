import type { Effect } from '../../../server/contract/duplicates.ts';
import { formatDay } from '../../state/dates.ts';
import { formatCount, formatSigned, formatStars, plural } from '../../state/figures.ts';

type Figure = Effect['now'];

/** Days inside a scope as the reader writes them. */
const tellScope = (scope: string) => scope.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => formatDay(day));

/** Stars have no sign, net sentiment has. */
const format = (measure: string, { value }: Figure) => {
  if (value === null) return 'none';
  return /stars/i.test(measure) ? formatStars(value) : formatSigned(value);
};

const FigureCell = ({ measure, figure, isChosen }: { measure: string; figure: Figure; isChosen?: boolean }) => (
  <td class={`num ${isChosen ? 'cur' : ''}`}>
    {format(measure, figure)} <span class="pm">n {formatCount(figure.n)}</span>
  </td>
);

const isEqual = (a: Figure, b: Figure) => a.value === b.value && a.n === b.n;

/** What each choice would do to the figures of the cluster's product over the days of its reviews. */
export function EffectsTable({ effects, removing }: { effects: Effect[]; removing: number }) {
  if (effects.length === 0) return null;
  const scopes = [...new Set(effects.map((effect) => effect.scope))];
  const isUnchanged = effects.every((effect) => isEqual(effect.now, effect.ifRemoved));
  return (
    <div class="after">
      <h3>
        Effect on the numbers<span>{scopes.length === 1 ? tellScope(scopes[0] ?? '') : ''}</span>
      </h3>
      <table class="t">
        <thead>
          <tr>
            <td />
            <th scope="col" class="num">
              Now
            </th>
            <th scope="col" class="num cur">
              If {formatCount(removing)} removed
            </th>
            <th scope="col" class="num">
              If all kept
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map(({ measure, scope, now, ifRemoved, ifKept }) => (
            <tr key={`${measure} ${scope}`}>
              <th scope="row">
                {measure}
                {scopes.length > 1 ? <span class="muted"> {tellScope(scope)}</span> : null}
              </th>
              <FigureCell measure={measure} figure={now} />
              <FigureCell measure={measure} figure={ifRemoved} isChosen />
              <FigureCell measure={measure} figure={ifKept} />
            </tr>
          ))}
        </tbody>
      </table>
      {isUnchanged ? (
        <p class="after-note">
          Undecided copies already count as one, so removing them changes nothing here. Keeping all adds{' '}
          {plural(removing, 'review', 'reviews')}.
        </p>
      ) : null}
    </div>
  );
}
