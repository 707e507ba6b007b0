import type { PullList } from '../../../server/contract/pull.ts';
import type { WebhookView } from '../../../server/contract/webhooks.ts';
import type { useAddress } from '../../state/address.ts';
import type { Resource } from '../../state/resource.ts';
import { readDeliveryFilter } from './delivery-filter.ts';
import { DeliverySheet } from './delivery-sheet.tsx';
import { PullSheet } from './pull-sheet.tsx';
import { WebhookSheet } from './webhook-sheet.tsx';

export type Webhooks = { items: WebhookView[] };

type Address = ReturnType<typeof useAddress>;

/** What stands over the page, by the address: a form, or the log of a receiver. */
export function OpenSheet({
  webhooks,
  pulls,
  address,
}: {
  webhooks: Resource<Webhooks>;
  pulls: Resource<PullList>;
  address: Address;
}) {
  const { params, change } = address;
  const close = () => change({ add: null, edit: null, log: null, state: null });
  const adding = params.get('add');
  const editing = params.get('edit');
  const logged = webhooks.value?.items.find(({ id }) => id === params.get('log'));
  const webhook = webhooks.value?.items.find(({ id }) => id === editing) ?? null;
  const pull = pulls.value?.items.find(({ id }) => id === editing) ?? null;
  if (logged) {
    return (
      <DeliverySheet
        key={logged.id}
        webhook={logged}
        filter={readDeliveryFilter(params.get('state'))}
        onFilter={(filter) => change({ state: filter === 'all' ? null : filter }, { replace: true })}
        onClose={close}
      />
    );
  }
  if (adding === 'webhook' || webhook)
    return <WebhookSheet key={editing} start={webhook} onSaved={webhooks.reload} onClose={close} />;
  if (pulls.value && (pull || (adding === 'address' && pulls.value.allowedOrigins.length > 0)))
    return (
      <PullSheet
        key={editing}
        start={pull}
        allowedOrigins={pulls.value.allowedOrigins}
        onSaved={pulls.reload}
        onClose={close}
      />
    );
  return null;
}
