import type { DeliveredEvent, WebhookEvent } from '../contract/webhooks.ts';
import type { Session } from '../db/transaction.ts';
import type { StoredPair } from '../duplicates/cluster-model.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { type EventSubject, newEventId, type OutboxStore } from './outbox-store.ts';
import type { WebhookStore } from './webhook-store.ts';

/**
 * Notes what happens in the transaction in which it happens (R41): what is rolled back was never noted, and what is
 * committed is delivered whatever is killed when. Where no webhook wants an event, nothing is written.
 */
export interface Outbox {
  reviewsCreated(reviews: readonly StoredReview[], session: Session): Promise<void>;
  pairsFound(pairs: readonly StoredPair[], session: Session): Promise<void>;
  decided(type: 'decision.made' | 'decision.undone', decision: number, session: Session): Promise<void>;
  /** Tells one webhook, whatever it asks for: `told` is the payload's data. */
  tell(
    to: number,
    event: { type: Exclude<DeliveredEvent, WebhookEvent>; told: object },
    session: Session,
  ): Promise<void>;
  /** Looks again which events are wanted. */
  forget(): void;
}

/** For this long another server may not know of a new webhook. */
const FRESH_MS = 2000;
/** Of one event, and so of one delivery. */
const MOST_ITEMS = 100;
const MOST_CHARS = 500_000;

function* chunksOf<T>(items: readonly T[], sizeOf: (item: T) => number): Iterable<T[]> {
  let chunk: T[] = [];
  let size = 0;
  for (const item of items) {
    if (chunk.length === MOST_ITEMS || (chunk.length > 0 && size + sizeOf(item) > MOST_CHARS)) {
      yield chunk;
      [chunk, size] = [[], 0];
    }
    chunk.push(item);
    size += sizeOf(item);
  }
  if (chunk.length > 0) yield chunk;
}

export function createOutbox({
  store,
  webhooks,
  now,
}: {
  store: Pick<OutboxStore, 'add'>;
  webhooks: Pick<WebhookStore, 'list'>;
  now: () => Date;
}): Outbox {
  let wanted: { types: Set<WebhookEvent>; until: number } | undefined;

  const isWanted = async (type: WebhookEvent): Promise<boolean> => {
    if (wanted === undefined || wanted.until < performance.now()) {
      const until = performance.now() + FRESH_MS;
      const active = (await webhooks.list()).filter((webhook) => webhook.active);
      wanted = { types: new Set(active.flatMap(({ events }) => events)), until };
    }
    return wanted.types.has(type);
  };

  const note = async (type: WebhookEvent, subjects: readonly EventSubject[], session: Session) => {
    if (subjects.length === 0 || !(await isWanted(type))) return;
    const at = now();
    await store.add(
      subjects.map((subject) => ({ _id: newEventId(), type, at, subject, expandedAt: null })),
      session,
    );
  };

  return {
    reviewsCreated(reviews, session) {
      const chunks = chunksOf(reviews, ({ text }) => text.length);
      const subjects = [...chunks].map((chunk) => ({ reviews: chunk.map(({ _id }) => _id) }));
      return note('review.created', subjects, session);
    },
    pairsFound(pairs, session) {
      const chunks = chunksOf(pairs, () => 0);
      const subjects = [...chunks].map((chunk) => ({ pairs: chunk.map(({ a, b }) => ({ a, b })) }));
      return note('duplicate.found', subjects, session);
    },
    decided: (type, decision, session) => note(type, [{ decision }], session),
    tell: (to, { type, told }, session) =>
      store.add([{ _id: newEventId(), type, at: now(), to, subject: { told }, expandedAt: null }], session),
    forget() {
      wanted = undefined;
    },
  };
}
