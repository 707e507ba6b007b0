import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewView } from '../../server/contract/reviews.ts';
import { type ApiError, getJson, patchJson, toApiFailure } from '../api.ts';
import type { Change, Choice } from './corrections.ts';
import { markChanged } from './revision.ts';
import { showToast } from './toast.ts';

/** What is to be done, and how it is taken back; both are asked for the review as it is when its turn comes. */
type Step = {
  /** The feature it is about, or `checked`. */
  key: string;
  /** What the tag shows until the answer is there. */
  choice?: Choice;
  change: (review: ReviewView) => Change;
  undo: ((review: ReviewView) => Change) | null;
};

/** How the latest change of one key stands. */
export type Edit = {
  state: 'saving' | 'saved' | 'failed';
  choice: Choice | undefined;
  /** Why it failed, in words. */
  reason: string;
  isUndo: boolean;
  /** Takes it back: there is none while it is under way, and none for what was itself taken back. */
  undo: (() => void) | null;
  again: () => void;
};

export type Edits = { of: (key: string) => Edit | undefined; run: (step: Step) => void };

const CHANGED = 'Somebody changed this review meanwhile. It is shown as it is now.';

/**
 * Changes to one review: each is saved at once and after the one before, since every one needs the version that the
 * last one made. `onChanged` gets the review as it is stored.
 */
export function useEdits(review: ReviewView, onChanged: (review: ReviewView) => void): Edits {
  const [edits, setEdits] = useState<Record<string, Edit>>({});
  const latest = useRef(review);
  if (review.version >= latest.current.version) latest.current = review;
  const queue = useRef(Promise.resolve());
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const take = (next: ReviewView) => {
    latest.current = next;
    onChanged(next);
  };
  /** After a conflict the reader sees what the review has become before trying again. */
  const tellFailure = async (failure: ApiError): Promise<string> => {
    if (failure.status !== 409) return failure.message;
    return getJson<ReviewView>(`/reviews/${review.id}`).then(
      (now) => {
        take(now);
        return CHANGED;
      },
      (cause: unknown) => toApiFailure(cause).message,
    );
  };

  const run = (step: Step): void => {
    const { key, choice } = step;
    const again = () => run(step);
    const note = (edit: Partial<Edit> & Pick<Edit, 'state'>) =>
      setEdits((old) => ({
        ...old,
        [key]: { choice, reason: '', isUndo: step.undo === null, undo: null, again, ...edit },
      }));
    note({ state: 'saving' });
    queue.current = queue.current.then(async () => {
      const before = latest.current;
      try {
        const body = { version: before.version, ...step.change(before) };
        take(await patchJson<ReviewView>(`/reviews/${before.id}`, body));
        const back = step.undo?.(before);
        note({ state: 'saved', undo: back ? () => run({ key, change: () => back, undo: null }) : null });
        markChanged();
      } catch (cause) {
        const reason = await tellFailure(toApiFailure(cause));
        note({ state: 'failed', reason });
        if (!isHere.current)
          showToast({ kind: 'failed', text: `${before.id} was not changed. ${reason}`, action: null });
      }
    });
  };
  return { of: (key) => edits[key], run };
}
