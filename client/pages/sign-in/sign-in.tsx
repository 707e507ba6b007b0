import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { toApiFailure } from '../../api.ts';
import { SecretField } from '../../components/secret-field.tsx';
import { session, signIn } from '../../state/session.ts';
import { FrontPage } from './front-page.tsx';

const PATH = '/sign-in';

/** Asks who comes. It stands in place of the page that was asked for, at its address, which then shows that page. */
export function SignIn() {
  const { path, url, route } = useLocation();
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(path === PATH ? query.get('failed') : null);
  const [isSending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const openId = session.value?.openId ?? null;
  const next = path === PATH ? '/' : url;

  const send = async () => {
    setSending(true);
    setFault(null);
    try {
      await signIn(name, password);
      if (path === PATH) route('/', true);
    } catch (error) {
      const failure = toApiFailure(error);
      const seconds = failure.status === 429 ? ' Wait a minute.' : '';
      setFault(`${failure.message}${seconds}`);
      setPassword('');
      setSending(false);
      first.current?.focus();
    }
  };

  return (
    <FrontPage title="Sign in">
      {openId === null ? null : (
        <>
          <a
            class="btn solid front-btn"
            href={`/api/v1/session/openid?${new URLSearchParams({ next })}`}
            data-native
            target="_self"
          >
            Continue with {openId}
          </a>
          <p class="front-or">or with a password</p>
        </>
      )}
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="field">
          <label for="sign-in-name">Name</label>
          <input
            ref={first}
            id="sign-in-name"
            type="text"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxLength={200}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <SecretField
          id="sign-in-password"
          label="Password"
          autocomplete="current-password"
          value={password}
          fault={undefined}
          onInput={setPassword}
        />
        <p class="error-text" role="alert">
          {fault}
        </p>
        <button
          type="submit"
          class={`btn front-btn ${openId === null ? 'solid' : ''}`}
          disabled={isSending || name.trim() === '' || password === ''}
        >
          {isSending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      <p class="muted front-foot">No account, or the password is lost? An admin of this app can help.</p>
    </FrontPage>
  );
}
