import { useState } from 'preact/hooks';
import type { PatchUser, Role, UserView } from '../../../server/contract/access.ts';
import { patchJson, postJson, toApiFailure } from '../../api.ts';
import { SecretField } from '../../components/secret-field.tsx';
import { ROLE_WORDS } from '../../state/session.ts';
import { showToast } from '../../state/toast.ts';
import { TextField } from '../connections/field.tsx';
import { NO_FAULTS, readFaults } from '../connections/form-faults.ts';
import { Sheet } from '../connections/sheet.tsx';

const ROLES: readonly { role: Role; about: string }[] = [
  { role: 'analyst', about: 'reads figures, reviews and decisions' },
  { role: 'moderator', about: 'also decides, corrects tags and imports' },
  { role: 'admin', about: 'also sets up rules, features, connections, people and keys' },
];

const RoleChoice = ({ role, onChoose }: { role: Role; onChoose: (role: Role) => void }) => (
  <fieldset class="con-events">
    <legend>Role</legend>
    {ROLES.map((entry) => (
      <label class="check" key={entry.role}>
        <input
          type="radio"
          name="role"
          value={entry.role}
          checked={entry.role === role}
          onChange={() => onChoose(entry.role)}
        />
        <span>
          {ROLE_WORDS[entry.role]} <span class="muted">{entry.about}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

type UserSheetProps = {
  /** Null to add somebody. */
  start: UserView | null;
  onSaved: () => void;
  onClose: () => void;
};

/** Adds somebody, or gives them another role or password. */
export function UserSheet({ start, onSaved, onClose }: UserSheetProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(start?.role ?? 'analyst');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isSending, setSending] = useState(false);
  const hasPassword = start?.signsInBy !== 'openid';

  const save = async () => {
    setSending(true);
    try {
      if (start) {
        const patch: PatchUser = {
          ...(role === start.role ? {} : { role }),
          ...(password === '' ? {} : { password }),
        };
        if (Object.keys(patch).length > 0) await patchJson(`/users/${start.id}`, patch);
      } else await postJson('/users', { name: name.trim(), role, password });
      const done = start ? `${start.name} is changed, and signed out.` : `${name.trim()} can sign in now.`;
      showToast({ kind: 'done', text: done, action: null });
      onSaved();
      onClose();
    } catch (error) {
      setFaults(readFaults(toApiFailure(error), ['name', 'password']));
      setSending(false);
    }
  };

  return (
    <Sheet title={start ? start.name : 'Add a person'} onClose={onClose} isForm>
      <form
        class="con-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="sheet-scroll">
          {start ? null : (
            <TextField
              id="user-name"
              label="Name"
              value={name}
              maxLength={80}
              isRequired
              hint="To sign in with; it stands beside what they decide"
              fault={faults.fields['name']}
              onInput={setName}
            />
          )}
          <RoleChoice role={role} onChoose={setRole} />
          {hasPassword ? (
            <SecretField
              id="user-password"
              label={start ? 'New password' : 'Password'}
              autocomplete="new-password"
              hint={start ? 'Left empty it stays as it is' : '12 characters or more; they can change it'}
              value={password}
              fault={faults.fields['password']}
              onInput={setPassword}
            />
          ) : null}
          {faults.other ? (
            <p class="error-text" role="alert">
              Not saved. {faults.other}
            </p>
          ) : null}
        </div>
        <footer class="sheet-foot">
          <button type="submit" class="btn solid" disabled={isSending}>
            {isSending ? 'Saving…' : start ? 'Save' : 'Add'}
          </button>
          <button type="button" class="btn quiet" onClick={onClose}>
            Cancel
          </button>
        </footer>
      </form>
    </Sheet>
  );
}
