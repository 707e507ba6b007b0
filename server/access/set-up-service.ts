import type { SetUp } from '../contract/access.ts';
import { AppError } from '../errors.ts';
import { hashSecret, newSecret } from './secrets.ts';
import type { SetUpStore } from './set-up-store.ts';
import type { UserService } from './user-service.ts';
import type { StoredUser } from './user-store.ts';

export interface SetUpDeps {
  store: SetUpStore;
  users: Pick<UserService, 'add'>;
  hasUsers: () => Promise<boolean>;
  noteSignIn: (id: number, at: Date) => Promise<void>;
  now: () => Date;
}

export type SetUpService = ReturnType<typeof createSetUpService>;

const VALID_MS = 24 * 3_600_000;

const noLink = () =>
  new AppError('set-up-link-invalid', 403, 'This set-up link is unknown, was used, or is older than 24 hours.');

/** Makes the first admin, by a link that only who has started the app has seen. */
export function createSetUpService({ store, users, hasUsers, noteSignIn, now }: SetUpDeps) {
  return {
    /** Token of a new link, valid for 24 hours and for one use; only its hash is stored. */
    async newToken(): Promise<string> {
      const token = newSecret();
      await store.add(hashSecret(token), new Date(now().getTime() + VALID_MS));
      return token;
    },

    /** @throws AppError 403 `set-up-link-invalid`, 409 `set-up-done` */
    async makeAdmin({ token, name, password }: SetUp): Promise<StoredUser> {
      if (!(await store.take(hashSecret(token), now()))) throw noLink();
      const done = new AppError('set-up-done', 409, 'There is a user already: sign in.');
      if ((await hasUsers()) || !(await store.claim())) throw done;
      try {
        const admin = await users.add({ name, password, role: 'admin' });
        await store.clear();
        await noteSignIn(admin._id, now());
        return admin;
      } catch (error) {
        await store.free();
        throw error;
      }
    },
  };
}
