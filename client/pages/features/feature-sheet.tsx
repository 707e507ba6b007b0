import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { type FeatureDraft, takenIds, toFeatureId } from '../../state/feature-list.ts';
import { useDraft } from './use-draft.ts';
import type { Taxonomy } from './use-taxonomy.ts';
import { WordField } from './word-field.tsx';

const OWN_HINT =
  'Examples: porch light, wall bracket, monthly fee. Other forms of a word are found too. Several at once: put commas between them.';
const DEFAULT_HINT =
  'It knows its usual wordings already; add what your customers say besides. Examples: porch light, wall bracket. Other forms of a word are found too.';

type FeatureSheetProps = {
  start: FeatureDraft;
  isDefault: boolean;
  taxonomy: Taxonomy;
  onSaved: (label: string) => void;
  onClose: () => void;
};

/** Adds or edits one feature, on a sheet over the list. */
export function FeatureSheet({ start, isDefault, taxonomy, onSaved, onClose }: FeatureSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { draft, setDraft, typed, setTyped, faults, sending, save, loadAgain } = useDraft(start, taxonomy, onSaved);
  const title = start.id === null ? 'Add a feature' : `Edit ${start.label}`;
  const view = taxonomy.view;
  const id = draft.id ?? (view && draft.label.trim() ? toFeatureId(draft.label, takenIds(view)) : null);

  useEffect(() => {
    const sheet = dialog.current;
    if (sheet && !sheet.open) sheet.showModal();
    sheet?.querySelector<HTMLInputElement>(start.id === null ? '#feature-label' : '#feature-words')?.focus();
    return () => sheet?.close();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby="feature-sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        class="sheet-in feature-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <header class="sheet-h">
          <h2 id="feature-sheet-title">{title}</h2>
          <button type="button" class="icon-btn" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="sheet-scroll">
          <div class="field">
            <label for="feature-label">Name</label>
            <input
              id="feature-label"
              value={draft.label}
              maxLength={60}
              autocomplete="off"
              aria-describedby="feature-label-hint feature-label-fault"
              aria-invalid={faults.label.length > 0}
              onInput={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
            />
            <small id="feature-label-hint">
              {id === null ? (
                'As charts and lists will show it'
              ) : (
                <>
                  Its id is <span class="code">{id}</span>
                </>
              )}
            </small>
            <p id="feature-label-fault" class="error-text" role="alert">
              {faults.label.join('. ')}
            </p>
          </div>
          <WordField
            label={isDefault ? 'Added words' : 'Words'}
            hint={isDefault ? DEFAULT_HINT : OWN_HINT}
            words={draft.words}
            typed={typed}
            faults={faults.words}
            onWords={(words) => setDraft({ ...draft, words })}
            onType={setTyped}
          />
          {faults.other.length > 0 ? (
            <p class="note warn" role="alert">
              <Icon name="alert" />
              <span>Not saved. {faults.other.join(' ')}</span>
            </p>
          ) : null}
          {sending === 'changed' ? (
            <p class="note warn" role="alert">
              <Icon name="alert" />
              <span>
                Not saved: somebody changed the feature list meanwhile. Load it again, then save; what you typed here
                stays.
              </span>
              <button type="button" class="btn small" onClick={() => void loadAgain()}>
                Load again
              </button>
            </p>
          ) : null}
        </div>
        <footer class="sheet-foot">
          <button type="submit" class="btn solid" disabled={sending !== 'no'}>
            {sending === 'now' ? 'Saving…' : 'Save and tag anew'}
          </button>
          <button type="button" class="btn quiet" onClick={onClose}>
            Cancel
          </button>
        </footer>
      </form>
    </dialog>
  );
}
