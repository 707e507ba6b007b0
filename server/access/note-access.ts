import type { AccessLogRow } from './access-log-store.ts';
import { actorName } from './actor.ts';

/** What is done to who may come in. */
export type AccessEvent =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'user-added'
  | 'user-removed'
  | 'role-changed'
  | 'password-set'
  | 'key-made'
  | 'key-revoked';

/** Notes it in the access log, durable. `actor` where nobody acts yet. */
export type NoteAccess = (what: AccessEvent, subject: string, actor?: string) => Promise<void>;

export const createNoteAccess =
  (add: (row: AccessLogRow) => Promise<void>, now: () => Date): NoteAccess =>
  (what, subject, actor = actorName()) =>
    add({ at: now(), actor, what, subject });
