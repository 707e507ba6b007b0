import { randomUUID } from 'node:crypto';
import type {
  CreateWebhook,
  DeliveryState,
  DeliveryView,
  PatchWebhook,
  RotatedSecret,
  WebhookView,
} from '../contract/webhooks.ts';
import { AppError, notFound } from '../errors.ts';
import { type DeliveryStore, deliveryKey } from './delivery-store.ts';
import { newDelivery } from './dispatcher.ts';
import { newEventId } from './outbox-store.ts';
import { newSecret } from './sign-payload.ts';
import type { TryDelivery } from './try-delivery.ts';
import type { StoredWebhook, WebhookStore } from './webhook-store.ts';
import { toDeliveryView, toWebhookView } from './webhook-view.ts';

export interface WebhookDeps {
  webhooks: WebhookStore;
  deliveries: DeliveryStore;
  nextId: () => Promise<number>;
  /** What is wrong with a URL, if something is. */
  refuseUrl: (url: string) => Promise<string | undefined>;
  tryDelivery: TryDelivery;
  /** Called when webhooks or what is due has changed. */
  onChanged: () => void;
  now: () => Date;
}

export type WebhookService = ReturnType<typeof createWebhookService>;

/** More would make every intake wait for their deliveries. */
const MOST_WEBHOOKS = 50;
/** How long a former secret signs too, so that a receiver can change over. */
const FORMER_MS = 24 * 3_600_000;
/** A test that its server does not live to finish is made by another after this. */
const TEST_LEASE_MS = 30_000;

export function createWebhookService(deps: WebhookDeps) {
  const { webhooks, deliveries, now } = deps;

  const load = async (id: number): Promise<StoredWebhook> => {
    const webhook = await webhooks.byId(id);
    if (!webhook) throw notFound('webhook');
    return webhook;
  };

  const checkUrl = async (url: string): Promise<void> => {
    const detail = await deps.refuseUrl(url);
    if (detail === undefined) return;
    throw new AppError('invalid-body', 422, `/url: ${detail}.`, { errors: [{ pointer: '/url', detail }] });
  };

  const toView = async (webhook: StoredWebhook): Promise<WebhookView> =>
    toWebhookView(webhook, (await deliveries.countWaiting()).get(webhook._id) ?? 0);

  const change = async (id: number, changes: Partial<Omit<StoredWebhook, '_id'>>): Promise<StoredWebhook> => {
    const webhook = await webhooks.change(id, { ...changes, updatedAt: now() });
    if (!webhook) throw notFound('webhook');
    deps.onChanged();
    return webhook;
  };

  return {
    async list(): Promise<WebhookView[]> {
      const [all, waiting] = await Promise.all([webhooks.list(), deliveries.countWaiting()]);
      return all.map((webhook) => toWebhookView(webhook, waiting.get(webhook._id) ?? 0));
    },

    get: async (id: number) => toView(await load(id)),

    /** @throws AppError 422 for the URL, 409 `too-many-webhooks` */
    async create({ url, events, description = null, active = true }: CreateWebhook) {
      await checkUrl(url);
      if ((await webhooks.list()).length >= MOST_WEBHOOKS)
        throw new AppError('too-many-webhooks', 409, `There are ${MOST_WEBHOOKS} webhooks, which is the most.`);
      const secret = newSecret();
      const at = now();
      const webhook: StoredWebhook = {
        ...{ _id: await deps.nextId(), url, events, description, active, secrets: [{ secret, until: null }] },
        ...{ offReason: null, failingSince: null, lastAttempt: null, createdAt: at, updatedAt: at },
      };
      await webhooks.add(webhook);
      deps.onChanged();
      return { ...toWebhookView(webhook, 0), secret };
    },

    /** @throws AppError 404, 422 for the URL */
    async patch(id: number, patch: PatchWebhook): Promise<WebhookView> {
      await load(id);
      if (patch.url !== undefined) await checkUrl(patch.url);
      // Switched on, or sent elsewhere: what failed before says nothing any more.
      const isNewStart = patch.active === true || patch.url !== undefined;
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      return toView(
        await change(id, {
          ...given,
          ...(isNewStart ? { failingSince: null } : {}),
          ...(patch.active === undefined ? {} : { offReason: null }),
        }),
      );
    },

    async remove(id: number): Promise<void> {
      if (!(await webhooks.remove(id))) throw notFound('webhook');
      await deliveries.removeOf(id);
      deps.onChanged();
    },

    async rotateSecret(id: number): Promise<RotatedSecret> {
      const { secrets } = await load(id);
      const secret = newSecret();
      const until = new Date(now().getTime() + FORMER_MS);
      const former = secrets.slice(0, 1).map((one) => ({ ...one, until }));
      await change(id, { secrets: [{ secret, until: null }, ...former] });
      return { secret, formerUntil: until.toISOString() };
    },

    /** Sends a test now and once; what came of it is in the answer. */
    async test(id: number): Promise<DeliveryView> {
      const webhook = await load(id);
      const at = now();
      const delivery = {
        ...newDelivery(id, { _id: newEventId(), type: 'webhook.test' }, at),
        ...{ owner: randomUUID(), tries: 1, nextAt: new Date(at.getTime() + TEST_LEASE_MS) },
      };
      await deliveries.add([delivery]);
      const tried = await deps.tryDelivery(delivery, webhook);
      return toDeliveryView(tried ?? delivery);
    },

    async deliveries(
      id: number,
      { before, limit, state }: { before?: string | undefined; limit: number; state?: DeliveryState | undefined },
    ) {
      await load(id);
      const rows = await deliveries.page(id, { state, before, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return { items: items.map(toDeliveryView), next: rows.length > limit ? (items.at(-1)?.event ?? null) : null };
    },

    /** @throws AppError 404, 409 `webhook-off` */
    async retry(id: number, event: string): Promise<DeliveryView> {
      const webhook = await load(id);
      if (!webhook.active) throw new AppError('webhook-off', 409, 'The webhook is off: switch it on first.');
      const delivery = await deliveries.makeDue(deliveryKey(id, event), now());
      if (!delivery) throw notFound('delivery');
      deps.onChanged();
      return toDeliveryView(delivery);
    },

    /** Deliveries to all webhooks that are still to be made. */
    async countWaiting(): Promise<number> {
      return [...(await deliveries.countWaiting()).values()].reduce((sum, count) => sum + count, 0);
    },
  };
}
