import type { CreatedKey, CreateKey, KeyView } from '../contract/access.ts';
import { AppError, notFound } from '../errors.ts';
import { keyId } from '../public-ids.ts';
import { actorName } from './actor.ts';
import type { KeyStore, StoredKey } from './key-store.ts';
import type { NoteAccess } from './note-access.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface KeyDeps {
  store: KeyStore;
  nextId: () => Promise<number>;
  note: NoteAccess;
  now: () => Date;
}

export type KeyService = ReturnType<typeof createKeyService>;

/** Found in a text, it says whose key this is: also secret scanners look for such marks. */
export const KEY_MARK = 'rvf_';
const SHOWN = KEY_MARK.length + 6;
const DAY_MS = 86_400_000;
const USE_NOTED_MS = 60_000;
const MOST_KEYS = 500;

/** Keys of programs: 256 random bits, shown once; what is stored is their SHA-256. */
export function createKeyService({ store, nextId, note, now }: KeyDeps) {
  const toView = (key: StoredKey): KeyView => ({
    ...{ id: keyId(key._id), name: key.name, scopes: key.scopes, prefix: key.prefix, createdBy: key.createdBy },
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    isExpired: key.expiresAt !== null && key.expiresAt <= now(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  });

  return {
    list: async (): Promise<KeyView[]> => (await store.list()).map(toView),

    /** @throws AppError 409 `too-many-keys` */
    async create({ name, scopes, expiresInDays }: CreateKey): Promise<CreatedKey> {
      if ((await store.list()).length >= MOST_KEYS)
        throw new AppError('too-many-keys', 409, `There are ${MOST_KEYS} API keys: revoke some first.`);
      const key = `${KEY_MARK}${newSecret()}`;
      const at = now();
      const row: StoredKey = {
        ...{ _id: await nextId(), keyHash: hashSecret(key), name, scopes: [...new Set(scopes)] },
        ...{ prefix: key.slice(0, SHOWN), createdBy: actorName(), createdAt: at, lastUsedAt: null },
        expiresAt: expiresInDays === null ? null : new Date(at.getTime() + expiresInDays * DAY_MS),
      };
      await store.add(row);
      await note('key-made', `${keyId(row._id)} ${name} ${row.scopes.join(',')}`);
      return { ...toView(row), key };
    },

    /** From the next request on the key opens nothing. @throws AppError 404 */
    async revoke(id: number): Promise<void> {
      if (!(await store.remove(id))) throw notFound('API key');
      await note('key-revoked', keyId(id));
    },

    /** The key, where it is in use now; notes that it was used. */
    async open(key: string): Promise<StoredKey | undefined> {
      const row = await store.byHash(hashSecret(key));
      const at = now();
      if (!row || (row.expiresAt !== null && row.expiresAt <= at)) return undefined;
      if (at.getTime() - (row.lastUsedAt?.getTime() ?? 0) >= USE_NOTED_MS) await store.noteUse(row._id, at);
      return row;
    },
  };
}
