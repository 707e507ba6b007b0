import { z } from 'zod';
import { WebhookId } from '../contract/primitives.ts';
import {
  CreatedWebhook,
  CreateWebhook,
  DeliveryId,
  DeliveryPage,
  DeliveryView,
  ListDeliveries,
  PatchWebhook,
  RotatedSecret,
  WebhookList,
  WebhookView,
} from '../contract/webhooks.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { WebhookService } from './webhook-service.ts';

const PAGE = 50;
const tag = 'Webhooks';
const One = z.strictObject({ id: WebhookId });
const OneDelivery = z.strictObject({ id: WebhookId, delivery: DeliveryId });

const webhookPaths = (service: WebhookService): Operation[] => [
  operation({
    ...{ id: 'listWebhooks', access: 'admin', method: 'get', path: '/webhooks', tag, summary: 'All webhooks' },
    answers: { 200: { description: 'The webhooks, the oldest first.', schema: WebhookList } },
    handle: async () => ({ status: 200, body: { items: await service.list() } }),
  }),
  operation({
    ...{
      id: 'createWebhook',
      access: 'admin',
      method: 'post',
      path: '/webhooks',
      tag,
      summary: 'Be told of what happens',
    },
    description:
      'Events are posted to the URL as JSON, signed by the Standard Webhooks convention with the secret in this answer, at least once: the same event has the same `webhook-id`. Any 2xx within 10 seconds is success; else there are eight tries over a day. 410 switches the webhook off, as do five days without success.',
    body: CreateWebhook,
    answers: { 201: { description: 'The webhook, with its secret.', schema: CreatedWebhook } },
    problems: [409],
    handle: async ({ body }) => {
      const created = await service.create(body);
      return { status: 201, body: created, headers: { Location: `/api/v1/webhooks/${created.id}` } };
    },
  }),
  operation({
    ...{ id: 'getWebhook', access: 'admin', method: 'get', path: '/webhooks/{id}', tag, summary: 'One webhook' },
    params: One,
    answers: { 200: { description: 'The webhook.', schema: WebhookView } },
    handle: async ({ params }) => ({ status: 200, body: await service.get(idNumber(params.id)) }),
  }),
  operation({
    ...{
      id: 'patchWebhook',
      access: 'admin',
      method: 'patch',
      path: '/webhooks/{id}',
      tag,
      summary: 'Change a webhook',
    },
    params: One,
    body: PatchWebhook,
    answers: { 200: { description: 'The webhook as it is now.', schema: WebhookView } },
    handle: async ({ params, body }) => ({ status: 200, body: await service.patch(idNumber(params.id), body) }),
  }),
  operation({
    ...{
      id: 'deleteWebhook',
      access: 'admin',
      method: 'delete',
      path: '/webhooks/{id}',
      tag,
      summary: 'Delete a webhook',
    },
    params: One,
    answers: { 204: { description: 'It is gone, with the log of its deliveries.' } },
    handle: async ({ params }) => {
      await service.remove(idNumber(params.id));
      return { status: 204, body: undefined };
    },
  }),
  operation({
    ...{
      id: 'rotateWebhookSecret',
      access: 'admin',
      method: 'post',
      path: '/webhooks/{id}/secret',
      tag,
      summary: 'Make a new secret',
    },
    description: 'For a day payloads are signed with the former secret too.',
    params: One,
    answers: { 200: { description: 'The new secret.', schema: RotatedSecret } },
    handle: async ({ params }) => ({ status: 200, body: await service.rotateSecret(idNumber(params.id)) }),
  }),
];

const deliveryPaths = (service: WebhookService): Operation[] => [
  operation({
    ...{
      id: 'testWebhook',
      access: 'admin',
      method: 'post',
      path: '/webhooks/{id}/test',
      tag,
      summary: 'Send a test now',
    },
    params: One,
    answers: { 200: { description: 'What came of it: `state` and the one attempt.', schema: DeliveryView } },
    handle: async ({ params }) => ({ status: 200, body: await service.test(idNumber(params.id)) }),
  }),
  operation({
    ...{ id: 'listDeliveries', access: 'admin', method: 'get', path: '/webhooks/{id}/deliveries', tag },
    summary: 'Deliveries that are kept, newest first',
    params: One,
    query: ListDeliveries,
    answers: { 200: { description: 'One page.', schema: DeliveryPage } },
    handle: async ({ params, query: { state, limit = PAGE, cursor } }) => {
      const before = cursor === undefined ? undefined : String(decodeCursor(cursor, ['string'])[0]);
      const { items, next } = await service.deliveries(idNumber(params.id), { state, before, limit });
      return { status: 200, body: { items, next: next === null ? null : encodeCursor([next]) } };
    },
  }),
  operation({
    ...{
      id: 'retryDelivery',
      access: 'admin',
      method: 'post',
      path: '/webhooks/{id}/deliveries/{delivery}/retry',
      tag,
    },
    summary: 'Deliver again, now',
    params: OneDelivery,
    answers: { 202: { description: 'The delivery, which is due now.', schema: DeliveryView } },
    problems: [409],
    handle: async ({ params }) => ({
      status: 202,
      body: await service.retry(idNumber(params.id), params.delivery),
    }),
  }),
];

/** The paths under `/webhooks`. */
export const webhookOperations = (service: WebhookService): Operation[] => [
  ...webhookPaths(service),
  ...deliveryPaths(service),
];
