import type { ClusterDetail, ClusterSummary, Decision, DecisionReason } from '../../../server/contract/duplicates.ts';
import type { ApiError } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import type { Note } from '../../components/note-field.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, plural } from '../../state/figures.ts';
import type { KeyId } from '../../state/keys.ts';
import { nameReason } from '../../state/queue-filters.ts';
import { countRemoved, type Split } from '../../state/split-cluster.ts';
import { ActionBar, DecidedBar } from './action-bar.tsx';
import { tellClaim } from './cluster-list.tsx';
import { ClusterView } from './cluster-view.tsx';
import { claimOfOther } from './use-claim.ts';

const tellDecision = (decision: Decision) => {
  const what =
    decision.action === 'remove'
      ? `Removed ${plural(decision.removed.length, 'copy', 'copies')}, kept ${decision.kept.join(', ')}`
      : 'Not duplicates';
  const note = decision.note === null ? undefined : `“${decision.note}”`;
  return [what, nameReason(decision.reason), decision.actor, formatInstant(decision.at), note]
    .filter(Boolean)
    .join(' · ');
};

type ClusterPaneProps = {
  cluster: ClusterDetail | null;
  split: Split | null;
  item: ClusterSummary | null;
  error: ApiError | null;
  isOpen: boolean;
  /** Somebody else has dealt with it since it was opened. */
  isGone: boolean;
  /** Others have come to its members since it was read. */
  isChanged: boolean;
  decision: Decision | null;
  position: { at: number; total: number };
  failure: string | undefined;
  reason: DecisionReason;
  note: Note;
  actions: Record<KeyId, () => void>;
  listHref: string;
  onReason: (reason: DecisionReason) => void;
  onShow: (copy: string) => void;
  onReadAgain: () => void;
  onUndo: (decision: Decision) => void;
};

function noticeOf({ item, isOpen, isGone, isChanged, decision, actions, onReadAgain }: ClusterPaneProps) {
  if (isGone && decision) return { text: `${tellDecision(decision)}. It leaves the list when you go on.` };
  if (isGone) return { text: 'It has gone into another cluster, and leaves the list when you go on.' };
  if (isChanged)
    return {
      text: 'Its reviews are others by now: more copies have come in.',
      action: { label: 'Show them', run: onReadAgain },
    };
  const claim = isOpen ? claimOfOther(item) : null;
  return claim ? { text: `${tellClaim(claim)}.`, action: { label: 'Take over', run: actions.claim } } : null;
}

/** The cluster on screen with its actions, always in the same place. */
export function ClusterPane(props: ClusterPaneProps) {
  const { cluster, split, item, error, isOpen, decision, position, failure, reason, note, actions } = props;
  return (
    <section class="detail" aria-label="Cluster" aria-busy={cluster === null && error === null}>
      {/* biome-ignore lint/a11y/useSemanticElements: not a form, but a part that scrolls and so needs a name */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it */}
      <div class="detail-s" tabIndex={0} role="group" aria-label="Both reviews">
        <a class="back" href={props.listHref}>
          <Icon name="left" />
          List
          <span>
            {formatCount(position.at)} of {formatCount(position.total)}
          </span>
        </a>
        {cluster && split ? (
          <ClusterView
            cluster={cluster}
            split={split}
            isOpen={isOpen}
            position={position}
            failure={failure}
            notice={noticeOf(props)}
            actions={actions}
            onShow={props.onShow}
          />
        ) : error ? (
          <Failed what="This cluster" detail={error.message} onRetry={props.onReadAgain} />
        ) : (
          <Skeleton lines={14} />
        )}
      </div>
      {decision && cluster ? (
        <DecidedBar told={tellDecision(decision)} onUndo={() => props.onUndo(decision)} />
      ) : (
        <ActionBar
          removing={cluster && split ? countRemoved(cluster, split) : 0}
          isReady={isOpen}
          isClaimed={claimOfOther(item) !== null}
          reason={reason}
          onReason={props.onReason}
          note={note}
          actions={actions}
        />
      )}
    </section>
  );
}
