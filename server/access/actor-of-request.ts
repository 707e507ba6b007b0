import { AppError } from '../errors.ts';
import { type Caller, LOCAL_USER } from './actor.ts';
import type { StoredKey } from './key-store.ts';
import { rightsOfRole, rightsOfScopes } from './rights.ts';
import type { StoredUser } from './user-store.ts';

/** What a request shows of who sends it. */
export interface Shown {
  /** The `Authorization` header, as it came. */
  authorization: string | undefined;
  /** Whom the session of its cookie is of. */
  session: SessionUser | undefined;
}

/** `epoch`: that of the user when the session began. */
export interface SessionUser {
  id: number;
  epoch: number;
}

export interface ActorDeps {
  userById: (id: number) => Promise<StoredUser | null>;
  /** A key that is neither revoked nor expired. */
  openKey: (key: string) => Promise<StoredKey | undefined>;
  /** Whether there is nobody who could sign in. */
  isOpen: () => Promise<boolean>;
  /** Whether personal data is masked in views. */
  masks: boolean;
}

export type ActorOfRequest = (shown: Shown) => Promise<Caller | null>;

/** RFC 6750: a token of these characters. */
const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,200})$/i;

export const unauthorized = (detail: string) => new AppError('not-signed-in', 401, detail);

/**
 * The one place that knows who acts. A request with an `Authorization` header is judged by that alone: it is no
 * browser's, and whatever cookie comes with it does not count.
 * @throws AppError 401 for a header that is no key in use
 */
export function createActorOfRequest({ userById, openKey, isOpen, masks }: ActorDeps): ActorOfRequest {
  const ofKey = async (authorization: string): Promise<Caller> => {
    const key = BEARER.exec(authorization)?.[1];
    const found = key === undefined ? undefined : await openKey(key);
    if (!found) throw unauthorized('The API key is unknown, has expired or was revoked.');
    const rights = rightsOfScopes(found.scopes);
    return {
      ...{ kind: 'key', id: found._id, name: `${found.name} (key)`, role: null, rights },
      mayReadPersonalData: rights.includes('moderate'),
      seesPersonalData: !masks,
    };
  };

  const ofSession = async ({ id, epoch }: SessionUser): Promise<Caller | null> => {
    const user = await userById(id);
    if (!user || user.epoch !== epoch) return null;
    const rights = rightsOfRole(user.role);
    return {
      ...{ kind: 'person', id: user._id, name: user.name, role: user.role, rights },
      mayReadPersonalData: rights.includes('moderate'),
      seesPersonalData: !masks,
    };
  };

  const local: Caller = {
    ...{ kind: 'local', id: 0, name: LOCAL_USER, role: 'admin', rights: rightsOfRole('admin') },
    mayReadPersonalData: true,
    seesPersonalData: !masks,
  };

  return async ({ authorization, session }) => {
    if (authorization !== undefined) return ofKey(authorization);
    const person = session ? await ofSession(session) : null;
    return person ?? ((await isOpen()) ? local : null);
  };
}
