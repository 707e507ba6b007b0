import { type OutboundAnswer, OutboundFailure, type SendRequest } from '../outbound/outbound-request.ts';
import type { BuildPayload } from './build-payload.ts';
import type { DeliveryStore, StoredDelivery } from './delivery-store.ts';
import { delayAfter, GIVE_UP_MS } from './retry-plan.ts';
import { signPayload } from './sign-payload.ts';
import type { StoredAttempt, StoredWebhook, WebhookStore } from './webhook-store.ts';

export interface TryDeps {
  deliveries: Pick<DeliveryStore, 'finish'>;
  webhooks: Pick<WebhookStore, 'noteAttempt' | 'change'>;
  buildPayload: BuildPayload;
  send: SendRequest;
  now: () => Date;
  random: () => number;
}

/**
 * Makes one try of a delivery that its owner has claimed, and notes what came of it. Throws what keeps it from trying,
 * and the signal's reason: then nothing is noted.
 */
export type TryDelivery = (
  delivery: StoredDelivery,
  webhook: StoredWebhook,
  signal?: AbortSignal,
) => Promise<StoredDelivery | null>;

const TIMEOUT_MS = 10_000;
/** What is read of an answer; nothing of it is kept. */
const MOST_ANSWER_BYTES = 64 * 1024;
const GONE = 410;
const NOTHING_LEFT = 'What this event told of is not there any more.';

const isSuccess = (status: number | null) => status !== null && status >= 200 && status < 300;

const describe = (status: number) =>
  status >= 300 && status < 400
    ? `The receiver answered ${status}; redirects are not followed.`
    : `The receiver answered ${status}.`;

/** Lets the receiver send its answer out, within bounds: the status is what counts. */
async function letFinish(answer: OutboundAnswer): Promise<void> {
  let read = 0;
  try {
    for await (const chunk of answer.chunks) {
      read += chunk.byteLength;
      if (read > MOST_ANSWER_BYTES) break;
    }
  } catch {
    // A body that breaks off takes nothing back.
  }
  answer.close();
}

export function createTryDelivery(deps: TryDeps): TryDelivery {
  const { now } = deps;

  const post = async (body: string, event: string, webhook: StoredWebhook, signal: AbortSignal | undefined) => {
    const at = now();
    const secrets = webhook.secrets.filter(({ until }) => until === null || until > at).map(({ secret }) => secret);
    const headers = { 'Content-Type': 'application/json', 'User-Agent': 'Reviewfinder-Webhook' };
    try {
      const signed = signPayload(body, { id: event, at, secrets });
      const request = { url: webhook.url, method: 'POST' as const, body, timeoutMs: TIMEOUT_MS, signal };
      const answer = await deps.send({ ...request, headers: { ...headers, ...signed } });
      await letFinish(answer);
      return { status: answer.status, error: isSuccess(answer.status) ? null : describe(answer.status) };
    } catch (error) {
      if (error instanceof OutboundFailure) return { status: null, error: error.message };
      throw error;
    }
  };

  const switchOff = (webhook: StoredWebhook, offReason: string) =>
    deps.webhooks.change(webhook._id, { active: false, offReason, updatedAt: now() });

  const noteOnWebhook = async (webhook: StoredWebhook, attempt: StoredAttempt) => {
    const failingSince = await deps.webhooks.noteAttempt(webhook._id, attempt, isSuccess(attempt.status));
    if (attempt.status === GONE) await switchOff(webhook, 'The receiver answered 410: it is gone for good.');
    else if (failingSince && attempt.at.getTime() - failingSince.getTime() >= GIVE_UP_MS)
      await switchOff(webhook, `No delivery has come through since ${failingSince.toISOString()}.`);
  };

  return async (delivery, webhook, signal) => {
    const owner = delivery.owner ?? '';
    const body = await deps.buildPayload(delivery);
    const begin = performance.now();
    const at = now();
    const { status, error } =
      body === undefined ? { status: null, error: NOTHING_LEFT } : await post(body, delivery.event, webhook, signal);
    const attempt = { at, status, ms: Math.round(performance.now() - begin), error };
    const isTest = delivery.type === 'webhook.test';
    const isOver = isTest || isSuccess(status) || status === GONE || body === undefined;
    const delay = isOver ? undefined : delayAfter(delivery.tries, deps.random());
    if (!isTest && body !== undefined) await noteOnWebhook(webhook, attempt);
    return deps.deliveries.finish(delivery._id, owner, {
      state: isSuccess(status) ? 'delivered' : delay === undefined ? 'failed' : 'waiting',
      attempt,
      nextAt: new Date(now().getTime() + (delay ?? 0)),
      finishedAt: delay === undefined ? now() : null,
    });
  };
}
