import { useLayoutEffect, useRef } from 'preact/hooks';
import { CHOICES, type Choice, wordOf } from '../state/corrections.ts';
import { nameOf } from '../state/figures.ts';
import { classOf, signOf } from './tag-badge.tsx';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

type TagChoiceProps = {
  id: string;
  label: string;
  /** What counts now, or undefined where nothing was said yet. */
  chosen: Choice | undefined;
  choices?: readonly Choice[];
  isDisabled?: boolean;
  /** Takes the focus as it appears. */
  hasFocus?: boolean;
  onChoose: (choice: Choice) => void;
  onCancel: () => void;
};

/** The judgements side by side; the arrow keys go through them, Escape leaves them. */
export function TagChoice(props: TagChoiceProps) {
  const { id, label, chosen, choices = CHOICES, isDisabled = false, hasFocus = true, onChoose, onCancel } = props;
  const group = useRef<HTMLDivElement>(null);
  const buttons = () => [...(group.current?.querySelectorAll('button') ?? [])];
  // Before the next key press, which is meant for a judgement already.
  useLayoutEffect(() => {
    if (!hasFocus) return;
    const all = buttons();
    (all.find((button) => button.getAttribute('aria-pressed') === 'true') ?? all[0])?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Without this the sheet around it would close as well.
      event.preventDefault();
      onCancel();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons that act at once, no form
    <div ref={group} id={id} class="chips tag-choice" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {choices.map((choice) => (
        <button
          key={wordOf(choice)}
          type="button"
          class={`chip ${classOf(choice)}`}
          aria-pressed={choice === chosen}
          disabled={isDisabled}
          onClick={() => onChoose(choice)}
        >
          {choice === null ? null : (
            <span class="sign" aria-hidden="true">
              {signOf(choice)}
            </span>
          )}
          {nameOf(wordOf(choice))}
        </button>
      ))}
    </div>
  );
}
