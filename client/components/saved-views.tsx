import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreateView, SavedView } from '../../server/contract/views.ts';
import { deleteFrom, getJson, postJson, toApiFailure } from '../api.ts';
import { showToast } from '../state/toast.ts';
import { Icon } from './icon.tsx';

type ViewList = { items: SavedView[] };
type SavedViewsProps = {
  /** Name of the page, as in the contract: the first part of its path, `overview` at `/`. */
  page: string;
  /** What follows the question mark in the address as it stands. */
  query: string;
  onOpen: (query: string) => void;
};

/** The same parameters in any order are one view. */
const sameQuery = (a: string, b: string) => {
  const sorted = (query: string) => {
    const params = new URLSearchParams(query);
    params.sort();
    return params.toString();
  };
  return sorted(a) === sorted(b);
};

function useViews(page: string, isOpen: boolean) {
  const [views, setViews] = useState<SavedView[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const load = async () => {
    try {
      const { items } = await getJson<ViewList>('/views');
      setViews(items.filter((view) => view.page === page));
      setError(null);
    } catch (cause) {
      setError(toApiFailure(cause).message);
    }
  };
  useEffect(() => {
    if (isOpen) void load();
  }, [isOpen, page]);
  const change = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await load();
      return true;
    } catch (cause) {
      setError(toApiFailure(cause).message);
      return false;
    }
  };
  return {
    views,
    error,
    save: (view: CreateView) => change(() => postJson<SavedView>('/views', view)),
    remove: (id: string) => change(() => deleteFrom(`/views/${id}`)),
  };
}

type SaveFormProps = { onSave: (name: string, shared: boolean) => Promise<boolean> };

/** Name and audience of the view to save. */
function SaveForm({ onSave }: SaveFormProps) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const save = async () => {
    if (!(await onSave(name.trim(), isShared))) return;
    setName('');
    field.current?.focus();
  };
  return (
    <form
      class="views-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void save();
      }}
    >
      <label class="field">
        <span>Save what is shown now as</span>
        <input
          ref={field}
          type="text"
          value={name}
          maxLength={120}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="check">
        <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
        For everybody here
      </label>
      <button type="submit" class="btn small" disabled={name.trim() === ''}>
        Save view
      </button>
    </form>
  );
}

/** Saved states of a page: opens one, saves what is on screen under a name, deletes what nobody needs any more. */
export function SavedViews({ page, query, onOpen }: SavedViewsProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { views, error, save, remove } = useViews(page, isOpen);
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  const removeView = async ({ id, name, query: saved, shared }: SavedView) => {
    if (!(await remove(id))) return;
    const run = () => void save({ name, page, query: saved, shared });
    showToast({ kind: 'done', text: `The view “${name}” is deleted.`, action: { label: 'Undo', run } });
  };
  useEffect(() => {
    if (!isOpen) return;
    const onOutside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    addEventListener('keydown', onEscape);
    addEventListener('pointerdown', onOutside);
    addEventListener('focusin', onOutside);
    return () => {
      removeEventListener('keydown', onEscape);
      removeEventListener('pointerdown', onOutside);
      removeEventListener('focusin', onOutside);
    };
  }, [isOpen]);
  return (
    <div ref={box} class="views">
      <button type="button" class="pill" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="star" />
        <b>Views</b>
        <Icon name="chevron" />
      </button>
      {isOpen ? (
        // biome-ignore lint/a11y/useSemanticElements: not a form, but a part that has a name
        <div class="views-pop" role="group" aria-label="Saved views">
          {error ? (
            <p class="error-text" role="alert">
              {error}
            </p>
          ) : null}
          {views === null && !error ? <p class="muted">Loading …</p> : null}
          {views?.length === 0 ? <p class="muted">No saved views of this page yet.</p> : null}
          <ul>
            {views?.map((view) => (
              <li key={view.id}>
                <button
                  type="button"
                  class="views-open"
                  aria-current={sameQuery(view.query, query) ? 'true' : undefined}
                  onClick={() => {
                    close();
                    onOpen(view.query);
                  }}
                >
                  {view.name}
                  {view.shared ? <span class="muted"> shared by {view.owner}</span> : null}
                </button>
                <button
                  type="button"
                  class="icon-btn"
                  aria-label={`Delete the view ${view.name}`}
                  onClick={() => void removeView(view)}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
          <SaveForm
            onSave={async (name, shared) => {
              const isSaved = await save({ name, page, query, shared });
              if (isSaved) showToast({ kind: 'done', text: `Saved as “${name}”.`, action: null });
              return isSaved;
            }}
          />
        </div>
      ) : null}
    </div>
  );
}
