import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SessionView } from '../../../server/contract/access.ts';
import { postJson, toApiFailure } from '../../api.ts';
import { Empty } from '../../components/parts.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { becomeSession } from '../../state/session.ts';
import { TextField } from '../connections/field.tsx';
import { NO_FAULTS, readFaults } from '../connections/form-faults.ts';
import { FrontPage } from './front-page.tsx';

const NoToken = () => (
  <Empty icon="link" title="This address is not whole" level={2}>
    Open the set-up link as the app printed it, with all that follows the #.
  </Empty>
);

/** Makes the first admin. The token stands behind the #, so that it gets into no log. */
export function SetUp() {
  const { route } = useLocation();
  const [token] = useState(() => location.hash.slice(1));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isSending, setSending] = useState(false);

  const send = async () => {
    setSending(true);
    try {
      becomeSession(await postJson<SessionView>('/setup', { token, name, password }));
      route('/people', true);
    } catch (error) {
      setFaults(readFaults(toApiFailure(error), ['name', 'password']));
      setSending(false);
    }
  };

  if (token === '')
    return (
      <FrontPage title="Set up">
        <NoToken />
      </FrontPage>
    );
  return (
    <FrontPage
      title="Make the first admin"
      about="From then on everybody signs in. You add the others, and keys for programs, on the next page."
    >
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          id="set-up-name"
          label="Your name"
          value={name}
          maxLength={80}
          isRequired
          autocomplete="username"
          hint="It stands beside what you decide"
          fault={faults.fields['name']}
          onInput={setName}
        />
        <SecretField
          id="set-up-password"
          label="Password"
          autocomplete="new-password"
          hint="12 characters or more; a few words are good"
          value={password}
          fault={faults.fields['password']}
          onInput={setPassword}
        />
        {faults.other ? (
          <p class="error-text" role="alert">
            {faults.other}
          </p>
        ) : null}
        <button type="submit" class="btn solid front-btn" disabled={isSending || name.trim() === '' || password === ''}>
          {isSending ? 'Setting up…' : 'Make the admin and sign in'}
        </button>
      </form>
    </FrontPage>
  );
}
