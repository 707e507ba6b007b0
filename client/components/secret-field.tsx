import { useState } from 'preact/hooks';

type SecretFieldProps = {
  id: string;
  label: string;
  autocomplete: 'current-password' | 'new-password';
  hint?: string;
  value: string;
  fault: string | undefined;
  onInput: (value: string) => void;
};

/** A password to type or to paste, which can be looked at. */
export function SecretField({ id, label, autocomplete, hint, value, fault, onInput }: SecretFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="secret-line">
        <input
          id={id}
          {...(isShown ? { type: 'text' } : { type: 'password' })}
          autocomplete={autocomplete}
          value={value}
          maxLength={200}
          required
          spellcheck={false}
          aria-describedby={`${id}-hint ${id}-fault`}
          aria-invalid={fault !== undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button type="button" class="btn small quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          Show<span class="sr"> {label}</span>
        </button>
      </span>
      <small id={`${id}-hint`}>{hint}</small>
      <p id={`${id}-fault`} class="error-text" role="alert">
        {fault}
      </p>
    </div>
  );
}
