import { useEffect, useRef, useState } from 'preact/hooks';
import { keyOf } from '../state/keys.ts';
import { hideToast, TOAST_MS, toast } from '../state/toast.ts';
import { Icon } from './icon.tsx';

/** The latest message and what can be done about it. It waits while the pointer or the focus is on it. */
export function ToastView() {
  const message = toast.value;
  const [isHeld, setHeld] = useState(false);
  const leftMs = useRef(TOAST_MS);
  const id = message?.id;

  useEffect(() => {
    leftMs.current = TOAST_MS;
  }, [id]);

  useEffect(() => {
    if (id === undefined || isHeld) return;
    const since = Date.now();
    const timer = setTimeout(hideToast, leftMs.current);
    return () => {
      clearTimeout(timer);
      leftMs.current = Math.max(leftMs.current - (Date.now() - since), 1000);
    };
  }, [id, isHeld]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only keep the message from leaving
    <div
      class="toast-at"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div role="status" class={message ? `toast ${message.kind}` : ''}>
        {message ? <span>{message.text}</span> : null}
      </div>
      {message ? (
        <div class="toast-acts">
          {message.action ? (
            <button
              type="button"
              aria-keyshortcuts={message.action.keyId ? keyOf(message.action.keyId) : undefined}
              onClick={message.action.run}
            >
              {message.action.label}
              {message.action.keyId ? <kbd>{keyOf(message.action.keyId)}</kbd> : null}
            </button>
          ) : null}
          <button
            type="button"
            class="plain"
            aria-label="Close message"
            onClick={() => {
              setHeld(false);
              hideToast();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ) : null}
    </div>
  );
}
