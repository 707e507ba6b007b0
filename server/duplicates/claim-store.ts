import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

/** Somebody is at a cluster, whose number is `_id`. */
export interface StoredClaim {
  _id: number;
  actor: string;
  until: Date;
}

export interface ClaimStore {
  prepare(): Promise<void>;
  /** Takes or renews a claim; that of another only when it has ended or is taken over. Answers the claim that stands. */
  take(claim: StoredClaim, options: { now: Date; takeOver: boolean }): Promise<StoredClaim>;
  /** Claims that have not ended. */
  active(now: Date): Promise<StoredClaim[]>;
  of(clusters: readonly number[], now: Date, session?: Session): Promise<Map<number, StoredClaim>>;
  /** Ends claims, of whoever they are unless an actor is named. */
  release(clusters: readonly number[], options?: { actor?: string; session?: Session }): Promise<void>;
}

const ENDED_SECONDS = 60;

export function createClaimStore(connection: Connection): ClaimStore {
  const claims = connection.collection<StoredClaim>('claims');
  const of: ClaimStore['of'] = async (clusters, now, session) => {
    const filter = { _id: { $in: [...clusters] }, until: { $gt: now } };
    const rows = await claims.find(filter, session ? { session } : {}).toArray();
    return new Map(rows.map((row) => [row._id, row]));
  };
  return {
    async prepare() {
      await ensureCollection(connection, 'claims');
      await claims.createIndex({ until: 1 }, { expireAfterSeconds: ENDED_SECONDS });
    },
    async take(claim, { now, takeOver }) {
      const { _id, actor, until } = claim;
      const free = takeOver ? {} : { $or: [{ actor }, { until: { $lte: now } }] };
      // The upsert meets the claim of another, or one that was made at the same moment.
      for (let tries = 0; ; tries += 1) {
        try {
          await claims.updateOne({ _id, ...free }, { $set: { actor, until } }, { upsert: true });
          return claim;
        } catch (error) {
          if ((error as { code?: number }).code !== 11_000) throw error;
          const standing = (await of([_id], now)).get(_id);
          if (standing && standing.actor !== actor && !takeOver) return standing;
          if (tries === 3) throw error;
        }
      }
    },
    active: (now) => claims.find({ until: { $gt: now } }).toArray(),
    of,
    async release(clusters, { actor, session } = {}) {
      const filter = { _id: { $in: [...clusters] }, ...(actor === undefined ? {} : { actor }) };
      await claims.deleteMany(filter, session ? { session } : {});
    },
  };
}
