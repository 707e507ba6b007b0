import { useEffect, useRef, useState } from 'preact/hooks';

type ConfirmButtonProps = {
  label: string;
  /** Asked in its place after the first press. */
  question: string;
  answer: string;
  isDisabled?: boolean;
  onConfirm: () => void;
};

/** A button for what cannot be taken back: it asks in its own place before it acts. */
export function ConfirmButton({ label, question, answer, isDisabled = false, onConfirm }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) yes.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button ref={first} type="button" class="btn small" disabled={isDisabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the question; its buttons do too
    <span
      class="con-ask"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <span>{question}</span>
      <button
        ref={yes}
        type="button"
        class="btn small danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {answer}
      </button>
      <button type="button" class="btn small" onClick={() => setAsking(false)}>
        No
      </button>
    </span>
  );
}
