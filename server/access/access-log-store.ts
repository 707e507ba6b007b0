import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

/** Somebody has read personal data. */
export interface AccessLogRow {
  at: Date;
  actor: string;
  /** What was read, such as `raw-review`. */
  what: string;
  /** Public id. */
  subject: string;
}

export type AccessLogStore = ReturnType<typeof createAccessLogStore>;

/** Who has read what was written, masks aside. Nothing in the app changes or deletes its rows. */
export function createAccessLogStore(connection: Connection) {
  const rows = connection.collection<AccessLogRow>('access_log');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'access_log');
      await rows.createIndex({ subject: 1, at: 1 });
    },
    /** Oldest first. */
    of: (subject: string): Promise<AccessLogRow[]> => rows.find({ subject }).sort({ at: 1 }).toArray(),
    /** Durable before it returns: what is not noted is not shown. */
    async add(row: AccessLogRow): Promise<void> {
      await rows.insertOne({ ...row }, { writeConcern: { w: 'majority', j: true } });
    },
  };
}
