import { useEffect } from 'preact/hooks';
import type { DeliveryPage, DeliveryView, WebhookView } from '../../../server/contract/webhooks.ts';
import { postJson } from '../../api.ts';
import { Empty, Failed, Segments, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, plural } from '../../state/figures.ts';
import { type Pages, usePages } from '../../state/pages.ts';
import { DELIVERY_CHOICES, type DeliveryFilter } from './delivery-filter.ts';
import { Sheet } from './sheet.tsx';
import { nameEvent, shortUrl, tellAttempt } from './tell.ts';
import { useAct } from './use-act.ts';

const PAGE = '25';
const LOOK_MS = 4000;

const STATE_WORDS = { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed' } as const;

type ItemProps = { delivery: DeliveryView; canRetry: boolean; onChanged: () => void };

function Delivery({ delivery, canRetry, onChanged }: ItemProps) {
  const { isBusy, act } = useAct(onChanged);
  const { id, webhook, event, state, attempts, nextTryAt, createdAt } = delivery;
  const last = attempts.at(-1);
  const retry = () => act(() => postJson(`/webhooks/${webhook}/deliveries/${id}/retry`), 'It is delivered again now.');
  return (
    <li>
      <p class="con-line">
        <b>{nameEvent(event)}</b>
        <span class={`badge ${state === 'failed' ? 'error' : state === 'waiting' ? 'warn' : ''}`}>
          {STATE_WORDS[state]}
        </span>
        {canRetry && event !== 'webhook.test' ? (
          <button type="button" class="btn small" disabled={isBusy} onClick={() => void retry()}>
            {state === 'waiting' ? 'Send now' : 'Send again'}
          </button>
        ) : null}
      </p>
      <p class="muted">
        {formatInstant(createdAt)} · <span class="code">{id}</span>
      </p>
      {last ? (
        <details>
          <summary>
            {plural(attempts.length, 'attempt', 'attempts')}, last {tellAttempt(last)}
          </summary>
          <ol class="con-attempts">
            {attempts.map((attempt, at) => (
              <li key={`${attempt.at}-${at}`}>
                {formatInstant(attempt.at)}: {tellAttempt(attempt)}
              </li>
            ))}
          </ol>
        </details>
      ) : (
        <p class="muted">No attempt yet</p>
      )}
      {nextTryAt ? <p class="muted">Next attempt {formatInstant(nextTryAt)}</p> : null}
    </li>
  );
}

type ListProps = { deliveries: Pages<DeliveryView, DeliveryPage>; filter: DeliveryFilter; canRetry: boolean };

function List({ deliveries, filter, canRetry }: ListProps) {
  if (deliveries.error && deliveries.items.length === 0)
    return <Failed what="The log" detail={deliveries.error.message} onRetry={deliveries.reload} />;
  if (deliveries.items.length === 0 && deliveries.isLoading)
    return (
      <div class="card-b">
        <Skeleton lines={10} />
      </div>
    );
  if (deliveries.items.length === 0)
    return filter === 'all' ? (
      <Empty icon="link" title="Nothing was sent yet">
        Each delivery of the last 30 days is listed here with its attempts. Send a test to see one.
      </Empty>
    ) : (
      <Empty icon="search" title="No delivery is of this kind">
        Choose “All” to see the others.
      </Empty>
    );
  return (
    <ol class="con-log">
      {deliveries.items.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} canRetry={canRetry} onChanged={deliveries.reload} />
      ))}
    </ol>
  );
}

type DeliverySheetProps = {
  webhook: WebhookView;
  filter: DeliveryFilter;
  onFilter: (filter: DeliveryFilter) => void;
  onClose: () => void;
};

/** What was sent to a receiver during the last 30 days, each with its attempts. */
export function DeliverySheet({ webhook, filter, onFilter, onClose }: DeliverySheetProps) {
  const query = { limit: PAGE, ...(filter === 'all' ? {} : { state: filter }) };
  const deliveries = usePages<DeliveryView, DeliveryPage>(`/webhooks/${webhook.id}/deliveries`, query, ({ id }) => id);
  const { reload } = deliveries;
  const isWaiting =
    deliveries.items.length <= Number(PAGE) && deliveries.items.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);
  return (
    <Sheet title="Deliveries" about={shortUrl(webhook.url)} onClose={onClose}>
      <div class="sheet-tools">
        <Segments label="Deliveries" choices={DELIVERY_CHOICES} chosen={filter} onChoose={onFilter} />
      </div>
      <div class="sheet-scroll" aria-busy={deliveries.isLoading}>
        <List deliveries={deliveries} filter={filter} canRetry={webhook.active} />
      </div>
      <footer class="sheet-foot">
        <span class="muted">
          {webhook.active ? `${formatCount(deliveries.items.length)} shown` : 'Switched off: nothing is sent'}
        </span>
        {deliveries.hasMore ? (
          <button type="button" class="link" disabled={deliveries.isLoading} onClick={deliveries.loadMore}>
            Show more
          </button>
        ) : null}
      </footer>
    </Sheet>
  );
}
