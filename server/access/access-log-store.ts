import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import { ensureTtlIndex } from '../db/ensure-ttl-index.ts';

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

/** Who has read what was written, masks aside. Nothing changes its rows; they go after `keptDays`, null: never. */
export function createAccessLogStore(connection: Connection, keptDays: number | null = null) {
  const rows = connection.collection<AccessLogRow>('access_log');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'access_log');
      await rows.createIndex({ subject: 1, at: 1 });
      await ensureTtlIndex(connection, { collection: 'access_log', field: 'at', days: keptDays });
    },
    /** Oldest first. */
    of: (subject: string): Promise<AccessLogRow[]> => rows.find({ subject }).sort({ at: 1 }).toArray(),
    /** Durable before it returns: what is not noted is not shown. */
    async add(row: AccessLogRow): Promise<void> {
      await rows.insertOne({ ...row }, { writeConcern: { w: 'majority', j: true } });
    },
  };
}
