import type { ImportView } from '../../../server/contract/imports.ts';
import { Icon } from '../../components/icon.tsx';
import { formatInstant } from '../../state/dates.ts';
import { isMoving, nameState, progressOf, tellImport } from './import-rows.ts';

type ImportListProps = {
  items: readonly ImportView[];
  chosen: string | null;
  onChoose: (id: string) => void;
  more: (() => void) | null;
};

const Row = ({ item, isChosen, onChoose }: { item: ImportView; isChosen: boolean; onChoose: () => void }) => {
  const share = progressOf(item);
  const hasBadge = item.state !== 'done' || item.dryRun;
  return (
    <li class={isChosen ? 'chosen' : ''}>
      <span class="run-top">
        <button type="button" class="link run-name" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
          {item.filename}
        </button>
        {hasBadge ? <span class={`badge ${isMoving(item) ? 'accent' : ''}`}>{nameState(item)}</span> : null}
      </span>
      <p class={item.state === 'failed' ? 'error-text' : 'muted'}>
        {item.state === 'failed' ? <Icon name="alert" /> : null}
        {tellImport(item)}
      </p>
      {isMoving(item) && share !== null ? (
        <progress class="imp-bar thin" max={1} value={share} aria-label={`Progress of ${item.filename}`} />
      ) : null}
      <p class="muted">{formatInstant(item.createdAt)}</p>
    </li>
  );
};

/** What was brought in and what is on its way, the newest first. */
export const ImportList = ({ items, chosen, onChoose, more }: ImportListProps) => (
  <>
    <ol class="runs">
      {items.map((item) => (
        <Row key={item.id} item={item} isChosen={item.id === chosen} onChoose={() => onChoose(item.id)} />
      ))}
    </ol>
    {more ? (
      <button type="button" class="link" onClick={more}>
        Show more
      </button>
    ) : null}
  </>
);
