import { useState } from 'preact/hooks';
import type { DigestSettings, PutDigest, Weekday } from '../../../server/contract/digest.ts';
import { putJson } from '../../api.ts';
import { ProductChips } from '../../components/product-chips.tsx';
import { workspace } from '../../state/workspace.ts';
import { HOUR_OPTIONS, listTimeZones, WEEKDAY_OPTIONS } from './digest-words.ts';
import { FormDialog } from './form-dialog.tsx';
import { Addresses, Select } from './form-fields.tsx';
import { readAddresses } from './read-addresses.ts';
import { useWebhooks, WebhookChoice } from './webhook-choice.tsx';

const MAX_PRODUCTS = 10;

/** The zone of whoever sets the digest first, rather than UTC. */
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

type DigestDialogProps = { start: DigestSettings; onClose: (isSaved: boolean) => void };

/** Whether, when, to whom and of which products the digest goes out. */
export function DigestDialog({ start, onClose }: DigestDialogProps) {
  const [enabled, setEnabled] = useState(start.updatedAt === null ? true : start.enabled);
  const [weekday, setWeekday] = useState<Weekday>(start.weekday);
  const [hour, setHour] = useState(start.hour);
  const [timeZone, setTimeZone] = useState(start.updatedAt === null ? ownZone() : start.timeZone);
  const [mail, setMail] = useState(start.recipients.join(', '));
  const [products, setProducts] = useState<string[]>(start.products);
  const [webhook, setWebhook] = useState(start.webhook);
  const webhooks = useWebhooks();
  const known = workspace.value?.products.map(({ product }) => product) ?? [];
  const save = () => {
    const body: PutDigest = { enabled, weekday, hour, timeZone, recipients: readAddresses(mail), products, webhook };
    return putJson('/digest', body);
  };
  const hasNoGoal = readAddresses(mail).length === 0 && webhook === null;
  return (
    <FormDialog title="Weekly digest" submit="Save digest" save={save} onClose={onClose}>
      <label class="check">
        <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.currentTarget.checked)} />
        <span>Send it every week</span>
      </label>
      <div class="alert-grid">
        <Select
          label="Day"
          value={weekday}
          options={WEEKDAY_OPTIONS()}
          onChange={(value) => setWeekday(value as Weekday)}
        />
        <Select
          label="Hour"
          value={String(hour)}
          options={HOUR_OPTIONS()}
          onChange={(value) => setHour(Number(value))}
        />
        <Select
          label="Time zone"
          value={timeZone}
          options={listTimeZones(timeZone).map((zone) => [zone, zone.replaceAll('_', ' ')] as const)}
          onChange={setTimeZone}
        />
      </div>
      <div class="alert-goals">
        <Addresses value={mail} canMail={start.canMail} onInput={setMail} />
        <WebhookChoice webhooks={webhooks} chosen={webhook} onChoose={setWebhook} />
      </div>
      {enabled && hasNoGoal ? (
        <p class="small-text muted" role="status">
          Nobody gets it so far: name an address or a webhook.
        </p>
      ) : null}
      <ProductChips
        legend="A part for each of these products; none chosen: one for all together"
        products={[...known, ...products.filter((id) => !known.includes(id))]}
        chosen={products}
        most={MAX_PRODUCTS}
        onChange={setProducts}
      />
    </FormDialog>
  );
}
