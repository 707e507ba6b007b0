import type { ImportView } from '../../../server/contract/imports.ts';
import { Icon } from '../../components/icon.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, plural } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import { countTaken, listDifferences, listOutcome, tellCopies } from './import-rows.ts';

/** What became of the rows, a figure a fate. */
export const Outcome = ({ view }: { view: ImportView }) => {
  const isTakenBack = view.state === 'undone' || view.state === 'undoing';
  const copies = isTakenBack ? '' : tellCopies(view.counts);
  return (
    <>
      <dl class="outcome">
        {listOutcome(view.counts, view.dryRun).map(({ figure, label }) => (
          <div key={label}>
            <dd>{figure}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      {copies ? (
        <p class="imp-told">
          {view.dryRun ? 'Among the new ones' : 'Among them'} {copies}. They go to the queue and count once until
          someone decides.
        </p>
      ) : null}
    </>
  );
};

/** Said where an import came out otherwise than its check: something else was stored in between. */
export function Differs({ view }: { view: ImportView }) {
  const check = useResource<ImportView>(view.confirms ? `/imports/${view.confirms}` : null);
  const differences = check.value ? listDifferences(check.value.counts, view.counts) : [];
  return (
    <div class="note warn imp-note">
      <Icon name="alert" />
      <div>
        <b>Other than the check said.</b> Something else was stored between the two.
        {differences.length > 0 ? (
          <ul class="imp-differs">
            {differences.map(({ label, foretold, came }) => (
              <li key={label}>
                {formatCount(came)} {label}, {formatCount(foretold)} foretold
              </li>
            ))}
          </ul>
        ) : null}{' '}
        {view.confirms ? (
          <a class="link" href={`/import?id=${view.confirms}`}>
            See the check
          </a>
        ) : null}
      </div>
    </div>
  );
}

type ConfirmProps = { view: ImportView; isSending: boolean; onConfirm: () => void };

/** What follows a check: doing it, where it was done, or why it cannot be done any more. */
export function Confirm({ view, isSending, onConfirm }: ConfirmProps) {
  if (view.confirmedBy !== null) {
    return (
      <p class="imp-told">
        This was done:{' '}
        <a class="link" href={`/import?id=${view.confirmedBy}`}>
          see the import {view.confirmedBy}
        </a>
      </p>
    );
  }
  const count = countTaken(view.counts);
  if (view.can.includes('confirm')) {
    return (
      <>
        <button type="button" class="btn solid" disabled={isSending || count === 0} onClick={onConfirm}>
          {count === 0 ? 'Nothing to import' : `Import ${plural(count, 'review', 'reviews')} now`}
        </button>
        <span class="muted imp-hint">
          {count === 0
            ? 'Nothing in the file is new or changed'
            : view.confirmUntil
              ? `Nothing is stored yet. The file is kept until ${formatInstant(view.confirmUntil)}`
              : 'Nothing is stored yet'}
        </span>
      </>
    );
  }
  return (
    <span class="muted">Nothing was stored, and the file is not kept any more. Choose it again to import it.</span>
  );
}

/** Ways on from an import that has brought something in. */
export const WaysOn = ({ view }: { view: ImportView }) => (
  <>
    {countTaken(view.counts) > 0 ? (
      <a class="btn" href={`/reviews?import=${view.id}`}>
        <Icon name="reviews" />
        Its reviews
      </a>
    ) : null}
    <a class="btn" href={view.product ? `/?product=${encodeURIComponent(view.product)}` : '/'}>
      <Icon name="overview" />
      Open the overview
    </a>
    {view.counts.exactDuplicates + view.counts.nearDuplicates > 0 ? (
      <a class="btn" href="/duplicates">
        <Icon name="duplicates" />
        Decide the copies
      </a>
    ) : null}
  </>
);
