import type { PullView } from '../../../server/contract/pull.ts';
import { deleteFrom, patchJson, postJson } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { formatInstant } from '../../state/dates.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';
import { FORMAT_WORDS } from '../imports/file-options.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { shortUrl, tellEvery, tellRun } from './tell.ts';
import { useAct } from './use-act.ts';

const tellAbout = ({ everyMinutes, format, product, source }: PullView): string => {
  const every = tellEvery(everyMinutes);
  return [
    `${every.charAt(0).toUpperCase()}${every.slice(1)}`,
    format === 'auto' ? null : FORMAT_WORDS[format],
    product ? nameProduct(product) : null,
    source ? nameOf(source) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
};

const stateOf = ({ state, active, lastRun }: PullView): { label: string; kind: string } => {
  if (state === 'running') return { label: 'Fetching', kind: 'accent' };
  if (!active) return { label: 'Off', kind: '' };
  return lastRun?.result === 'failed' ? { label: 'Failing', kind: 'error' } : { label: 'On', kind: 'ok' };
};

type RowProps = { pull: PullView; onChanged: () => void; onEdit: () => void };

function Row({ pull, onChanged, onEdit }: RowProps) {
  const { isBusy, act } = useAct(onChanged);
  const path = `/pulls/${pull.id}`;
  const name = shortUrl(pull.url);
  const { label, kind } = stateOf(pull);
  const hasFailed = pull.lastRun?.result === 'failed';
  return (
    <li aria-busy={isBusy}>
      <p class="con-line">
        <b class="con-url" title={pull.url}>
          {name}
        </b>
        <span class={`badge ${kind}`}>{label}</span>
      </p>
      <p class="dim">{tellAbout(pull)}</p>
      <p class={hasFailed ? 'con-warn' : 'muted'}>
        {tellRun(pull)}
        {pull.lastImport ? (
          <>
            {' · '}
            <a class="link" href={`/import?id=${pull.lastImport}`}>
              Last import {pull.lastImport}
            </a>
          </>
        ) : null}
      </p>
      <p class="muted">{pull.nextRunAt ? `Next ${formatInstant(pull.nextRunAt)}` : 'Not fetched while it is off'}</p>
      <fieldset class="con-acts">
        <legend class="sr">Address {name}</legend>
        <button
          type="button"
          class="btn small"
          disabled={isBusy || pull.state === 'running'}
          onClick={() => void act(() => postJson(`${path}/run`), `${name} is fetched now.`)}
        >
          Fetch now
        </button>
        <button
          type="button"
          class="btn small"
          disabled={isBusy}
          onClick={() =>
            void act(
              () => patchJson(path, { active: !pull.active }),
              `${name} is switched ${pull.active ? 'off' : 'on'}.`,
            )
          }
        >
          {pull.active ? 'Switch off' : 'Switch on'}
        </button>
        <button type="button" class="btn small" onClick={onEdit}>
          Change
        </button>
        <ConfirmButton
          label="Delete"
          question="Delete it? What it imported stays"
          answer="Delete"
          isDisabled={isBusy}
          onConfirm={() => void act(() => deleteFrom(path), `${name} is deleted; what it imported stays.`)}
        />
      </fieldset>
    </li>
  );
}

type PullListProps = {
  items: readonly PullView[];
  canAdd: boolean;
  onChanged: () => void;
  onAdd: () => void;
  onEdit: (id: string) => void;
};

/** The addresses whose files are fetched by a schedule, with how each fares. */
export const PullListView = ({ items, canAdd, onChanged, onAdd, onEdit }: PullListProps) => (
  <>
    <ul class="con-list">
      {items.map((pull) => (
        <Row key={pull.id} pull={pull} onChanged={onChanged} onEdit={() => onEdit(pull.id)} />
      ))}
    </ul>
    {canAdd ? (
      <button type="button" class="btn" onClick={onAdd}>
        <Icon name="plus" />
        Add an address
      </button>
    ) : null}
  </>
);
