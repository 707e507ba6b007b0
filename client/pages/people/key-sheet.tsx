import { useState } from 'preact/hooks';
import type { CreatedKey, Scope } from '../../../server/contract/access.ts';
import { postJson, toApiFailure } from '../../api.ts';
import { TextField } from '../connections/field.tsx';
import { NO_FAULTS, readFaults } from '../connections/form-faults.ts';
import { SecretBox } from '../connections/secret-box.tsx';
import { Sheet } from '../connections/sheet.tsx';

const SCOPES: readonly { scope: Scope; about: string }[] = [
  { scope: 'ingest', about: 'posts reviews and files, and sees what came of them' },
  { scope: 'read', about: 'reads figures, reviews and decisions' },
  { scope: 'moderate', about: 'decides and corrects' },
  { scope: 'metrics', about: 'reads /metrics' },
];

const ENDS = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: 'never', label: 'Never' },
] as const;

type ScopesProps = { chosen: readonly Scope[]; fault: string | undefined; onChange: (scopes: Scope[]) => void };

const ScopeChoice = ({ chosen, fault, onChange }: ScopesProps) => (
  <fieldset class="con-events">
    <legend>What it may do</legend>
    {SCOPES.map(({ scope, about }) => (
      <label class="check" key={scope}>
        <input
          type="checkbox"
          checked={chosen.includes(scope)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
          }
        />
        <span>
          <span class="code">{scope}</span> <span class="muted">{about}</span>
        </span>
      </label>
    ))}
    <p class="error-text" role="alert">
      {fault}
    </p>
  </fieldset>
);

const Made = ({ made, onClose }: { made: CreatedKey; onClose: () => void }) => (
  <Sheet title="The key is there" about={made.name} onClose={onClose} isForm>
    <div class="sheet-scroll">
      <SecretBox secret={made.key}>
        The program sends it with each request as Authorization: Bearer and the key. Only its hash is kept here.
      </SecretBox>
    </div>
    <footer class="sheet-foot">
      <button type="button" class="btn solid" onClick={onClose}>
        I have it
      </button>
    </footer>
  </Sheet>
);

/** Makes a key for a program, and shows it once. */
export function KeySheet({ onSaved, onClose }: { onSaved: () => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['ingest']);
  const [end, setEnd] = useState<string>('365');
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isSending, setSending] = useState(false);
  const [made, setMade] = useState<CreatedKey | null>(null);

  const save = async () => {
    if (scopes.length === 0) {
      setFaults({ fields: { scopes: 'Choose at least one' }, other: null });
      return;
    }
    setSending(true);
    try {
      const expiresInDays = end === 'never' ? null : Number(end);
      setMade(await postJson<CreatedKey>('/keys', { name: name.trim(), scopes, expiresInDays }));
      onSaved();
    } catch (error) {
      setFaults(readFaults(toApiFailure(error), ['name', 'scopes']));
      setSending(false);
    }
  };

  if (made) return <Made made={made} onClose={onClose} />;
  return (
    <Sheet title="Make a key" onClose={onClose} isForm>
      <form
        class="con-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="sheet-scroll">
          <TextField
            id="key-name"
            label="Name"
            value={name}
            maxLength={80}
            isRequired
            hint="Which program it is for; it stands beside what that does"
            fault={faults.fields['name']}
            onInput={setName}
          />
          <ScopeChoice chosen={scopes} fault={faults.fields['scopes']} onChange={setScopes} />
          <label class="field">
            <span>Expires</span>
            <select value={end} onChange={(event) => setEnd(event.currentTarget.value)}>
              {ENDS.map(({ value, label }) => (
                <option key={value} value={value} selected={value === end}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {faults.other ? (
            <p class="error-text" role="alert">
              Not made. {faults.other}
            </p>
          ) : null}
        </div>
        <footer class="sheet-foot">
          <button type="submit" class="btn solid" disabled={isSending}>
            {isSending ? 'Making…' : 'Make the key'}
          </button>
          <button type="button" class="btn quiet" onClick={onClose}>
            Cancel
          </button>
        </footer>
      </form>
    </Sheet>
  );
}
