import { useState } from 'preact/hooks';
import { ApiError, postJson, toApiFailure } from '../../api.ts';
import { markChanged } from '../../state/revision.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import type { Refusal } from './log-row.tsx';

/** Takes decisions of the log back, one at a time each; what stands in the way stays beside the row. */
export function useUndo<Answer>(pathOf: (id: string) => string, onDone: (id: string, answer: Answer) => void) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<Record<string, Refusal>>({});
  const undo = async (id: string) => {
    setBusy((old) => new Set([...old, id]));
    setRefusals(({ [id]: _, ...others }) => others);
    try {
      onDone(id, await postJson<Answer>(pathOf(id)));
      showToast({ kind: 'done', text: `${id} is taken back, and every figure with it.`, action: null });
      markChanged();
      void refreshWorkspace();
    } catch (error) {
      const { message, problem } = error instanceof ApiError ? error : toApiFailure(error);
      setRefusals((old) => ({ ...old, [id]: { text: message, problem } }));
    } finally {
      setBusy((old) => new Set([...old].filter((one) => one !== id)));
    }
  };
  return { busy, refusals, undo };
}
