import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import { type DeliveryStore, deliveryKey, type StoredDelivery } from './delivery-store.ts';
import type { OutboxRow, OutboxStore } from './outbox-store.ts';
import type { TryDelivery } from './try-delivery.ts';
import type { StoredWebhook, WebhookStore } from './webhook-store.ts';

export interface DispatcherDeps {
  webhooks: Pick<WebhookStore, 'list'>;
  outbox: Pick<OutboxStore, 'unexpanded' | 'markExpanded'>;
  deliveries: Pick<DeliveryStore, 'add' | 'claim' | 'release'>;
  tryDelivery: TryDelivery;
  now: () => Date;
  log: Pick<Log, 'warn'>;
  pollMs?: number;
}

export interface Dispatcher {
  /** Delivers in the background, until `stop`, what the outbox holds. */
  start(): void;
  /** Breaks off what is being sent, to be sent again. */
  stop(): Promise<void>;
  wake(): void;
}

/** After this, another server takes over a delivery that one has begun; longer than a try can take. */
const LEASE_MS = 30_000;
const ROWS = 100;
/** Sent at a time by one server, to all webhooks and to one; to one that fails, one. */
const MOST_AT_ONCE = 16;
const MOST_OF_ONE = 4;

const isFor = ({ to, type, at }: OutboxRow, { _id, events, createdAt }: StoredWebhook) =>
  to === undefined ? events.some((event) => event === type) && createdAt <= at : to === _id;

export const newDelivery = (webhook: number, event: Pick<OutboxRow, '_id'> & Pick<StoredDelivery, 'type'>, at: Date) =>
  ({
    _id: deliveryKey(webhook, event._id),
    webhook,
    event: event._id,
    type: event.type,
    state: 'waiting',
    tries: 0,
    nextAt: at,
    owner: null,
    attempts: [],
    createdAt: at,
    finishedAt: null,
  }) satisfies StoredDelivery;

/**
 * Lays out one delivery for each event and each webhook that wants it, and makes those that are due. Every server takes
 * part; a claim ends with its time, so what a killed server was sending is sent by another: at least once.
 */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { now, pollMs = 1000 } = deps;
  const sending = new Map<number, number>();
  const inFlight = new Set<Promise<void>>();

  /** Answers whether there may be more. */
  const expand = async (webhooks: readonly StoredWebhook[]): Promise<boolean> => {
    const rows = await deps.outbox.unexpanded(ROWS);
    if (rows.length === 0) return false;
    const at = now();
    const deliveries = rows.flatMap((row) =>
      webhooks.filter((webhook) => isFor(row, webhook)).map(({ _id }) => newDelivery(_id, row, at)),
    );
    await deps.deliveries.add(deliveries);
    await deps.outbox.markExpanded(
      rows.map(({ _id }) => _id),
      at,
    );
    return rows.length === ROWS;
  };

  const send = async (delivery: StoredDelivery, webhook: StoredWebhook): Promise<void> => {
    try {
      await deps.tryDelivery(delivery, webhook, rounds.signal);
    } catch (error) {
      if (!rounds.signal.aborted) deps.log.warn({ err: error, webhook: webhook._id }, 'delivery not tried');
      // Where this fails too, the claim ends by itself.
      await deps.deliveries.release(delivery._id, delivery.owner ?? '', now()).catch(() => undefined);
    }
  };

  const begin = (delivery: StoredDelivery, webhook: StoredWebhook) => {
    sending.set(webhook._id, (sending.get(webhook._id) ?? 0) + 1);
    const sent = send(delivery, webhook).finally(() => {
      sending.set(webhook._id, (sending.get(webhook._id) ?? 1) - 1);
      inFlight.delete(sent);
      rounds.wake();
    });
    inFlight.add(sent);
  };

  const sendDue = async (webhooks: readonly StoredWebhook[]): Promise<void> => {
    const byId = new Map(webhooks.map((webhook) => [webhook._id, webhook]));
    while (inFlight.size < MOST_AT_ONCE && !rounds.signal.aborted) {
      const free = webhooks
        .filter(({ _id, failingSince }) => (sending.get(_id) ?? 0) < (failingSince ? 1 : MOST_OF_ONE))
        .map(({ _id }) => _id);
      if (free.length === 0) return;
      const until = new Date(now().getTime() + LEASE_MS);
      const delivery = await deps.deliveries.claim({ owner: randomUUID(), now: now(), until, webhooks: free });
      const webhook = delivery && byId.get(delivery.webhook);
      if (!delivery || !webhook) return;
      begin(delivery, webhook);
    }
  };

  const rounds = createRounds({
    pollMs,
    async round() {
      const active = (await deps.webhooks.list()).filter((webhook) => webhook.active);
      if (active.length === 0) return false;
      const hasMore = await expand(active);
      await sendDue(active);
      return hasMore;
    },
    onError: (error) => deps.log.warn({ err: error }, 'webhooks not served; tried again'),
    onEnd: () => Promise.all(inFlight),
  });
  return rounds;
}
