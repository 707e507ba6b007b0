import type { Connection } from 'mongoose';
import type { CheckId } from '../contract/review-flags.ts';
import type { CheckMode } from '../contract/screening.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';

/** The modes that somebody has set; the others are the defaults. */
export interface StoredScreening {
  _id: 'current';
  version: number;
  modes: Partial<Record<CheckId, CheckMode>>;
  updatedAt: Date;
  updatedBy: string;
}

export type ScreeningStore = ReturnType<typeof createScreeningStore>;

export function createScreeningStore(connection: Connection) {
  const rows = connection.collection<StoredScreening>('screening_settings');
  return {
    prepare: () => ensureCollection(connection, 'screening_settings'),
    current: (session?: Session): Promise<StoredScreening | null> =>
      rows.findOne({ _id: 'current' }, session ? { session } : {}),
    /** In a transaction that has read the version before. */
    async put(next: StoredScreening, session: Session): Promise<void> {
      await rows.replaceOne({ _id: 'current' }, next, { session, upsert: true });
    },
  };
}
