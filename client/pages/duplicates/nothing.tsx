import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { CLEARED, type QueueFilters, tellQueueFilters } from '../../state/queue-filters.ts';
import { workspace } from '../../state/workspace.ts';
import type { Bench } from './use-queue.ts';

/** List and detail in grey while the list is awaited. */
export const Awaited = () => (
  <div class="dq-body" aria-busy="true">
    <div class="queue awaited">
      {Array.from({ length: 8 }, (_, at) => (
        <Skeleton key={at} lines={2} />
      ))}
    </div>
    <div class="detail">
      <div class="detail-s">
        <Skeleton lines={14} />
      </div>
    </div>
  </div>
);

type NothingProps = {
  tab: ClusterState;
  filters: QueueFilters;
  bench: Bench;
  /** Clusters that came in since the list was read. */
  fresh: number;
  onFilter: (patch: typeof CLEARED) => void;
};

const NOTHING_DECIDED = {
  removed: {
    icon: 'removed',
    title: 'Nothing removed',
    text: 'Copies that a moderator removes are listed here and can be taken back at any time.',
  },
  not_duplicates: {
    icon: 'check',
    title: 'Nothing here yet',
    text: 'Clusters that a moderator calls “not duplicates” are listed here and are not asked about again.',
  },
} as const;

/** The open queue without anything in it: cleared, or never filled. */
function NothingOpen({ fresh, onReload }: { fresh: number; onReload: () => void }) {
  const hasReviews = (workspace.value?.reviews ?? 0) > 0;
  const next =
    fresh > 0 ? (
      <button type="button" class="btn small" onClick={onReload}>
        Show {fresh} new
      </button>
    ) : (
      <a class="link" href={hasReviews ? '/log' : '/import'}>
        {hasReviews ? 'See decisions' : 'Go to import'}
      </a>
    );
  return hasReviews || fresh > 0 ? (
    <Empty level={2} icon="clear" title="Queue is clear" foot={next}>
      There is nothing left to decide. New copies appear here as they are found.
    </Empty>
  ) : (
    <Empty level={2} icon="import" title="Nothing imported yet" foot={next}>
      Copies are looked for in every review that comes in.
    </Empty>
  );
}

/** Which kind of nothing the list shows. */
export function Nothing({ tab, filters, bench, fresh, onFilter }: NothingProps) {
  const { error } = bench.reading;
  if (error) return <Failed level={2} what="The list" detail={error.message} onRetry={bench.reload} />;
  if (Object.keys(filters).length > 0) {
    const clear = (
      <button type="button" class="btn small" onClick={() => onFilter(CLEARED)}>
        Clear filters
      </button>
    );
    return (
      <Empty level={2} icon="search" title="Nothing matches" foot={clear}>
        {tellQueueFilters(filters)}
      </Empty>
    );
  }
  if (tab === 'open') return <NothingOpen fresh={fresh} onReload={bench.reload} />;
  const { icon, title, text } = NOTHING_DECIDED[tab];
  return (
    <Empty level={2} icon={icon} title={title}>
      {text}
    </Empty>
  );
}
