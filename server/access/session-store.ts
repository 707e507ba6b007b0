import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { SessionUser } from './actor-of-request.ts';
import type { SessionRows } from './sessions.ts';

interface SessionRow {
  /** SHA-256 of the session's id: whoever reads the database can use none. */
  _id: string;
  user: SessionUser;
  /** When it ends whatever is done. */
  endsAt: Date;
  /** When it ends unless it is used. */
  idleAt: Date;
}

/** Sessions of people who have signed in; MongoDB drops those that have ended. */
export function createSessionStore(connection: Connection): SessionRows & { prepare(): Promise<void> } {
  const sessions = connection.collection<SessionRow>('sessions');
  const settings = connection.collection<{ _id: string; value: string }>('access_settings');
  return {
    async prepare() {
      await ensureCollection(connection, 'sessions');
      await ensureCollection(connection, 'access_settings');
      await sessions.createIndex({ idleAt: 1 }, { expireAfterSeconds: 0 });
      await sessions.createIndex({ 'user.id': 1 });
    },
    async secret(fresh) {
      const kept = async () => (await settings.findOne({ _id: 'cookie-secret' }))?.value;
      const before = await kept();
      if (before !== undefined) return before;
      // Of two servers that start at once one is first; both take what it has written.
      await settings
        .updateOne({ _id: 'cookie-secret' }, { $setOnInsert: { value: fresh } }, { upsert: true })
        .catch(() => undefined);
      return (await kept()) ?? fresh;
    },
    find: (id) => sessions.findOne({ _id: id }),
    async put(id, row) {
      await sessions.replaceOne({ _id: id }, row, { upsert: true });
    },
    async use(id, idleAt) {
      await sessions.updateOne({ _id: id }, { $set: { idleAt } });
    },
    async remove(id) {
      await sessions.deleteOne({ _id: id });
    },
    async removeOf(userId) {
      await sessions.deleteMany({ 'user.id': userId });
    },
  };
}
