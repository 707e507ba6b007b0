import { useState } from 'preact/hooks';
import type { AlertMetric, AlertView } from '../../../server/contract/alerts.ts';
import { patchJson, postJson } from '../../api.ts';
import { PreviewNote, usePreview } from './alert-preview.tsx';
import { METRICS } from './alert-words.ts';
import { FormDialog } from './form-dialog.tsx';
import { Addresses, Select } from './form-fields.tsx';
import { readAddresses } from './read-addresses.ts';
import { type Rule, Scope, Thresholds, toRule } from './rule-fields.tsx';
import { useWebhooks, WebhookChoice } from './webhook-choice.tsx';

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
};
/** A change that means something, in the unit of each metric. */
const STEPS: Record<AlertMetric, number> = { net: 0.1, stars: 0.3, volume: 20, 'share-negative': 0.1 };

type AlertDialogProps = {
  /** Null for a new one. */
  start: AlertView | null;
  canMail: boolean;
  onClose: (isSaved: boolean) => void;
};

/** A rule, new or changed, tried out on the last 90 days with every change before it is saved. */
export function AlertDialog({ start, canMail, onClose }: AlertDialogProps) {
  const [rule, setRule] = useState<Rule>(start ? toRule(start) : FIRST);
  const [mail, setMail] = useState(start?.channel.email?.join(', ') ?? '');
  const [webhook, setWebhook] = useState<string | null>(start?.channel.webhook ?? null);
  const webhooks = useWebhooks();
  const { name: _, ...watched } = rule;
  const tried = usePreview(watched);
  const set = (patch: Partial<Rule>) => setRule({ ...rule, ...patch });
  const save = () => {
    const email = readAddresses(mail);
    const channel = { ...(email.length > 0 ? { email } : {}), ...(webhook === null ? {} : { webhook }) };
    return start ? patchJson(`/alerts/${start.id}`, { ...rule, channel }) : postJson('/alerts', { ...rule, channel });
  };
  return (
    <FormDialog
      title={start ? 'Change the alert' : 'New alert'}
      submit={start ? 'Save changes' : 'Save alert'}
      missing={rule.name.trim() === '' ? 'Give it a name first' : null}
      save={save}
      onClose={onClose}
    >
      <label class="field">
        <span>Name</span>
        <input
          type="text"
          required
          maxLength={120}
          value={rule.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
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
        <Scope rule={rule} set={set} />
        <Thresholds rule={rule} set={set} />
      </div>
      <div class="alert-goals">
        <Addresses value={mail} canMail={canMail} onInput={setMail} />
        <WebhookChoice webhooks={webhooks} chosen={webhook} onChoose={setWebhook} />
      </div>
      <PreviewNote metric={rule.metric} tried={tried} />
    </FormDialog>
  );
}
