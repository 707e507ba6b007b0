import type { ComponentChildren } from 'preact';
import type { Decision, DecisionPage } from '../../../server/contract/duplicates.ts';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { plural } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import { type Pages, usePages } from '../../state/pages.ts';
import { nameReason } from '../../state/queue-filters.ts';
import { LogRowView } from './log-row.tsx';
import { useUndo } from './use-undo.ts';

const idOf = ({ id }: { id: string }) => id;

const tell = ({ action, removed, kept }: Decision) =>
  action === 'remove'
    ? `Removed ${plural(removed.length, 'copy', 'copies')}, kept ${kept.slice(0, 3).join(', ')}${kept.length > 3 ? ' …' : ''}`
    : `Not duplicates: ${plural(kept.length, 'review stays', 'reviews stay')}`;

type ListProps<Item, P extends { items: Item[]; next: string | null }> = {
  pages: Pages<Item, P>;
  isFiltered: boolean;
  onClear: () => void;
  children: (item: Item) => ComponentChildren;
};

/** A list of the log with all its states. */
export function LogList<Item, P extends { items: Item[]; next: string | null }>(props: ListProps<Item, P>) {
  const { pages, isFiltered, onClear, children } = props;
  if (pages.error && pages.items.length === 0)
    return <Failed level={2} what="The log" detail={pages.error.message} onRetry={pages.reload} />;
  if (pages.items.length === 0 && (pages.isLoading || pages.last === null)) return <Skeleton lines={10} />;
  if (pages.items.length === 0) {
    const clear = (
      <button type="button" class="btn small" onClick={onClear}>
        Clear filters
      </button>
    );
    return isFiltered ? (
      <Empty level={2} icon="search" title="Nothing matches" foot={clear}>
        No decision is like this.
      </Empty>
    ) : (
      <Empty level={2} icon="check" title="No decisions yet">
        Each decision is listed here, with who, when and why, and can be taken back at any time.
      </Empty>
    );
  }
  return (
    <>
      <ol class="log-rows">{pages.items.map(children)}</ol>
      {pages.error ? <p class="error-text">{pages.error.message}</p> : null}
      {pages.hasMore ? (
        <button type="button" class="log-more" disabled={pages.isLoading} onClick={pages.loadMore}>
          {pages.isLoading ? 'Loading …' : 'Show more'}
        </button>
      ) : null}
    </>
  );
}

type DecisionLogProps = { query: Query; onClear: () => void };

/** Decisions on duplicates, the newest first, undone ones too. */
export function DecisionLog({ query, onClear }: DecisionLogProps) {
  const pages = usePages<Decision, DecisionPage>('/decisions', { ...query, limit: '50' }, idOf);
  const { busy, refusals, undo } = useUndo<Decision>(
    (id) => `/decisions/${id}/undo`,
    (id, answer) => pages.update(id, () => answer),
  );
  return (
    <LogList pages={pages} isFiltered={Object.keys(query).length > 0} onClear={onClear}>
      {(decision) => (
        <LogRowView
          key={decision.id}
          id={decision.id}
          actor={decision.actor}
          at={decision.at}
          what={tell(decision)}
          reason={nameReason(decision.reason)}
          note={decision.note}
          links={
            <>
              <a class="link" href={`/duplicates/${decision.cluster}`}>
                {decision.cluster}
              </a>
              {decision.bulk ? (
                <a class="link" href={`/log?bulk=${decision.bulk}`}>
                  {decision.bulk}
                </a>
              ) : null}
            </>
          }
          undone={decision.undoneAt === null ? null : { by: decision.undoneBy, at: decision.undoneAt }}
          isBusy={busy.has(decision.id)}
          refusal={refusals[decision.id]}
          onUndo={() => void undo(decision.id)}
        />
      )}
    </LogList>
  );
}
