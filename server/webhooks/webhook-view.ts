import type { DeliveryAttempt, DeliveryView, WebhookView } from '../contract/webhooks.ts';
import { webhookId } from '../public-ids.ts';
import type { StoredDelivery } from './delivery-store.ts';
import type { StoredAttempt, StoredWebhook } from './webhook-store.ts';

const toAttemptView = ({ at, status, ms, error }: StoredAttempt): DeliveryAttempt => ({
  at: at.toISOString(),
  status,
  ms,
  error,
});

/** A webhook as callers see it: without its secrets. */
export const toWebhookView = (webhook: StoredWebhook, waiting: number): WebhookView => ({
  id: webhookId(webhook._id),
  url: webhook.url,
  events: webhook.events,
  description: webhook.description,
  active: webhook.active,
  health: !webhook.active ? 'off' : webhook.failingSince ? 'failing' : 'ok',
  failingSince: webhook.failingSince?.toISOString() ?? null,
  offReason: webhook.offReason,
  waiting,
  lastAttempt: webhook.lastAttempt ? toAttemptView(webhook.lastAttempt) : null,
  createdAt: webhook.createdAt.toISOString(),
  updatedAt: webhook.updatedAt.toISOString(),
});

export const toDeliveryView = (delivery: StoredDelivery): DeliveryView => ({
  id: delivery.event,
  webhook: webhookId(delivery.webhook),
  event: delivery.type,
  state: delivery.state,
  attempts: delivery.attempts.map(toAttemptView),
  nextTryAt: delivery.state === 'waiting' ? delivery.nextAt.toISOString() : null,
  createdAt: delivery.createdAt.toISOString(),
  finishedAt: delivery.finishedAt?.toISOString() ?? null,
});
