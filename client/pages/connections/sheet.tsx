import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';

type SheetProps = { title: string; about?: string; isForm?: boolean; onClose: () => void; children: ComponentChildren };

/** A sheet over the page; Escape, the cross and a click beside it close it, unless something is being typed in it. */
export function Sheet({ title, about, isForm = false, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const sheet = dialog.current;
    const before = document.activeElement;
    if (sheet && !sheet.open) sheet.showModal();
    sheet?.querySelector<HTMLElement>(isForm ? 'input, select' : 'h2')?.focus();
    return () => {
      sheet?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!isForm && event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-in con-sheet">
        <header class="sheet-h">
          <div>
            <h2 id="sheet-title" tabIndex={-1}>
              {title}
            </h2>
            {about ? <p>{about}</p> : null}
          </div>
          <button type="button" class="icon-btn" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
