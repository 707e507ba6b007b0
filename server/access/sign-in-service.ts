import type { ChangePassword, SessionView, SignIn } from '../contract/access.ts';
import { AppError } from '../errors.ts';
import { userId } from '../public-ids.ts';
import type { ActorOfRequest, SessionUser } from './actor-of-request.ts';
import type { NoteAccess } from './note-access.ts';
import { isPassword } from './passwords.ts';
import type { UserService } from './user-service.ts';
import type { StoredUser, UserStore } from './user-store.ts';

export interface SignInDeps {
  store: UserStore;
  users: Pick<UserService, 'patch'>;
  note: NoteAccess;
  actorOfRequest: ActorOfRequest;
  /** What the button of OpenID Connect says; null where none is configured. */
  openIdLabel: string | null;
  now: () => Date;
}

export type SignInService = ReturnType<typeof createSignInService>;

/** A name stands in the log as it was typed, in one line and not at any length. */
const inLog = (typed: string) => typed.replace(/\p{C}/gu, ' ').slice(0, 80);

/** Sign-in by name and password. The same answer for a name that is unknown and a password that is wrong. */
export function createSignInService({ store, users, note, actorOfRequest, openIdLabel, now }: SignInDeps) {
  const toSession = ({ _id, epoch }: StoredUser): SessionUser => ({ id: _id, epoch });

  return {
    /** @throws AppError 401 `wrong-password` */
    async signIn({ name, password }: SignIn): Promise<SessionUser> {
      const user = await store.byName(name);
      if (!(await isPassword(password, user?.passwordHash)) || !user) {
        await note('sign-in-refused', inLog(name), inLog(name));
        throw new AppError('wrong-password', 401, 'The name or the password is wrong.');
      }
      await store.noteSignIn(user._id, now());
      await note('signed-in', userId(user._id), user.name);
      return toSession(user);
    },

    /** Ends every session of a user; answers what the new one is of. @throws AppError 409 `no-password`, 422 */
    async changePassword(
      session: SessionUser | undefined,
      { current, password }: ChangePassword,
    ): Promise<SessionUser> {
      const user = session ? await store.byId(session.id) : null;
      if (!user?.passwordHash) throw new AppError('no-password', 409, 'You have no password here.');
      if (!(await isPassword(current, user.passwordHash))) {
        const errors = [{ pointer: '/current', detail: 'is not your password' }];
        throw new AppError('wrong-password', 422, 'The current password is wrong.', { errors });
      }
      await users.patch(user._id, { password });
      return toSession((await store.byId(user._id)) ?? user);
    },

    noteSignOut: (session: SessionUser): Promise<void> => note('signed-out', userId(session.id)),

    /** While nobody could sign in, nobody makes accounts but by the set-up link. @throws AppError 409 `set-up-first` */
    async requireSignIn(): Promise<void> {
      if ((await actorOfRequest({ authorization: undefined, session: undefined }))?.kind !== 'local') return;
      throw new AppError('set-up-first', 409, 'Sign-in is off: make the first admin by the set-up link.');
    },

    /** Who asks, and what that may do. */
    async view(session: SessionUser | undefined): Promise<SessionView> {
      const caller = await actorOfRequest({ authorization: undefined, session });
      const { name, role, rights } = caller ?? { name: null, role: null, rights: [] };
      const user = caller?.kind === 'person' ? await store.byId(caller.id) : null;
      return {
        state: caller === null ? 'signed-out' : caller.kind === 'local' ? 'open' : 'signed-in',
        ...{ name, role, rights: [...rights] },
        hasPassword: user?.passwordHash != null,
        openId: openIdLabel,
      };
    },
  };
}
