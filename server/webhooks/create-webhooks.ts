import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createSendRequest, refuseUrl } from '../outbound/outbound-request.ts';
import { createBuildPayload, type PayloadDeps } from './build-payload.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { createDispatcher } from './dispatcher.ts';
import { createOutbox } from './outbox.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createTryDelivery } from './try-delivery.ts';
import { createWebhookService } from './webhook-service.ts';
import { createWebhookStore } from './webhook-store.ts';

export interface WebhooksDeps extends Omit<PayloadDeps, 'event'> {
  connection: Parameters<typeof createWebhookStore>[0];
  config: Pick<Config, 'webhookAllowPrivate' | 'retention'>;
  nextId: () => Promise<number>;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

/** The parts of the webhooks: the outbox that others write to, the service, and the dispatcher. */
export function createWebhooks({ connection, config, nextId, now, log, ...read }: WebhooksDeps) {
  const webhooks = createWebhookStore(connection);
  const deliveries = createDeliveryStore(connection, config.retention.deliveries);
  const outboxStore = createOutboxStore(connection);
  const outbox = createOutbox({ store: outboxStore, webhooks, now });
  const policy = { allowPrivate: config.webhookAllowPrivate };
  const tryDelivery = createTryDelivery({
    ...{ deliveries, webhooks, now, random: Math.random, send: createSendRequest(policy) },
    buildPayload: createBuildPayload({ ...read, event: outboxStore.byId }),
  });
  const dispatcher = createDispatcher({ webhooks, outbox: outboxStore, deliveries, tryDelivery, now, log });
  const service = createWebhookService({
    ...{ webhooks, deliveries, nextId, tryDelivery, now },
    refuseUrl: (url) => refuseUrl(url, policy),
    onChanged: () => {
      outbox.forget();
      dispatcher.wake();
    },
  });
  const prepare = async () => {
    for (const store of [webhooks, deliveries, outboxStore]) await store.prepare();
  };
  const has = async (id: number) => (await webhooks.byId(id)) !== null;
  return { outbox, dispatcher, service, has, prepare };
}
