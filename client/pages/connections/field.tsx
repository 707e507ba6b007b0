import type { ComponentChildren } from 'preact';

type TextFieldProps = {
  id: string;
  label: string;
  value: string;
  hint: ComponentChildren;
  fault: string | undefined;
  isUrl?: boolean;
  maxLength?: number;
  isRequired?: boolean;
  autocomplete?: 'off' | 'username';
  onInput: (value: string) => void;
};

/** A line to type in, with what it is for and what is wrong with it. */
export const TextField = (props: TextFieldProps) => {
  const { id, label, value, hint, fault, isUrl = false, maxLength = 200, isRequired = false, onInput } = props;
  const { autocomplete = 'off' } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={isUrl ? 'url' : 'text'}
        value={value}
        maxLength={maxLength}
        required={isRequired}
        autocomplete={autocomplete}
        spellcheck={false}
        aria-describedby={`${id}-hint ${id}-fault`}
        aria-invalid={fault !== undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <small id={`${id}-hint`}>{hint}</small>
      <p id={`${id}-fault`} class="error-text" role="alert">
        {fault}
      </p>
    </div>
  );
};
