import type { Connection } from 'mongoose';
import type { DeliveredEvent, DeliveryState } from '../contract/webhooks.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import { ensureTtlIndex } from '../db/ensure-ttl-index.ts';
import type { StoredAttempt } from './webhook-store.ts';

/** One event on its way to one webhook. `_id` is made of both, so that it is laid out once. */
export interface StoredDelivery {
  _id: string;
  webhook: number;
  event: string;
  type: DeliveredEvent;
  state: DeliveryState;
  /** How often it was begun. */
  tries: number;
  /** When it is to be tried; of one that is at work, when its server is given up. */
  nextAt: Date;
  owner: string | null;
  attempts: StoredAttempt[];
  createdAt: Date;
  finishedAt: Date | null;
}

export interface DeliveryStore {
  prepare(): Promise<void>;
  /** Adds those that are not there yet. */
  add(deliveries: readonly StoredDelivery[]): Promise<void>;
  /** Takes the delivery to one of the webhooks that has been due longest, until `until`. */
  claim(lease: { owner: string; now: Date; until: Date; webhooks: readonly number[] }): Promise<StoredDelivery | null>;
  /** Ends a try, as far as it is still the owner's. */
  finish(id: string, owner: string, end: DeliveryEnd): Promise<StoredDelivery | null>;
  /** Gives back what was not tried. */
  release(id: string, owner: string, now: Date): Promise<void>;
  /** Makes it due now, whatever became of it before. */
  makeDue(id: string, now: Date): Promise<StoredDelivery | null>;
  byId(id: string): Promise<StoredDelivery | null>;
  /** Newest first. */
  page(
    webhook: number,
    options: { state?: DeliveryState | undefined; before?: string | undefined; limit: number },
  ): Promise<StoredDelivery[]>;
  countWaiting(): Promise<Map<number, number>>;
  removeOf(webhook: number): Promise<void>;
}

interface DeliveryEnd {
  state: DeliveryState;
  attempt: StoredAttempt;
  nextAt: Date;
  finishedAt: Date | null;
}

const MOST_ATTEMPTS = 20;
const DUPLICATE_KEY = 11_000;

export const deliveryKey = (webhook: number, event: string) => `${webhook}:${event}`;

/** @param keptDays how long deliveries are kept; null: for ever */
export function createDeliveryStore(connection: Connection, keptDays: number | null = 30): DeliveryStore {
  const deliveries = connection.collection<StoredDelivery>('deliveries');
  const after = { returnDocument: 'after' } as const;
  return {
    async prepare() {
      await ensureCollection(connection, 'deliveries');
      await deliveries.createIndex({ state: 1, nextAt: 1, webhook: 1 });
      await deliveries.createIndex({ webhook: 1, event: -1 });
      await ensureTtlIndex(connection, { collection: 'deliveries', field: 'createdAt', days: keptDays });
    },
    async add(rows) {
      if (rows.length === 0) return;
      await deliveries.insertMany([...rows], { ordered: false }).catch((error: { code?: unknown }) => {
        if (error.code !== DUPLICATE_KEY) throw error;
      });
    },
    claim: ({ owner, now, until, webhooks }) =>
      deliveries.findOneAndUpdate(
        { state: 'waiting', nextAt: { $lte: now }, webhook: { $in: [...webhooks] } },
        { $set: { owner, nextAt: until }, $inc: { tries: 1 } },
        { sort: { nextAt: 1 }, ...after },
      ),
    finish: (id, owner, { attempt, ...end }) =>
      deliveries.findOneAndUpdate(
        { _id: id, owner },
        { $set: { ...end, owner: null }, $push: { attempts: { $each: [attempt], $slice: -MOST_ATTEMPTS } } },
        after,
      ),
    async release(id, owner, now) {
      await deliveries.updateOne({ _id: id, owner }, { $set: { owner: null, nextAt: now }, $inc: { tries: -1 } });
    },
    makeDue: (id, now) =>
      deliveries.findOneAndUpdate(
        { _id: id },
        { $set: { state: 'waiting', nextAt: now, owner: null, finishedAt: null } },
        after,
      ),
    byId: (id) => deliveries.findOne({ _id: id }),
    page: (webhook, { state, before, limit }) =>
      deliveries
        .find({
          webhook,
          ...(state === undefined ? {} : { state }),
          ...(before === undefined ? {} : { event: { $lt: before } }),
        })
        .sort({ event: -1 })
        .limit(limit)
        .toArray(),
    async countWaiting() {
      const rows = await deliveries
        .aggregate<{ _id: number; waiting: number }>([
          { $match: { state: 'waiting' } },
          { $group: { _id: '$webhook', waiting: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(rows.map(({ _id, waiting }) => [_id, waiting]));
    },
    async removeOf(webhook) {
      await deliveries.deleteMany({ webhook });
    },
  };
}
