import type { DeliveredEvent } from '../contract/webhooks.ts';
import { pairId, type StoredPair } from '../duplicates/cluster-model.ts';
import type { StoredDecision } from '../duplicates/decision-model.ts';
import { toDecisionView, toPairView } from '../duplicates/duplicate-view.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { toReviewView } from '../reviews/review-view.ts';
import type { EventSubject, OutboxRow } from './outbox-store.ts';

export interface PayloadDeps {
  event: (id: string) => Promise<OutboxRow | null>;
  reviews: (ids: readonly number[]) => Promise<StoredReview[]>;
  pairsAmong: (ids: readonly number[]) => Promise<StoredPair[]>;
  decision: (id: number) => Promise<StoredDecision | null>;
}

/** The body of a delivery as things are now; undefined where nothing of what the event told of is there any more. */
export type BuildPayload = (delivery: {
  event: string;
  type: DeliveredEvent;
  createdAt: Date;
}) => Promise<string | undefined>;

export function createBuildPayload(deps: PayloadDeps): BuildPayload {
  const dataOf = async ({ reviews, pairs, decision, told }: EventSubject): Promise<object | undefined> => {
    if (told) return told;
    if (reviews) {
      const found = await deps.reviews(reviews);
      return found.length > 0 ? { reviews: found.map(toReviewView) } : undefined;
    }
    if (pairs) {
      const wanted = new Set(pairs.map(({ a, b }) => pairId(a, b)));
      const among = await deps.pairsAmong([...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
      const found = among.filter(({ _id }) => wanted.has(_id));
      return found.length > 0 ? { pairs: found.map(toPairView) } : undefined;
    }
    const found = decision === undefined ? null : await deps.decision(decision);
    return found ? { decision: toDecisionView(found) } : undefined;
  };

  return async ({ event, type, createdAt }) => {
    const told = (at: Date, data: object) => JSON.stringify({ id: event, type, timestamp: at.toISOString(), data });
    if (type === 'webhook.test') return told(createdAt, { message: 'This is a test of the webhook.' });
    const row = await deps.event(event);
    const data = row ? await dataOf(row.subject) : undefined;
    return row && data ? told(row.at, data) : undefined;
  };
}
