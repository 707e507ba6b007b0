import { useEffect, useState } from 'preact/hooks';
import type { Decision } from '../../../server/contract/duplicates.ts';
import { type ApiError, getJson, postJson, toApiFailure } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { formatInstant } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import { markChanged } from '../../state/revision.ts';
import { showToast } from '../../state/toast.ts';

/** Ids of decisions that a refusal names. */
const decisionsNamed = (detail: string): string[] => [...new Set(detail.match(/\bD-[1-9]\d{0,14}\b/g) ?? [])];

const tellDecision = ({ action, removed, actor, at }: Decision): string => {
  const what = action === 'remove' ? `removed ${plural(removed.length, 'copy', 'copies')}` : 'not duplicates';
  return `${what}, ${actor}, ${formatInstant(at)}`;
};

function DecisionRow({ id, onUndone }: { id: string; onUndone: () => void }) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    // Without it the row still has its id and its button.
    getJson<Decision>(`/decisions/${id}`).then(setDecision, () => undefined);
  }, [id]);
  const undo = async () => {
    setSending(true);
    try {
      await postJson(`/decisions/${id}/undo`);
      markChanged();
      showToast({ kind: 'done', text: `Decision ${id} is undone.`, action: null });
      onUndone();
    } catch (error) {
      showToast({ kind: 'failed', text: toApiFailure(error).message, action: null });
    } finally {
      setSending(false);
    }
  };
  return (
    <li>
      <span>
        {decision ? (
          <a class="link" href={`/duplicates/${decision.cluster}`}>
            {id}
          </a>
        ) : (
          id
        )}
        {decision ? `: ${tellDecision(decision)}` : ''}
      </span>
      {decision?.undoneAt ? (
        <span class="muted">Undone</span>
      ) : (
        <button type="button" class="btn small" disabled={isSending} onClick={() => void undo()}>
          Undo the decision
        </button>
      )}
    </li>
  );
}

/** Why an import cannot be undone now: decisions rest on its reviews. Each can be looked at and undone from here. */
export function DecisionsBetween({ blocked, onRetry }: { blocked: ApiError; onRetry: () => void }) {
  const [undone, setUndone] = useState<readonly string[]>([]);
  const ids = decisionsNamed(blocked.message).filter((id) => !undone.includes(id));
  return (
    <div class="note warn imp-note" role="alert">
      <Icon name="alert" />
      <div class="imp-between">
        <p>
          <b>Not undone: people have decided on these reviews since.</b> {blocked.message}
        </p>
        <ul>
          {ids.map((id) => (
            <DecisionRow key={id} id={id} onUndone={() => setUndone((old) => [...old, id])} />
          ))}
        </ul>
        <button type="button" class="btn small" onClick={onRetry}>
          Try again to undo the import
        </button>
      </div>
    </div>
  );
}
