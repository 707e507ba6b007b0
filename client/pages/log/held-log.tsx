import type { HeldDecision, HeldDecisionPage, HeldOutcome } from '../../../server/contract/screening.ts';
import { CHECK_WORDS } from '../../state/checks.ts';
import { usePages } from '../../state/pages.ts';
import { nameReason } from '../../state/queue-filters.ts';
import { LogList } from './decision-log.tsx';
import { LogRowView } from './log-row.tsx';
import { useUndo } from './use-undo.ts';

const idOf = ({ id }: { id: string }) => id;

/** Decisions on held reviews, the newest first, undone ones too. */
export function HeldLog() {
  const pages = usePages<HeldDecision, HeldDecisionPage>('/moderation/held-decisions', { limit: '50' }, idOf);
  const { busy, refusals, undo } = useUndo<HeldOutcome>(
    (id) => `/moderation/held-decisions/${id}/undo`,
    (id, answer) => pages.update(id, () => answer.decision),
  );
  return (
    <LogList pages={pages} isFiltered={false} onClear={() => undefined}>
      {(decision) => (
        <LogRowView
          key={decision.id}
          id={decision.id}
          actor={decision.actor}
          at={decision.at}
          what={`${decision.action === 'publish' ? 'Published' : 'Removed'} a review held for: ${
            decision.checks.map((check) => CHECK_WORDS[check]).join(', ') || 'no check'
          }`}
          reason={nameReason(decision.reason)}
          note={decision.note}
          links={
            <a class="link" href={`/reviews/${decision.review}`}>
              {decision.review}
            </a>
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
