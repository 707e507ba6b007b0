import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CHOICES, type Choice } from '../state/corrections.ts';
import { labelOf } from '../state/workspace.ts';
import { Icon } from './icon.tsx';
import { TagChoice } from './tag-choice.tsx';

const JUDGEMENTS = CHOICES.filter((choice) => choice !== null);

type AddTagProps = {
  button: RefObject<HTMLButtonElement | null>;
  features: { feature: string; label: string }[];
  onAdd: (feature: string, choice: Choice) => void;
};

/** Adds a feature that was overlooked: which one, then how it is judged. */
export function AddTag({ button, features, onAdd }: AddTagProps) {
  const [isOpen, setOpen] = useState(false);
  const [feature, setFeature] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    if (isOpen) select.current?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    setFeature('');
    button.current?.focus();
  };
  return (
    <div class="add-tag">
      <button
        ref={button}
        type="button"
        class="btn small"
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'add-tag' : undefined}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {isOpen ? null : <Icon name="plus" />}
        {isOpen ? 'Cancel' : 'Add a feature'}
      </button>
      {isOpen ? (
        // biome-ignore lint/a11y/useSemanticElements: acts at once, no form
        <div
          id="add-tag"
          role="group"
          aria-label="Add a feature"
          class="add-tag-in"
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <label class="pill">
            <span>Feature</span>
            <select ref={select} value={feature} onChange={(event) => setFeature(event.currentTarget.value)}>
              <option value="">Choose one</option>
              {features.map(({ feature: id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
            <Icon name="chevron" />
          </label>
          <TagChoice
            id="add-tag-choice"
            label={feature ? `Judgement of ${labelOf(feature)}` : 'Judgement: choose a feature first'}
            chosen={undefined}
            choices={JUDGEMENTS}
            isDisabled={feature === ''}
            hasFocus={false}
            onChoose={(choice) => {
              onAdd(feature, choice);
              close();
            }}
            onCancel={close}
          />
        </div>
      ) : null}
    </div>
  );
}
