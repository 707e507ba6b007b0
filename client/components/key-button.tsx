import type { ComponentChildren } from 'preact';
import { type KeyId, keyOf, keysOn } from '../state/keys.ts';

type KeyButtonProps = {
  keyId: KeyId;
  label: ComponentChildren;
  className: string;
  isDisabled?: boolean;
  isExpanded?: boolean;
  title?: string;
  onClick: () => void;
};

/** The key of an action for `aria-keyshortcuts`; nothing while keys are off. */
export const shortcutOf = (id: KeyId) => (keysOn.value ? keyOf(id) : undefined);

/** A button with its key, both from the one registry. */
export const KeyButton = ({
  keyId,
  label,
  className,
  isDisabled = false,
  isExpanded,
  title,
  onClick,
}: KeyButtonProps) => (
  <button
    type="button"
    class={`btn ${className}`}
    aria-keyshortcuts={shortcutOf(keyId)}
    aria-expanded={isExpanded}
    disabled={isDisabled}
    title={title}
    onClick={onClick}
  >
    {label}
    {keysOn.value ? <kbd>{keyOf(keyId)}</kbd> : null}
  </button>
);

/** Puts off what is on screen, in every queue. */
export const LaterButton = (props: Pick<KeyButtonProps, 'isDisabled' | 'onClick'>) => (
  <KeyButton keyId="later" className="quiet" label="Later" title="To the end of the list" {...props} />
);
