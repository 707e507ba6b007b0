import type { WebhookView } from '../../../server/contract/webhooks.ts';
import { useResource } from '../../state/resource.ts';
import { shortUrl } from '../connections/tell.ts';
import { Select } from './form-fields.tsx';

/** The webhooks that there are; null until they are known. */
export const useWebhooks = (): readonly WebhookView[] | null =>
  useResource<{ items: WebhookView[] }>('/webhooks').value?.items ?? null;

/** A webhook in words: its note, or where it leads. */
export const nameWebhook = (webhooks: readonly WebhookView[] | null, id: string): string => {
  const found = webhooks?.find((entry) => entry.id === id);
  return found ? (found.description ?? shortUrl(found.url)) : id;
};

type WebhookChoiceProps = {
  webhooks: readonly WebhookView[] | null;
  chosen: string | null;
  onChoose: (id: string | null) => void;
};

/** Which webhook is told besides; where there is none yet, the way to one. */
export const WebhookChoice = ({ webhooks, chosen, onChoose }: WebhookChoiceProps) => {
  const known = webhooks ?? [];
  if (webhooks !== null && known.length === 0 && chosen === null) {
    return (
      <p class="small-text muted">
        There is no webhook to tell yet:{' '}
        <a class="link" href="/connections">
          add one under Connections
        </a>
        .
      </p>
    );
  }
  const named = known.map(({ id, active }) => [id, `${nameWebhook(known, id)}${active ? '' : ' (off)'}`] as const);
  const isGone = chosen !== null && !known.some(({ id }) => id === chosen);
  return (
    <Select
      label="Webhook"
      value={chosen ?? ''}
      options={[['', 'None'], ...named, ...(isGone ? [[chosen, `${chosen} (deleted)`] as const] : [])]}
      onChange={(id) => onChoose(id === '' ? null : id)}
    />
  );
};
