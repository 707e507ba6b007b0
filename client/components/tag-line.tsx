import { useId, useRef, useState } from 'preact/hooks';
import { type Choice, type Tag, toChange, toUndo, wordOf } from '../state/corrections.ts';
import type { Edits } from '../state/use-edits.ts';
import { labelOf } from '../state/workspace.ts';
import { EditFailed, EditState } from './edit-state.tsx';
import { Only } from './only.tsx';
import { TagBadge, tellCorrected } from './tag-badge.tsx';
import { TagChoice } from './tag-choice.tsx';

type TagLineProps = {
  tag: Tag;
  edits: Edits;
  /** Shows the judgement as a word, and the words of the text that name the feature. */
  isDetailed?: boolean;
  /** Before what was done is taken back: the line may be gone then. */
  onUndo?: () => void;
};

/** One tag, what was corrected of it, and "Wrong tag?": saved as it is chosen, and taken back in the same place. */
export function TagLine({ tag, edits, isDetailed = false, onUndo }: TagLineProps) {
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { feature, quotes } = tag;
  const label = labelOf(feature);
  const edit = edits.of(feature);
  const isSaving = edit?.state === 'saving';
  const choice = isSaving && edit.choice !== undefined ? edit.choice : tag.choice;

  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  const choose = (next: Choice) => {
    close();
    if (next === tag.choice) return;
    edits.run({
      key: feature,
      choice: next,
      change: (review) => toChange(review, feature, next),
      undo: (review) => toUndo(review, feature),
    });
  };
  return (
    <div class="tag-line" aria-busy={isSaving}>
      <p class="tag-says">
        <TagBadge feature={feature} choice={choice} />
        {isDetailed ? (
          <span class="tag-word" aria-hidden="true">
            {wordOf(choice)}
          </span>
        ) : null}
        {tag.was === undefined || isSaving ? null : <span class="muted">{tellCorrected(tag.was)}</span>}
        <EditState
          edit={edit}
          isPlain={tag.was !== undefined}
          what={`${label}: ${wordOf(choice)}`}
          onUndo={() => {
            toggle.current?.focus();
            onUndo?.();
          }}
        />
        <Only right="moderate" isSilent>
          <button
            ref={toggle}
            type="button"
            class="link wrong"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => (isSaving ? undefined : setOpen(!isOpen))}
          >
            {isOpen ? 'Cancel' : 'Wrong tag?'}
            <span class="sr">
              {' '}
              {label}, {wordOf(choice)}
            </span>
          </button>
        </Only>
      </p>
      {isDetailed && quotes.length > 0 ? (
        <p class="tag-quotes muted">{quotes.map((quote) => `“${quote}”`).join(', ')}</p>
      ) : null}
      <EditFailed edit={edit} />
      {isOpen ? (
        <TagChoice id={id} label={`What is right of ${label}`} chosen={tag.choice} onChoose={choose} onCancel={close} />
      ) : null}
    </div>
  );
}
