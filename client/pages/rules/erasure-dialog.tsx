import { useEffect, useRef, useState } from 'preact/hooks';
import type { Erasure } from '../../../server/contract/erasure.ts';
import { getJson, postJson, toApiFailure } from '../../api.ts';
import { Modal } from '../../components/modal.tsx';
import { formatCount, plural } from '../../state/figures.ts';
import { markChanged } from '../../state/revision.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';

const POLL_MS = 1000;

/** Whose data: what was typed, as the API wants it; null where nobody is named or an id is none. */
function toErasure(typed: { author: string; email: string; ids: string }) {
  const author = typed.author.trim();
  const email = typed.email.trim();
  const reviewIds = typed.ids.split(/[\s,;]+/).filter((id) => id !== '');
  if (author === '' && email === '' && reviewIds.length === 0) return null;
  if (reviewIds.some((id) => !/^R-[1-9]\d{0,14}$/.test(id))) return null;
  return {
    ...(author === '' ? {} : { author }),
    ...(email === '' ? {} : { email }),
    ...(reviewIds.length === 0 ? {} : { reviewIds }),
  };
}

const Found = ({ erasure }: { erasure: Erasure }) => (
  <div class="effect" role="status">
    <p>
      {erasure.dryRun ? 'It would erase' : erasure.state === 'running' ? 'Erasing; so far' : 'Erased'}:{' '}
      <b>{plural(erasure.reviews, 'review', 'reviews')}</b>
      {erasure.touched.length > 0 ? ', and elsewhere:' : '. Nothing elsewhere.'}
    </p>
    {erasure.touched.length > 0 ? (
      <ul class="erase-found">
        {erasure.touched.map(({ what, count }) => (
          <li key={what}>
            <span>{what}</span>
            <span>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    ) : null}
  </div>
);

/** Asks what an erasure would touch, and carries it out. */
function useErasure(typed: { author: string; email: string; ids: string }) {
  const [erasure, setErasure] = useState<Erasure | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  const run = async (dryRun: boolean) => {
    const body = toErasure(typed);
    if (!body) {
      setError('Name the author, the e-mail address, or reviews by their ids (R-12).');
      return;
    }
    setBusy(true);
    setError(null);
    try {
      let answer = await postJson<Erasure>('/erasure', { ...body, ...(dryRun ? { dryRun } : {}) });
      setErasure(answer);
      while (answer.state === 'running' && answer.id !== null && !isGone.current) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        answer = await getJson<Erasure>(`/erasure/${answer.id}`);
        setErasure(answer);
      }
      if (dryRun) return;
      const text = `Erased: ${plural(answer.reviews, 'review', 'reviews')}. The log keeps its seal.`;
      showToast({ kind: 'done', text, action: null });
      markChanged();
      void refreshWorkspace();
    } catch (cause) {
      setError(toApiFailure(cause).message);
    } finally {
      setBusy(false);
    }
  };
  return { erasure, error, isBusy, run, forget: () => setErasure(null) };
}

/** Removes a person's data everywhere, after it was shown how much that is. It is the one thing that cannot be undone. */
export function ErasureDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState({ author: '', email: '', ids: '' });
  const { erasure, error, isBusy, run, forget } = useErasure(typed);
  const set = (name: keyof typeof typed, value: string) => {
    setTyped({ ...typed, [name]: value });
    forget();
  };
  const isShown = erasure?.dryRun === true;
  const isDone = erasure?.dryRun === false && erasure.state === 'done';
  return (
    <Modal
      title="Erase a person’s data"
      onClose={onClose}
      foot={
        isDone ? (
          <button type="button" class="btn solid" onClick={onClose}>
            Close
          </button>
        ) : (
          <>
            <button type="button" class="btn" disabled={isBusy} onClick={() => void run(true)}>
              What would go?
            </button>
            <button
              type="button"
              class="btn solid"
              disabled={isBusy || !isShown}
              title={isShown ? undefined : 'See first what would go'}
              onClick={() => void run(false)}
            >
              Erase for good
            </button>
          </>
        )
      }
    >
      <p>
        Reviews, their history, import files, deliveries and the log’s payloads are searched. What is erased is gone for
        good; the log keeps that it was done, and its seal.
      </p>
      <div class="erase-fields">
        <label class="field">
          <span>Author, the whole name</span>
          <input type="text" value={typed.author} onInput={(event) => set('author', event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>E-mail address</span>
          <input type="email" value={typed.email} onInput={(event) => set('email', event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Reviews, by their ids</span>
          <input
            type="text"
            value={typed.ids}
            placeholder="R-12, R-40"
            onInput={(event) => set('ids', event.currentTarget.value)}
          />
        </label>
      </div>
      {error ? (
        <p class="error-text" role="alert">
          {error}
        </p>
      ) : null}
      {erasure ? <Found erasure={erasure} /> : null}
    </Modal>
  );
}
