import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { AccessLogStore } from './access-log-store.ts';
import { createActorOfRequest } from './actor-of-request.ts';
import { createKeyService } from './key-service.ts';
import { createKeyStore } from './key-store.ts';
import { createNoteAccess } from './note-access.ts';
import { createOpenId } from './open-id.ts';
import { createOpenIdStore } from './open-id-store.ts';
import { newSecret } from './secrets.ts';
import { createSessionStore } from './session-store.ts';
import { createSessions } from './sessions.ts';
import { createSetUpService } from './set-up-service.ts';
import { createSetUpStore } from './set-up-store.ts';
import { createSignInService } from './sign-in-service.ts';
import { createUserService } from './user-service.ts';
import { createUserStore } from './user-store.ts';

export interface AccessDeps {
  connection: Parameters<typeof createUserStore>[0];
  config: Config;
  accessLog: Pick<AccessLogStore, 'add'>;
  nextId: (of: 'users' | 'api-keys') => Promise<number>;
  now: () => Date;
}

export type Access = Awaited<ReturnType<typeof createAccess>>;

/** That there is no user is asked again after this: another server or the command line may have made one. */
const NONE_KNOWN_MS = 1000;

/** Addresses that only this machine reaches. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.[0-9]{1,3}){3}$/.test(host);

/** Once there is a user, there is one: the last admin cannot be removed. */
function watchUsers(hasAny: () => Promise<boolean>) {
  let [has, askedAt] = [false, -Infinity];
  return {
    async has(): Promise<boolean> {
      if (has || performance.now() - askedAt < NONE_KNOWN_MS) return has;
      has = await hasAny();
      askedAt = performance.now();
      return has;
    },
    /** For what must not be mistaken even for a second. */
    async ask(): Promise<boolean> {
      has ||= await hasAny();
      return has;
    },
    /** One was added here: from this moment on nobody gets in without sign-in. */
    noteAdded: () => {
      has = true;
    },
  };
}

/** People, programs, and what they may do. */
export async function createAccess({ connection, config, accessLog, nextId, now }: AccessDeps) {
  const users = createUserStore(connection);
  const keys = createKeyStore(connection);
  const rows = createSessionStore(connection);
  const setUps = createSetUpStore(connection);
  const flows = createOpenIdStore(connection);
  await Promise.all([users, keys, rows, setUps, flows].map((store) => store.prepare()));

  const watch = watchUsers(users.hasAny);
  /** Where a provider is configured, whoever runs the app wants to know who comes. */
  const isOpen = async () => config.openId === undefined && !(await watch.has());
  const note = createNoteAccess(accessLog.add, now);
  const sessions = createSessions(rows, config.session, now);
  const endSessionsOf = sessions.endAllOf;
  const add: typeof users.add = async (user) => {
    const isAdded = await users.add(user);
    if (isAdded) watch.noteAdded();
    return isAdded;
  };
  const userService = createUserService({
    ...{ store: { ...users, add }, nextId: () => nextId('users'), endSessionsOf, note, now },
  });
  const keyService = createKeyService({ store: keys, nextId: () => nextId('api-keys'), note, now });
  const openId = config.openId
    ? createOpenId({ config: config.openId, flows, store: users, users: userService, note, now })
    : undefined;
  const openIdLabel = openId?.label ?? null;

  const actorOfRequest = createActorOfRequest({
    ...{ userById: users.byId, openKey: keyService.open, isOpen, masks: config.maskPersonalData },
  });

  return {
    isOpen,
    sessions,
    cookieSecret: await rows.secret(newSecret()),
    actorOfRequest,

    /** @throws AppError `no-admin` where others than this machine could reach an app without sign-in */
    async requireSafeAddress(): Promise<void> {
      if (isLoopback(config.host) || (await users.countAdmins()) > 0) return;
      throw new AppError(
        'no-admin',
        403,
        `Others could reach ${config.host}, and there is no admin yet, so it does not start. Make one with \`reviewfinder users add NAME --role admin\`, or start it on 127.0.0.1 and open the set-up link that it prints.`,
      );
    },

    services: {
      users: userService,
      keys: keyService,
      openId,
      setUps: createSetUpService({
        ...{ store: setUps, users: userService, hasUsers: watch.ask, noteSignIn: users.noteSignIn, now },
      }),
      signIns: createSignInService({
        ...{ store: users, users: userService, note, actorOfRequest, openIdLabel, now },
      }),
    },
  };
}
