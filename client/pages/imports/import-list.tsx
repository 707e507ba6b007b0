import type { ImportView } from '../../../server/contract/imports.ts';
import { Icon } from '../../components/icon.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatBytes, formatShare } from '../../state/figures.ts';
import { tellImport } from './import-rows.ts';
import type { Sending } from './imports.tsx';

type ImportListProps = {
  items: ImportView[];
  sending: Sending[];
  chosen: string | null;
  onChoose: (id: string) => void;
  onDismiss: (id: number) => void;
  more: (() => void) | null;
};

const SendingRow = ({ entry, onDismiss }: { entry: Sending; onDismiss: () => void }) => (
  <li>
    <b class="run-name">{entry.file.name}</b>
    {entry.error ? (
      <p class="error-text" role="alert">
        {entry.error}{' '}
        <button type="button" class="link" onClick={onDismiss}>
          Dismiss
        </button>
      </p>
    ) : (
      <p class="muted" role="status">
        Sending, {formatShare(entry.share)} of {formatBytes(entry.file.size)}
      </p>
    )}
  </li>
);

/** What was brought in, newest first; files that are still being sent on top. */
export const ImportList = ({ items, sending, chosen, onChoose, onDismiss, more }: ImportListProps) => (
  <>
    <ol class="runs">
      {sending.map((entry) => (
        <SendingRow key={entry.id} entry={entry} onDismiss={() => onDismiss(entry.id)} />
      ))}
      {items.map((item) => (
        <li key={item.id} class={item.id === chosen ? 'chosen' : ''}>
          <button
            type="button"
            class="link run-name"
            aria-current={item.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(item.id)}
          >
            {item.filename}
          </button>
          <p class={item.state === 'failed' ? 'error-text' : 'muted'}>
            {item.state === 'failed' ? <Icon name="alert" /> : null}
            {tellImport(item)}
          </p>
          <p class="muted">{formatInstant(item.createdAt)}</p>
        </li>
      ))}
    </ol>
    {more ? (
      <button type="button" class="link" onClick={more}>
        Show more
      </button>
    ) : null}
  </>
);
