import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { workspace } from '../../state/workspace.ts';
import type { useQueue } from './use-queue.ts';

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
  reading: ReturnType<typeof useQueue>['reading'];
  isFiltered: boolean;
  bench: ReturnType<typeof useQueue>;
  onClear: () => void;
};

/** Which kind of nothing the list shows. */
export function Nothing({ tab, reading, isFiltered, bench, onClear }: NothingProps) {
  if (reading.error) return <Failed level={2} what="The list" detail={reading.error.message} onRetry={bench.reload} />;
  if (isFiltered) {
    const clear = (
      <button type="button" class="btn small" onClick={onClear}>
        Clear filters
      </button>
    );
    return (
      <Empty level={2} icon="search" title="Nothing matches" foot={clear}>
        No cluster is of this kind and product.
      </Empty>
    );
  }
  if (tab === 'removed') {
    return (
      <Empty level={2} icon="removed" title="Nothing removed">
        Copies that a moderator removes are listed here and can be taken back at any time.
      </Empty>
    );
  }
  if (tab === 'not_duplicates') {
    return (
      <Empty level={2} icon="check" title="Nothing here yet">
        Clusters that a moderator calls “not duplicates” are listed here and are not asked about again.
      </Empty>
    );
  }
  const hasReviews = (workspace.value?.reviews ?? 0) > 0;
  return hasReviews ? (
    <Empty
      level={2}
      icon="clear"
      title="Queue is clear"
      foot={
        <a class="link" href="/duplicates?tab=removed">
          See decisions
        </a>
      }
    >
      There is nothing left to decide. New copies appear here as they are found.
    </Empty>
  ) : (
    <Empty
      level={2}
      icon="import"
      title="Nothing imported yet"
      foot={
        <a class="btn small" href="/import">
          Go to import
        </a>
      }
    >
      Copies are looked for in every review that comes in.
    </Empty>
  );
}
