import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

type ModalProps = {
  title: string;
  /** Wide for tables. */
  isWide?: boolean;
  /** What can be done, at the lower end. */
  foot?: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
};

/** A dialog over the page; Escape and the cross close it, and the focus goes back to where it was. */
export function Modal({ title, isWide = false, foot, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const box = dialog.current;
    if (box && !box.open) box.showModal();
    return () => box?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`modal ${isWide ? 'wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="sheet-h">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-btn" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="modal-b">{children}</div>
      {foot === undefined ? null : <footer class="modal-f">{foot}</footer>}
    </dialog>
  );
}
