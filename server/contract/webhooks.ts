import { z } from 'zod';
import { AlertFiring } from './alerts.ts';
import { Digest } from './digest.ts';
import { CopyPair, Decision } from './duplicates.ts';
import { Instant, Paging, WebhookId } from './primitives.ts';
import { ReviewView } from './reviews.ts';

/** What a webhook can be told of. */
export const WebhookEvent = z
  .enum(['review.created', 'duplicate.found', 'decision.made', 'decision.undone'])
  .meta({ id: 'WebhookEvent' });
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** `webhook.test` is sent on request only; alerts and the digest to the webhook that they name, whatever it asks for. */
export const DeliveredEvent = z
  .enum([...WebhookEvent.options, 'alert.fired', 'digest.sent', 'webhook.test'])
  .meta({ id: 'DeliveredEvent' });
export type DeliveredEvent = z.infer<typeof DeliveredEvent>;

const shape = {
  url: z.string().min(1).max(2000),
  events: z
    .array(WebhookEvent)
    .min(1)
    .max(WebhookEvent.options.length)
    .refine((events) => new Set(events).size === events.length, 'names an event twice'),
  description: z.string().trim().max(200).nullable(),
  active: z.boolean(),
};

/**
 * A receiver of events. `url` begins with https or http, holds no credentials, and leads to an address of the public
 * Internet.
 */
export const CreateWebhook = z
  .strictObject({ ...shape, description: shape.description.optional(), active: shape.active.optional() })
  .meta({ id: 'CreateWebhook' });
export type CreateWebhook = z.infer<typeof CreateWebhook>;

/** What is not named stays. `active: true` also ends the rest of a webhook that was switched off. */
export const PatchWebhook = z.strictObject(shape).partial().meta({ id: 'PatchWebhook' });
export type PatchWebhook = z.infer<typeof PatchWebhook>;

/** One try to deliver: the status of the answer, or why there was none. */
export const DeliveryAttempt = z
  .object({ at: Instant, status: z.int().nullable(), ms: z.int(), error: z.string().nullable() })
  .meta({ id: 'DeliveryAttempt' });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

export const WebhookView = z
  .object({
    id: WebhookId,
    url: z.string(),
    events: z.array(WebhookEvent),
    description: z.string().nullable(),
    active: z.boolean(),
    /** `failing` since the last delivery that came through; `off` is not active. */
    health: z.enum(['ok', 'failing', 'off']),
    failingSince: Instant.nullable(),
    /** Why the server has switched it off; null where a person has, or it is on. */
    offReason: z.string().nullable(),
    /** Deliveries that are still to be made. */
    waiting: z.int(),
    lastAttempt: DeliveryAttempt.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;

/** `secret` is shown this once: `whsec_` and the base64 of the key that payloads are signed with. */
export const CreatedWebhook = WebhookView.extend({ secret: z.string() }).meta({ id: 'CreatedWebhook' });

/** The new secret, shown this once; payloads are signed with the former one too until `formerUntil`. */
export const RotatedSecret = z.object({ secret: z.string(), formerUntil: Instant }).meta({ id: 'RotatedSecret' });
export type RotatedSecret = z.infer<typeof RotatedSecret>;

export const WebhookList = z.object({ items: z.array(WebhookView) }).meta({ id: 'WebhookList' });

/** `failed` has had all its tries; what waits for a webhook that is off waits until that is on. */
export const DeliveryState = z.enum(['waiting', 'delivered', 'failed']).meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

/** The id of the event: the same at every try, and in the header `webhook-id`. */
export const DeliveryId = z.string().regex(/^evt_[0-9a-f]{24}$/);

export const DeliveryView = z
  .object({
    id: DeliveryId,
    webhook: WebhookId,
    event: DeliveredEvent,
    state: DeliveryState,
    /** The latest twenty, oldest first. */
    attempts: z.array(DeliveryAttempt),
    nextTryAt: Instant.nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;

export const ListDeliveries = z.strictObject({ state: DeliveryState.optional(), ...Paging });
export const DeliveryPage = z
  .object({ items: z.array(DeliveryView), next: z.string().nullable() })
  .meta({ id: 'DeliveryPage' });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

const payload = <Event extends DeliveredEvent, Told extends z.ZodRawShape>(type: Event, told: Told) =>
  z.object({ id: DeliveryId, type: z.literal(type), timestamp: Instant, data: z.object(told) });

/**
 * The body of a delivery by its event, as things are when it is sent: up to 100 reviews or pairs in one. Signed by the
 * Standard Webhooks convention: `webhook-id`, `webhook-timestamp` (seconds), `webhook-signature` with one or more
 * `v1,<base64 of HMAC-SHA256 of "id.timestamp.body">`, parted by spaces.
 */
export const webhookPayloads = {
  'review.created': payload('review.created', { reviews: z.array(ReviewView) }),
  'duplicate.found': payload('duplicate.found', { pairs: z.array(CopyPair) }),
  'decision.made': payload('decision.made', { decision: Decision }),
  'decision.undone': payload('decision.undone', { decision: Decision }),
  'alert.fired': payload('alert.fired', { firing: AlertFiring }),
  'digest.sent': payload('digest.sent', { digest: Digest }),
  'webhook.test': payload('webhook.test', { message: z.string() }),
} satisfies Record<DeliveredEvent, z.ZodType>;
