import { useEffect, useRef, useState } from 'preact/hooks';
import { keyOf } from '../state/keys.ts';
import { hideToast, TOAST_MS, type Toast, toast } from '../state/toast.ts';
import { Icon } from './icon.tsx';

function Action({ action }: Pick<Toast, 'action'>) {
  if (action === null) return null;
  if ('href' in action)
    return (
      <a href={action.href} onClick={hideToast}>
        {action.label}
      </a>
    );
  const key = action.keyId ? keyOf(action.keyId) : undefined;
  return (
    <button type="button" aria-keyshortcuts={key} onClick={action.run}>
      {action.label}
      {key ? <kbd>{key}</kbd> : null}
    </button>
  );
}

/** The latest message and what can be done about it. It waits while the pointer or the focus is on it. */
export function ToastView() {
  const message = toast.value;
  const [isHeld, setHeld] = useState(false);
  const leftMs = useRef(TOAST_MS);
  const id = message?.id;

  useEffect(() => {
    leftMs.current = TOAST_MS;
    // What has gone from under pointer and focus tells of neither leaving it.
    if (id === undefined) setHeld(false);
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
          <Action action={message.action} />
          <button type="button" class="plain" aria-label="Close message" onClick={hideToast}>
            <Icon name="close" />
          </button>
        </div>
      ) : null}
    </div>
  );
}
