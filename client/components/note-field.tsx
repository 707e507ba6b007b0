import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A note on its way to a decision: kept for one item only. */
export type Note = {
  text: string;
  isOpen: boolean;
  change: (text: string) => void;
  open: () => void;
  close: () => void;
  /** Closes the field and forgets what was written. */
  drop: () => void;
};

/** The note of the item on screen; another item begins with none. */
export function useNote(of: string | null): Note {
  const [held, setHeld] = useState({ of, text: '', isOpen: false });
  const current = held.of === of ? held : { of, text: '', isOpen: false };
  return {
    text: current.text,
    isOpen: current.isOpen,
    change: (text) => setHeld({ ...current, text }),
    open: () => setHeld({ ...current, isOpen: true }),
    close: () => setHeld({ ...current, isOpen: false }),
    drop: () => setHeld({ of, text: '', isOpen: false }),
  };
}

/** The note as a decision carries it. */
export const noteOf = ({ text }: Note) => (text.trim() === '' ? {} : { note: text.trim() });

const MAX_NOTE = 2000;

/** The field of a note: Enter keeps it, Escape drops it, and both go back to the list. */
export function NoteField({ note }: { note: Note }) {
  const field = useRef<HTMLInputElement>(null);
  // Before the next key: what is typed at once would be taken for keys of the queue.
  useLayoutEffect(() => {
    if (note.isOpen) field.current?.focus();
  }, [note.isOpen]);
  if (!note.isOpen) return null;
  const leave = (isKept: boolean) => {
    if (isKept) note.close();
    else note.drop();
    const row = document.querySelector<HTMLElement>('.q[aria-current] a');
    if (row?.offsetParent) row.focus({ preventScroll: true });
    else document.getElementById('main')?.focus();
  };
  return (
    <label class="note-field">
      <span class="sr">Note for the decision</span>
      <input
        ref={field}
        type="text"
        value={note.text}
        maxLength={MAX_NOTE}
        placeholder="Note for the decision. Enter keeps it."
        onInput={(event) => note.change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          leave(event.key === 'Enter');
        }}
      />
    </label>
  );
}
