import { useState } from 'preact/hooks';
import type { AlertMetric, AlertPreview, AlertScope, CreateAlert } from '../../../server/contract/alerts.ts';
import { postJson, toApiFailure } from '../../api.ts';
import { Modal } from '../../components/modal.tsx';
import { formatDay } from '../../state/dates.ts';
import { nameProduct, plural } from '../../state/figures.ts';
import { workspace } from '../../state/workspace.ts';
import { DIRECTIONS, METRICS, SENSITIVITIES, tellFigures } from './alert-words.ts';

type Rule = Required<Omit<CreateAlert, 'enabled' | 'scope'>> & { scope: AlertScope };

const FIRST: Rule = {
  name: '',
  metric: 'net',
  scope: {},
  direction: 'drop',
  change: 0.1,
  windowDays: 14,
  minimumN: 20,
  sensitivity: 'medium',
  frequency: 'daily',
  channel: {},
};
/** A change that means something, in the unit of each metric. */
const STEPS: Record<AlertMetric, number> = { net: 0.1, stars: 0.3, volume: 20, 'share-negative': 0.1 };

type SelectProps = { label: string; value: string; options: [string, string][]; onChange: (value: string) => void };

const Select = ({ label, value, options, onChange }: SelectProps) => (
  <label class="field">
    <span>{label}</span>
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([id, text]) => (
        <option key={id} value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

type NumberProps = { label: string; value: number; least: number; step: number; onChange: (value: number) => void };

const NumberField = ({ label, value, least, step, onChange }: NumberProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type="number"
      min={least}
      step={step}
      value={value}
      onInput={(event) => onChange(Number(event.currentTarget.value))}
    />
  </label>
);

const Preview = ({ metric, preview }: { metric: AlertMetric; preview: AlertPreview }) => (
  <div class="note" role="status">
    <div>
      <p>
        <b>
          Would have fired {plural(preview.fired, 'time', 'times')} in the last {preview.days} days
        </b>
        {preview.tooFewDays > 0 ? `; on ${plural(preview.tooFewDays, 'day', 'days')} there were too few reviews` : ''}.
      </p>
      <ul class="fired">
        {preview.firings.map(({ day, figures }) => (
          <li key={day}>
            {formatDay(day)}: {tellFigures(metric, figures)}
          </li>
        ))}
      </ul>
      <p class="muted">Today: {tellFigures(metric, preview.today)}</p>
    </div>
  </div>
);

/** A new rule, tried out on the last 90 days before it is saved. */
export function AlertDialog({ canMail, onClose }: { canMail: boolean; onClose: (isSaved: boolean) => void }) {
  const [rule, setRule] = useState<Rule>(FIRST);
  const [mail, setMail] = useState('');
  const [preview, setPreview] = useState<AlertPreview | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const set = (patch: Partial<Rule>) => {
    setRule({ ...rule, ...patch });
    setPreview(null);
  };
  const scopeTo = (name: 'product' | 'feature', value: string) => {
    const { [name]: _, ...rest } = rule.scope;
    set({ scope: value === '' ? rest : { ...rest, [name]: value } });
  };
  const run = async (work: () => Promise<void>) => {
    try {
      setFault(null);
      await work();
    } catch (cause) {
      setFault(toApiFailure(cause).message);
    }
  };
  const emails = mail.split(/[\s,;]+/).filter((entry) => entry !== '');
  const { name: _, channel: __, ...watched } = rule;
  return (
    <Modal title="New alert" isWide onClose={() => onClose(false)}>
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => {
            await postJson('/alerts', { ...rule, channel: emails.length > 0 ? { email: emails } : {} });
            onClose(true);
          });
        }}
      >
        <label class="field">
          <span>Name</span>
          <input
            type="text"
            required
            maxLength={120}
            value={rule.name}
            onInput={(event) => setRule({ ...rule, name: event.currentTarget.value })}
          />
        </label>
        <div class="alert-grid">
          <Select
            label="What"
            value={rule.metric}
            options={Object.entries(METRICS)}
            onChange={(value) => {
              const metric = value as AlertMetric;
              const { feature: _feature, ...rest } = rule.scope;
              set({ metric, change: STEPS[metric], scope: metric === 'stars' ? rest : rule.scope });
            }}
          />
          {rule.metric === 'stars' ? null : (
            <Select
              label="Feature"
              value={rule.scope.feature ?? ''}
              options={[
                ['', 'All'],
                ...(workspace.value?.features ?? []).map(({ feature, label }): [string, string] => [feature, label]),
              ]}
              onChange={(value) => scopeTo('feature', value)}
            />
          )}
          <Select
            label="Product"
            value={rule.scope.product ?? ''}
            options={[
              ['', 'All'],
              ...(workspace.value?.products ?? []).map(({ product }): [string, string] => [
                product,
                nameProduct(product),
              ]),
            ]}
            onChange={(value) => scopeTo('product', value)}
          />
          <Select
            label="When it"
            value={rule.direction}
            options={Object.entries(DIRECTIONS)}
            onChange={(value) => set({ direction: value as Rule['direction'] })}
          />
          <NumberField
            label={rule.metric === 'share-negative' ? 'By at least (0 to 1)' : 'By at least'}
            value={rule.change}
            least={0}
            step={rule.metric === 'volume' ? 1 : 0.01}
            onChange={(change) => set({ change })}
          />
          <NumberField
            label="Within days"
            value={rule.windowDays}
            least={1}
            step={1}
            onChange={(windowDays) => set({ windowDays })}
          />
          <NumberField
            label="Least n"
            value={rule.minimumN}
            least={1}
            step={1}
            onChange={(minimumN) => set({ minimumN })}
          />
          <Select
            label="Sensitivity"
            value={rule.sensitivity}
            options={Object.entries(SENSITIVITIES)}
            onChange={(value) => set({ sensitivity: value as Rule['sensitivity'] })}
          />
          <Select
            label="At most"
            value={rule.frequency}
            options={[
              ['daily', 'Once a day'],
              ['weekly', 'Once in seven days'],
            ]}
            onChange={(value) => set({ frequency: value as Rule['frequency'] })}
          />
        </div>
        <label class="field">
          <span>E-mail to{canMail ? '' : ' (this server has no mail server: firings are listed here only)'}</span>
          <input
            type="text"
            value={mail}
            disabled={!canMail}
            placeholder="ann@shop.example, bob@shop.example"
            onInput={(event) => setMail(event.currentTarget.value)}
          />
        </label>
        {fault ? (
          <p class="error-text" role="alert">
            {fault}
          </p>
        ) : null}
        {preview ? <Preview metric={rule.metric} preview={preview} /> : null}
        <div class="form-foot">
          <button
            type="button"
            class="btn"
            onClick={() => void run(async () => setPreview(await postJson<AlertPreview>('/alerts/preview', watched)))}
          >
            Try it on the last 90 days
          </button>
          <button type="submit" class="btn solid" disabled={rule.name.trim() === ''}>
            Save alert
          </button>
        </div>
      </form>
    </Modal>
  );
}
