import type { Connection } from 'mongoose';
import { ensureCollection } from './ensure-collection.ts';

interface LeaseRow {
  _id: string;
  owner: string;
  until: Date;
}

export type Leases = Pick<ReturnType<typeof createLeaseStore>, 'hold' | 'release'>;

/** Work that one server at a time does: whoever holds the lease. It ends by itself when it is not renewed. */
export function createLeaseStore(connection: Connection) {
  const leases = connection.collection<LeaseRow>('leases');
  return {
    prepare: () => ensureCollection(connection, 'leases'),

    /** Takes or renews the lease; false while another owner holds it. */
    async hold(name: string, owner: string, { now, until }: { now: Date; until: Date }): Promise<boolean> {
      try {
        const row = await leases.findOneAndUpdate(
          { _id: name, $or: [{ owner }, { until: { $lt: now } }] },
          { $set: { owner, until } },
          { upsert: true, returnDocument: 'after' },
        );
        return row?.owner === owner;
      } catch (error) {
        // The upsert meets the row of another owner.
        if ((error as { code?: number }).code === 11_000) return false;
        throw error;
      }
    },

    async release(name: string, owner: string): Promise<void> {
      await leases.deleteOne({ _id: name, owner });
    },
  };
}
