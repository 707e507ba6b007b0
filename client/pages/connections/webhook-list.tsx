import { useState } from 'preact/hooks';
import type { DeliveryView, RotatedSecret, WebhookView } from '../../../server/contract/webhooks.ts';
import { deleteFrom, patchJson, postJson } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { formatInstant } from '../../state/dates.ts';
import { showToast } from '../../state/toast.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { SecretBox } from './secret-box.tsx';
import { nameEvent, shortUrl, tellAttempt, tellHealth } from './tell.ts';
import { useAct } from './use-act.ts';

const HEALTH = {
  ok: { label: 'On', kind: 'ok' },
  failing: { label: 'Failing', kind: 'error' },
  off: { label: 'Off', kind: '' },
} as const;

type RowProps = { webhook: WebhookView; onChanged: () => void; onEdit: () => void; onLog: () => void };

const tellTest = (url: string, { state, attempts }: DeliveryView) => {
  const last = attempts.at(-1);
  const came = last ? tellAttempt(last) : 'no attempt';
  return state === 'delivered'
    ? { kind: 'done' as const, text: `The test came through to ${shortUrl(url)}: ${came}.` }
    : { kind: 'failed' as const, text: `The test did not come through to ${shortUrl(url)}. ${came}` };
};

function Row({ webhook, onChanged, onEdit, onLog }: RowProps) {
  const { isBusy, act } = useAct(onChanged);
  const [rotated, setRotated] = useState<RotatedSecret | null>(null);
  const path = `/webhooks/${webhook.id}`;
  const name = shortUrl(webhook.url);
  const { label, kind } = HEALTH[webhook.health];
  const test = () =>
    act(async () => {
      const delivery = await postJson<DeliveryView>(`${path}/test`);
      showToast({ ...tellTest(webhook.url, delivery), action: null });
    }, null);
  return (
    <li aria-busy={isBusy}>
      <p class="con-line">
        <b class="con-url" title={webhook.url}>
          {name}
        </b>
        <span class={`badge ${kind}`}>{label}</span>
      </p>
      {webhook.description ? <p>{webhook.description}</p> : null}
      <p class="dim">{webhook.events.map(nameEvent).join(' · ')}</p>
      <p class={webhook.health === 'failing' || webhook.offReason !== null ? 'con-warn' : 'muted'}>
        {tellHealth(webhook)}
      </p>
      {rotated ? (
        <SecretBox secret={rotated.secret}>
          {`The new secret. The former one signs too until ${formatInstant(rotated.formerUntil)}.`}
        </SecretBox>
      ) : null}
      <fieldset class="con-acts">
        <legend class="sr">Webhook {name}</legend>
        <button type="button" class="btn small" onClick={onLog}>
          Deliveries
        </button>
        <button type="button" class="btn small" disabled={isBusy} onClick={() => void test()}>
          Send a test
        </button>
        <button
          type="button"
          class="btn small"
          disabled={isBusy}
          onClick={() =>
            void act(
              () => patchJson(path, { active: !webhook.active }),
              `${name} is switched ${webhook.active ? 'off' : 'on'}.`,
            )
          }
        >
          {webhook.active ? 'Switch off' : 'Switch on'}
        </button>
        <button type="button" class="btn small" onClick={onEdit}>
          Change
        </button>
        <ConfirmButton
          label="New secret"
          question="Replace the secret?"
          answer="Replace it"
          isDisabled={isBusy}
          onConfirm={() =>
            void act(async () => setRotated(await postJson<RotatedSecret>(`${path}/secret`)), 'There is a new secret.')
          }
        />
        <ConfirmButton
          label="Delete"
          question="Delete it and its log?"
          answer="Delete"
          isDisabled={isBusy}
          onConfirm={() => void act(() => deleteFrom(path), `${name} is deleted.`)}
        />
      </fieldset>
    </li>
  );
}

type WebhookListProps = {
  items: readonly WebhookView[];
  onChanged: () => void;
  onAdd: () => void;
  onEdit: (id: string) => void;
  onLog: (id: string) => void;
};

/** The receivers of events, with how each fares. */
export const WebhookList = ({ items, onChanged, onAdd, onEdit, onLog }: WebhookListProps) => (
  <>
    <ul class="con-list">
      {items.map((webhook) => (
        <Row
          key={webhook.id}
          webhook={webhook}
          onChanged={onChanged}
          onEdit={() => onEdit(webhook.id)}
          onLog={() => onLog(webhook.id)}
        />
      ))}
    </ul>
    <button type="button" class="btn" onClick={onAdd}>
      <Icon name="plus" />
      Add a webhook
    </button>
  </>
);
