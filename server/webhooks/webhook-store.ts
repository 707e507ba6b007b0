import type { Connection } from 'mongoose';
import type { WebhookEvent } from '../contract/webhooks.ts';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface StoredAttempt {
  at: Date;
  status: number | null;
  ms: number;
  error: string | null;
}

/** A key that payloads are signed with: `whsec_` and base64. A former one until it ends. */
export interface StoredSecret {
  secret: string;
  until: Date | null;
}

export interface StoredWebhook {
  _id: number;
  url: string;
  events: WebhookEvent[];
  description: string | null;
  active: boolean;
  /** The newest first. */
  secrets: StoredSecret[];
  offReason: string | null;
  /** Of the first of the tries that have failed since the last one that came through. */
  failingSince: Date | null;
  lastAttempt: StoredAttempt | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface WebhookStore {
  prepare(): Promise<void>;
  add(webhook: StoredWebhook): Promise<void>;
  list(): Promise<StoredWebhook[]>;
  byId(id: number): Promise<StoredWebhook | null>;
  change(id: number, change: Partial<Omit<StoredWebhook, '_id'>>): Promise<StoredWebhook | null>;
  remove(id: number): Promise<boolean>;
  /** Notes how a delivery went; answers since when they fail, if they do. */
  noteAttempt(id: number, attempt: StoredAttempt, isDelivered: boolean): Promise<Date | null>;
}

export function createWebhookStore(connection: Connection): WebhookStore {
  const webhooks = connection.collection<StoredWebhook>('webhooks');
  return {
    prepare: () => ensureCollection(connection, 'webhooks'),
    async add(webhook) {
      await webhooks.insertOne(webhook);
    },
    list: () => webhooks.find().sort({ _id: 1 }).toArray(),
    byId: (id) => webhooks.findOne({ _id: id }),
    change: (id, change) => webhooks.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' }),
    async remove(id) {
      return (await webhooks.deleteOne({ _id: id })).deletedCount === 1;
    },
    async noteAttempt(id, attempt, isDelivered) {
      const failingSince = isDelivered ? null : { $ifNull: ['$failingSince', attempt.at] };
      const row = await webhooks.findOneAndUpdate(
        { _id: id },
        [{ $set: { lastAttempt: { $literal: attempt }, failingSince } }],
        { returnDocument: 'after' },
      );
      return row?.failingSince ?? null;
    },
  };
}
