import { useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { readWords } from '../../state/feature-list.ts';

type WordFieldProps = {
  label: string;
  hint: string;
  words: string[];
  typed: string;
  faults: string[];
  onWords: (words: string[]) => void;
  onType: (typed: string) => void;
};

/** Words as chips, each with a way to take it out, and a field to add more; Enter adds what is typed. */
export function WordField({ label, hint, words, typed, faults, onWords, onType }: WordFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const add = () => {
    onWords([...words, ...readWords(typed, words)]);
    onType('');
    input.current?.focus();
  };
  return (
    <div class="field">
      <label for="feature-words">{label}</label>
      <div class="word-add">
        <input
          ref={input}
          id="feature-words"
          value={typed}
          maxLength={400}
          autocomplete="off"
          aria-describedby="feature-words-hint feature-words-fault"
          aria-invalid={faults.length > 0}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="btn" disabled={typed.trim() === ''} onClick={add}>
          <Icon name="plus" />
          Add
        </button>
      </div>
      <small id="feature-words-hint">{hint}</small>
      <p id="feature-words-fault" class="error-text" role="alert">
        {faults.join('. ')}
      </p>
      {words.length > 0 ? (
        <ul class="chips" aria-label={label}>
          {words.map((word) => (
            <li key={word}>
              <button
                type="button"
                class="chip"
                aria-label={`Take out “${word}”`}
                title="Take out"
                onClick={() => {
                  onWords(words.filter((other) => other !== word));
                  input.current?.focus();
                }}
              >
                {word}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
