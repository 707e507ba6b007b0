import { useState } from 'preact/hooks';
import {
  chooseKey,
  chooseKeys,
  hasChosenKeys,
  type KeyId,
  type KeyPage,
  keyOf,
  keysOn,
  listKeys,
  resetKeys,
} from '../state/keys.ts';
import { Modal } from './modal.tsx';

type KeyRowProps = {
  label: string;
  keyName: string;
  isAwaited: boolean;
  onAwait: () => void;
  onPress: (key: string | null) => void;
};

/** An action, its key, and how to give it another one. */
const KeyRow = ({ label, keyName, isAwaited, onAwait, onPress }: KeyRowProps) => (
  <div>
    <dt>
      <kbd>{keyName}</kbd>
    </dt>
    <dd>
      {label}
      <button
        type="button"
        class="link"
        aria-label={isAwaited ? `Press the new key for: ${label}` : `Change the key of: ${label}`}
        onClick={onAwait}
        onBlur={() => isAwaited && onPress(null)}
        onKeyDown={(event) => {
          if (!isAwaited || event.key === 'Tab' || event.key === 'Shift') return;
          event.preventDefault();
          event.stopPropagation();
          onPress(event.key === 'Escape' ? null : event.key);
        }}
      >
        {isAwaited ? 'Press a key …' : 'Change'}
      </button>
    </dd>
  </div>
);

/** All keys of a page, from the one registry: each can be changed, and all can be switched off. */
export function KeyHelp({ page, onClose }: { page: KeyPage; onClose: () => void }) {
  const [awaited, setAwaited] = useState<KeyId | null>(null);
  const [told, setTold] = useState('');
  const keys = listKeys(page);
  const press = (id: KeyId, key: string | null) => {
    setAwaited(null);
    if (key === null) return;
    const refused = chooseKey(id, key);
    if (refused === null) setTold(`“${key}” from now on.`);
    else if (refused === 'no-key') setTold('Only a single letter, digit or sign can be a key here.');
    else {
      const other = keys.find((entry) => entry.id === refused.taken)?.label ?? 'another page';
      setTold(`“${key}” is taken: ${other}.`);
    }
  };
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl class="keys">
        {keys.map(({ id, label }) => (
          <KeyRow
            key={id}
            label={label}
            keyName={keyOf(id)}
            isAwaited={awaited === id}
            onAwait={() => setAwaited(id)}
            onPress={(key) => press(id, key)}
          />
        ))}
      </dl>
      <p class="keys-told" role="status">
        {told}
      </p>
      <p class="keys-note">
        Keys rest while you type, while a dialog is open, and with Ctrl, Alt or Cmd held. Your choice is kept in this
        browser.
      </p>
      <div class="keys-foot">
        <label class="check">
          <input type="checkbox" checked={keysOn.value} onChange={(event) => chooseKeys(event.currentTarget.checked)} />
          Use single keys
        </label>
        {hasChosenKeys() ? (
          <button
            type="button"
            class="btn small"
            onClick={() => {
              resetKeys();
              setTold('The usual keys are back.');
            }}
          >
            Usual keys
          </button>
        ) : null}
      </div>
    </Modal>
  );
}
