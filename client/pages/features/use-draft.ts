import { useState } from 'preact/hooks';
import { toApiFailure } from '../../api.ts';
import {
  checkDraft,
  type DraftFaults,
  type FeatureDraft,
  hasFaults,
  NO_FAULTS,
  placeFaults,
  readWords,
  takenIds,
  toFeatureId,
  toList,
  withDraft,
} from '../../state/feature-list.ts';
import type { Taxonomy } from './use-taxonomy.ts';

/** `changed`: somebody saved another list meanwhile; what was typed is kept. */
type Sending = 'no' | 'now' | 'changed';

/** A draft of one feature: its fields, its faults, and saving it into the list that is in force. */
export function useDraft(start: FeatureDraft, taxonomy: Taxonomy, onSaved: (label: string) => void) {
  const [draft, setDraft] = useState(start);
  const [typed, setTyped] = useState('');
  const [faults, setFaults] = useState<DraftFaults>(NO_FAULTS);
  const [sending, setSending] = useState<Sending>('no');

  const save = async () => {
    const view = taxonomy.latest();
    if (!view || sending === 'now') return;
    const whole = { ...draft, words: [...draft.words, ...readWords(typed, draft.words)] };
    const id = whole.id ?? toFeatureId(whole.label, takenIds(view));
    setDraft(whole);
    setTyped('');
    const known = checkDraft(whole, view);
    setFaults(known);
    if (hasFaults(known)) return;
    const list = withDraft(toList(view), { ...whole, id });
    setSending('now');
    try {
      await taxonomy.save(list, view.version);
      onSaved(whole.label.trim());
    } catch (cause) {
      const failure = toApiFailure(cause);
      const errors = failure.problem?.errors ?? [];
      setSending(failure.status === 409 ? 'changed' : 'no');
      if (failure.status === 409) return;
      setFaults(errors.length > 0 ? placeFaults(errors, list, id) : { ...NO_FAULTS, other: [failure.message] });
    }
  };
  const loadAgain = async () => {
    try {
      await taxonomy.refresh();
      setSending('no');
    } catch (cause) {
      setFaults({ ...NO_FAULTS, other: [toApiFailure(cause).message] });
    }
  };
  return { draft, setDraft, typed, setTyped, faults, sending, save, loadAgain };
}
