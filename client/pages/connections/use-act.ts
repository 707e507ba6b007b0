import { useState } from 'preact/hooks';
import { toApiFailure } from '../../api.ts';
import { showToast } from '../../state/toast.ts';

/** Runs one request at a time for a row; `done` is said when it came through, the server's words when it did not. */
export function useAct(onChanged: () => void) {
  const [isBusy, setBusy] = useState(false);
  const act = async (request: () => Promise<unknown>, done: string | null): Promise<void> => {
    setBusy(true);
    try {
      await request();
      if (done) showToast({ kind: 'done', text: done, action: null });
      onChanged();
    } catch (error) {
      showToast({ kind: 'failed', text: toApiFailure(error).message, action: null });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, act };
}
