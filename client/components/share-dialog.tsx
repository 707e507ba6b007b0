import { useEffect, useState } from 'preact/hooks';
import type { CreatedShare, CreateShare, ShareView } from '../../server/contract/views.ts';
import { deleteFrom, getJson, postJson, toApiFailure } from '../api.ts';
import { formatInstant } from '../state/dates.ts';
import { may } from '../state/session.ts';
import { showToast } from '../state/toast.ts';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';

const DAYS = [7, 30, 90, 365] as const;

/** The links that there are, and what can be done to them. */
function useShares() {
  const [shares, setShares] = useState<ShareView[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const act = async <T,>(work: () => Promise<T>): Promise<T | null> => {
    try {
      const answer = await work();
      setShares((await getJson<{ items: ShareView[] }>('/shares')).items);
      setFault(null);
      return answer;
    } catch (cause) {
      setFault(toApiFailure(cause).message);
      return null;
    }
  };
  useEffect(() => {
    void act(async () => null);
  }, []);
  return {
    shares,
    fault,
    create: (body: CreateShare) => act(() => postJson<CreatedShare>('/shares', body)),
    revoke: (id: string) => act(async () => deleteFrom(`/shares/${id}`).then(() => true)),
  };
}

/** The new link: it is shown this once. */
function NewLink({ url }: { url: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      showToast({ kind: 'done', text: 'Link copied.', action: null });
    } catch {
      showToast({ kind: 'failed', text: 'The browser did not allow copying. Copy it from the field.', action: null });
    }
  };
  return (
    <div class="new-link" role="status">
      <label class="field">
        <span>The link, shown this once</span>
        <input type="text" readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="btn" onClick={() => void copy()}>
        Copy
      </button>
    </div>
  );
}

type DialogProps = {
  page: string;
  params: URLSearchParams;
  /** What can be seen by the link, in words. */
  told: string;
  onClose: () => void;
};

/** What the page's own state is, without the number that is open. */
const queryOf = (params: URLSearchParams) =>
  new URLSearchParams([...params].filter(([name]) => !name.startsWith('s.'))).toString();

function ShareDialog({ page, params, told, onClose }: DialogProps) {
  const { shares, fault, create, revoke } = useShares();
  const [title, setTitle] = useState('');
  const [days, setDays] = useState<number>(30);
  const [link, setLink] = useState<string | null>(null);
  const submit = async () => {
    const body = { page, query: queryOf(params), expiresInDays: days, title: title.trim() || null };
    const made = await create(body);
    if (made) setLink(made.url);
  };
  return (
    <Modal title="Share this page, read only" onClose={onClose}>
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p class="small-text">
          Whoever has the link sees the charts and sentences of: <b>{told}</b>. No authors, no other reviews, nothing to
          change.
        </p>
        <label class="field">
          <span>Title</span>
          <input type="text" value={title} maxLength={120} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Works for</span>
          <select value={String(days)} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count} selected={count === days}>
                {count} days
              </option>
            ))}
          </select>
        </label>
        {fault ? (
          <p class="error-text" role="alert">
            {fault}
          </p>
        ) : null}
        <div class="form-foot">
          <button type="submit" class="btn solid">
            Make a link
          </button>
        </div>
        {link ? <NewLink url={link} /> : null}
      </form>
      <h3 class="shares-h">Links there are</h3>
      {shares?.length === 0 ? <p class="muted">None</p> : null}
      <ul class="shares">
        {shares?.map((share) => (
          <li key={share.id}>
            <div>
              <b>{share.title ?? 'Without title'}</b>
              <p class="muted">
                {share.isExpired ? 'Expired' : 'Until'} {formatInstant(share.expiresAt)}, by {share.owner},{' '}
                {share.lastUsedAt ? `last opened ${formatInstant(share.lastUsedAt)}` : 'not opened yet'}
              </p>
            </div>
            <button
              type="button"
              class="btn small"
              aria-label={`Withdraw ${share.title ?? share.id}`}
              onClick={() => void revoke(share.id)}
            >
              Withdraw
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** Opens the dialog for links by which others read this page. */
export function ShareButton(props: Omit<DialogProps, 'onClose'>) {
  const [isOpen, setOpen] = useState(false);
  if (!may('moderate')) return null;
  return (
    <>
      <button type="button" class="btn quiet" aria-label="Share" title="Share" onClick={() => setOpen(true)}>
        <Icon name="share" />
        <span class="wide-text">Share</span>
      </button>
      {isOpen ? <ShareDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
