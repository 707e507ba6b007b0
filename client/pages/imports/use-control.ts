import { useState } from 'preact/hooks';
import type { ImportOperation, ImportView } from '../../../server/contract/imports.ts';
import { type ApiError, postJson, toApiFailure } from '../../api.ts';
import { plural } from '../../state/figures.ts';
import { showToast } from '../../state/toast.ts';
import { countTaken } from './import-rows.ts';

/** Said when the server has taken up what was asked; null where the page shows enough by itself. */
function tellDone(operation: ImportOperation, { filename, counts, asked }: ImportView): string | null {
  const stays = `${plural(countTaken(counts), 'review stays', 'reviews stay')} stored`;
  switch (operation) {
    case 'pause':
      return asked === null ? `${filename} is paused.` : `${filename} pauses after the rows at hand.`;
    case 'cancel':
      return asked === null ? `${filename} is cancelled; ${stays}.` : `${filename} ends after the rows at hand.`;
    case 'undo':
      return `${filename} is being undone.`;
    case 'redo':
      return `${filename} is being redone.`;
    default:
      return null;
  }
}

export type Control = {
  /** What has been asked and not been answered yet. */
  sending: ImportOperation | null;
  /** Decisions that keep the import from being undone; null where nothing does. */
  blocked: ApiError | null;
  ask: (operation: ImportOperation) => Promise<void>;
};

/** Asks something of an import. `onNew` gets the import that a confirmed check becomes. */
export function useControl(id: string, put: (view: ImportView) => void, onNew: (view: ImportView) => void): Control {
  const [sending, setSending] = useState<ImportOperation | null>(null);
  const [blocked, setBlocked] = useState<ApiError | null>(null);
  const ask = async (operation: ImportOperation): Promise<void> => {
    setSending(operation);
    setBlocked(null);
    try {
      const view = await postJson<ImportView>(`/imports/${id}/${operation}`);
      put(view);
      if (operation === 'confirm') onNew(view);
      const text = tellDone(operation, view);
      const isOffered = operation === 'cancel' && view.can.includes('undo');
      const action = isOffered ? { label: 'Undo it', run: () => void ask('undo') } : null;
      if (text) showToast({ kind: 'done', text, action });
    } catch (error) {
      const failure = toApiFailure(error);
      if (failure.problem?.type.endsWith(':decided-since')) setBlocked(failure);
      else showToast({ kind: 'failed', text: failure.message, action: null });
    } finally {
      setSending(null);
    }
  };
  return { sending, blocked, ask };
}
