import type { SessionUser } from './actor-of-request.ts';
import { hashSecret } from './secrets.ts';

/** Where sessions are kept, by the hash of their id. */
export interface SessionRows {
  /** What cookies are signed with: the kept one, or `fresh` from now on. */
  secret(fresh: string): Promise<string>;
  find(id: string): Promise<{ user: SessionUser; endsAt: Date; idleAt: Date } | null>;
  put(id: string, row: { user: SessionUser; endsAt: Date; idleAt: Date }): Promise<void>;
  use(id: string, idleAt: Date): Promise<void>;
  remove(id: string): Promise<void>;
  removeOf(userId: number): Promise<void>;
}

export interface SessionTimes {
  /** A session that is not used for this long ends. */
  idleMs: number;
  /** None lasts longer than this. */
  longestMs: number;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Use is noted no more often than this, and than a tenth of the idle time. */
const NOTED_MS = 60_000;

/** The sessions of people who have signed in, by the id in their cookie. */
export function createSessions(rows: SessionRows, { idleMs, longestMs }: SessionTimes, now: () => Date) {
  const idleFrom = (at: Date, endsAt: Date) => new Date(Math.min(at.getTime() + idleMs, endsAt.getTime()));
  const noted = Math.min(NOTED_MS, idleMs / 10);
  /** The row of a session that has not ended. */
  const findOpen = async (key: string, at: Date) => {
    const row = await rows.find(key);
    return row && row.idleAt > at && row.endsAt > at ? row : undefined;
  };
  return {
    /** Whom a session is of; undefined when it has ended. Notes that it is used. */
    async open(id: string): Promise<SessionUser | undefined> {
      const [key, at] = [hashSecret(id), now()];
      const row = await findOpen(key, at);
      if (!row) return undefined;
      const next = idleFrom(at, row.endsAt);
      if (next.getTime() - row.idleAt.getTime() >= noted) await rows.use(key, next);
      return row.user;
    },
    /** Whether a session has not ended; that is no use of it. */
    isOpen: async (id: string): Promise<boolean> => (await findOpen(hashSecret(id), now())) !== undefined,
    async begin(id: string, user: SessionUser): Promise<void> {
      const at = now();
      const endsAt = new Date(at.getTime() + longestMs);
      await rows.put(hashSecret(id), { user, endsAt, idleAt: idleFrom(at, endsAt) });
    },
    end: (id: string): Promise<void> => rows.remove(hashSecret(id)),
    endAllOf: (userId: number): Promise<void> => rows.removeOf(userId),
  };
}
