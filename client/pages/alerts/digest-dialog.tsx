import { useState } from 'preact/hooks';
import type { DigestSettings, PutDigest, Weekday } from '../../../server/contract/digest.ts';
import { putJson, toApiFailure } from '../../api.ts';
import { Modal } from '../../components/modal.tsx';
import { nameProduct } from '../../state/figures.ts';
import { workspace } from '../../state/workspace.ts';
import { HOUR_OPTIONS, listTimeZones, WEEKDAY_OPTIONS } from './digest-words.ts';
import { Addresses, Select } from './form-fields.tsx';
import { readAddresses } from './read-addresses.ts';
import { useWebhooks, WebhookChoice } from './webhook-choice.tsx';

const MAX_PRODUCTS = 10;

type ProductsProps = { chosen: readonly string[]; onChange: (products: string[]) => void };

/** A part of the digest for each product that is chosen; none: one part for all together. */
const Products = ({ chosen, onChange }: ProductsProps) => {
  const known = workspace.value?.products.map(({ product }) => product) ?? [];
  const all = [...known, ...chosen.filter((id) => !known.includes(id))];
  return (
    <fieldset class="compare-choose">
      <legend>A part for each of these products; none chosen: one for all together</legend>
      {all.map((product) => {
        const isOn = chosen.includes(product);
        return (
          <button
            key={product}
            type="button"
            class="chip"
            aria-pressed={isOn}
            disabled={!isOn && chosen.length >= MAX_PRODUCTS}
            onClick={() => onChange(isOn ? chosen.filter((id) => id !== product) : [...chosen, product])}
          >
            {nameProduct(product)}
          </button>
        );
      })}
    </fieldset>
  );
};

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
  const [fault, setFault] = useState<string | null>(null);
  const webhooks = useWebhooks();
  const save = async () => {
    const body: PutDigest = { enabled, weekday, hour, timeZone, recipients: readAddresses(mail), products, webhook };
    try {
      setFault(null);
      await putJson('/digest', body);
      onClose(true);
    } catch (cause) {
      setFault(toApiFailure(cause).message);
    }
  };
  const hasNoGoal = readAddresses(mail).length === 0 && webhook === null;
  return (
    <Modal title="Weekly digest" isWide onClose={() => onClose(false)}>
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
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
        <Products chosen={products} onChange={setProducts} />
        {fault ? (
          <p class="error-text" role="alert">
            Not saved. {fault}
          </p>
        ) : null}
        <div class="form-foot">
          <button type="submit" class="btn solid">
            Save digest
          </button>
        </div>
      </form>
    </Modal>
  );
}
