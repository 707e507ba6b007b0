import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';

/** A secret that is shown this once, to be copied. */
export function SecretBox({ secret, children }: { secret: string; children: string }) {
  const [state, setState] = useState<'no' | 'copied' | 'failed'>('no');
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <div class="note warn con-secret">
      <Icon name="alert" />
      <div>
        <p>
          <b>Shown this once.</b> {children}
        </p>
        <p class="con-secret-line">
          <code class="code">{secret}</code>
          <button type="button" class="btn small" onClick={() => void copy()}>
            Copy
          </button>
        </p>
        <p role="status" class="muted">
          {state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser did not copy it: mark it and copy' : ''}
        </p>
      </div>
    </div>
  );
}
