import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { chooseKeys, KEYS, keysOn } from '../../state/keys.ts';

/** All keys of the page, from the one registry, and the switch for those who do not want any. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    if (box && !box.open) box.showModal();
    return () => box?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="keys-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="sheet-h">
        <h2 id="keys-title">Keys</h2>
        <button type="button" class="icon-btn" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl class="keys">
        {KEYS.map(({ id, key, label }) => (
          <div key={id}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p class="keys-note">Keys rest while you type, while a dialog is open, and with Ctrl, Alt or Cmd held.</p>
      <label class="check">
        <input type="checkbox" checked={keysOn.value} onChange={(event) => chooseKeys(event.currentTarget.checked)} />
        Use single keys on this page
      </label>
    </dialog>
  );
}
