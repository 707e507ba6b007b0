import type { CreateUser, PatchUser, Role, UserView } from '../contract/access.ts';
import { AppError, notFound } from '../errors.ts';
import { userId } from '../public-ids.ts';
import { foldName } from './fold-name.ts';
import type { NoteAccess } from './note-access.ts';
import { hashPassword } from './passwords.ts';
import type { StoredUser, UserStore } from './user-store.ts';

export interface UserDeps {
  store: UserStore;
  nextId: () => Promise<number>;
  endSessionsOf: (userId: number) => Promise<void>;
  note: NoteAccess;
  now: () => Date;
}

export type UserService = ReturnType<typeof createUserService>;

/** Names that stand in the log for what is nobody's account. */
const TAKEN = new Set(['local user', 'command line', 'reviewfinder', 'share link'].map(foldName));

const toView = ({ _id, name, role, openId, createdAt, lastSignInAt }: StoredUser): UserView => ({
  ...{ id: userId(_id), name, role, signsInBy: openId === undefined ? 'password' : 'openid' },
  createdAt: createdAt.toISOString(),
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
});

const nameTaken = (name: string) => {
  const detail = `is taken: there is a user ${name} already`;
  return new AppError('name-taken', 409, `The name ${detail}.`, { errors: [{ pointer: '/name', detail }] });
};

const lastAdmin = () => new AppError('last-admin', 409, 'This is the only admin: make another one first.');

export type NewUser = { name: string; role: Role } & ({ password: string } | { openId: string });

/** The people who may sign in. */
export function createUserService({ store, nextId, endSessionsOf, note, now }: UserDeps) {
  const add = async (given: NewUser): Promise<StoredUser> => {
    if (TAKEN.has(foldName(given.name))) throw nameTaken(given.name);
    if (given.role !== 'admin' && (await store.countAdmins()) === 0)
      throw new AppError('no-admin-yet', 409, 'There is no admin yet: the first user has to be one.');
    const user: StoredUser = {
      ...{ _id: await nextId(), name: given.name, nameKey: foldName(given.name), role: given.role },
      passwordHash: 'password' in given ? await hashPassword(given.password) : null,
      ...('openId' in given ? { openId: given.openId } : {}),
      ...{ epoch: 1, createdAt: now(), lastSignInAt: null },
    };
    if (!(await store.add(user))) throw nameTaken(given.name);
    await note('user-added', `${userId(user._id)} ${user.name} ${user.role}`);
    return user;
  };

  const get = async (id: number): Promise<StoredUser> => {
    const user = await store.byId(id);
    if (!user) throw notFound('user');
    return user;
  };

  const isLastAdmin = async ({ role }: StoredUser) => role === 'admin' && (await store.countAdmins()) === 1;

  const change = async (user: StoredUser, { role, password }: PatchUser): Promise<StoredUser> => {
    if (password !== undefined && user.openId !== undefined)
      throw new AppError('no-password', 409, `${user.name} signs in elsewhere and has no password here.`);
    if (role !== undefined && role !== 'admin' && (await isLastAdmin(user))) throw lastAdmin();
    const changed = await store.change(user._id, {
      ...(role === undefined ? {} : { role }),
      ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
    });
    if (!changed) throw notFound('user');
    // They are of an earlier epoch and open nothing any more; this only clears them away.
    await endSessionsOf(user._id);
    if (role !== undefined) await note('role-changed', `${userId(user._id)} ${user.name} ${role}`);
    if (password !== undefined) await note('password-set', `${userId(user._id)} ${user.name}`);
    return changed;
  };

  return {
    list: async (): Promise<UserView[]> => (await store.list()).map(toView),

    /** @throws AppError 409 `name-taken`, `no-admin-yet` */
    create: async (given: CreateUser): Promise<UserView> => toView(await add(given)),

    /** The same, for who signs in at once. */
    add,

    /** Ends the sessions of the user. @throws AppError 404, 409 `last-admin`, `no-password` */
    patch: async (id: number, given: PatchUser): Promise<UserView> => toView(await change(await get(id), given)),

    /** What a user's own provider says of the role; the sessions end where that changes. */
    async setRole(user: StoredUser, role: Role): Promise<StoredUser> {
      return user.role === role ? user : change(user, { role });
    },

    /** @throws AppError 404, 409 `last-admin` */
    async remove(id: number): Promise<void> {
      const user = await get(id);
      if (await isLastAdmin(user)) throw lastAdmin();
      if (!(await store.remove(id))) throw notFound('user');
      await endSessionsOf(id);
      await note('user-removed', `${userId(id)} ${user.name}`);
    },

    /** @throws AppError 404 */
    async byName(name: string): Promise<UserView> {
      const user = await store.byName(name);
      if (!user) throw notFound('user');
      return toView(user);
    },
  };
}
