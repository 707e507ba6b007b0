import { useState } from 'preact/hooks';
import type { SessionView } from '../../server/contract/access.ts';
import { postJson, toApiFailure } from '../api.ts';
import { NO_FAULTS, readFaults } from '../pages/connections/form-faults.ts';
import { becomeSession, ROLE_WORDS, session, signOut } from '../state/session.ts';
import { showToast } from '../state/toast.ts';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { SecretField } from './secret-field.tsx';

const initials = (name: string) =>
  name
    .split(/[\s._@-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase())
    .join('');

/** A new password in place of the old one; other places where one is signed in are signed out. */
function PasswordForm({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isSending, setSending] = useState(false);
  const save = async () => {
    setSending(true);
    try {
      becomeSession(await postJson<SessionView>('/session/password', { current, password }));
      showToast({ kind: 'done', text: 'Your password is changed. Elsewhere you are signed out.', action: null });
      onDone();
    } catch (error) {
      setFaults(readFaults(toApiFailure(error), ['current', 'password']));
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      class="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SecretField
        id="password-now"
        label="Current password"
        autocomplete="current-password"
        value={current}
        fault={faults.fields['current']}
        onInput={setCurrent}
      />
      <SecretField
        id="password-new"
        label="New password"
        autocomplete="new-password"
        hint="12 characters or more; a few words are good"
        value={password}
        fault={faults.fields['password']}
        onInput={setPassword}
      />
      {faults.other ? (
        <p class="error-text" role="alert">
          Not changed. {faults.other}
        </p>
      ) : null}
      <p class="account-acts">
        <button type="submit" class="btn solid" disabled={isSending || current === '' || password === ''}>
          {isSending ? 'Changing…' : 'Change the password'}
        </button>
        <button type="button" class="btn quiet" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}

const NoSignIn = ({ onClose }: { onClose: () => void }) => (
  <Modal title="Sign-in is off" onClose={onClose}>
    <p>
      There is no user yet, so whoever uses this machine may do everything here. Others cannot reach the app: it answers
      on this machine only.
    </p>
    <p class="dim">
      To switch sign-in on, open the set-up link that the app printed when it started, and make the first admin. Each
      start without a user prints a new one. On the command line it is{' '}
      <code class="code">users add NAME --role admin</code>.
    </p>
  </Modal>
);

function SignedIn({ name, role, hasPassword, onClose }: { onClose: () => void } & Omit<Who, 'state'>) {
  const [isChanging, setChanging] = useState(false);
  return (
    <Modal title="Account" onClose={onClose}>
      <p class="account-who">
        <span class="avatar" aria-hidden="true">
          {initials(name)}
        </span>
        <span>
          <b>{name}</b>
          <br />
          <span class="muted">{ROLE_WORDS[role]}</span>
        </span>
      </p>
      {isChanging ? (
        <PasswordForm onDone={() => setChanging(false)} />
      ) : (
        <p class="account-acts">
          <button type="button" class="btn" onClick={() => void signOut()}>
            Sign out
          </button>
          {hasPassword ? (
            <button type="button" class="btn quiet" onClick={() => setChanging(true)}>
              Change the password
            </button>
          ) : null}
        </p>
      )}
    </Modal>
  );
}

type Who = { name: string; role: keyof typeof ROLE_WORDS; hasPassword: boolean };

/** Who is signed in, and what one does about it; while nobody can be, that this is so. */
export function Account({ hasText }: { hasText: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const { state, name, role, hasPassword } = session.value ?? {};
  const close = () => setOpen(false);
  if (state === 'open') {
    return (
      <>
        <button
          type="button"
          class={hasText ? 'theme-btn' : 'icon-btn'}
          aria-haspopup="dialog"
          aria-label="Sign-in is off"
          onClick={() => setOpen(true)}
        >
          <Icon name="unlocked" />
          {hasText ? <span>Sign-in is off</span> : null}
        </button>
        {isOpen ? <NoSignIn onClose={close} /> : null}
      </>
    );
  }
  if (state !== 'signed-in' || !name || !role) return null;
  return (
    <>
      <button
        type="button"
        class={hasText ? 'theme-btn account-btn' : 'icon-btn'}
        aria-haspopup="dialog"
        aria-label={`Account: ${name}, ${ROLE_WORDS[role]}`}
        onClick={() => setOpen(true)}
      >
        <span class="avatar" aria-hidden="true">
          {initials(name)}
        </span>
        {hasText ? (
          <span class="account-name">
            {name}
            <small>{ROLE_WORDS[role]}</small>
          </span>
        ) : null}
      </button>
      {isOpen ? <SignedIn name={name} role={role} hasPassword={hasPassword ?? false} onClose={close} /> : null}
    </>
  );
}
