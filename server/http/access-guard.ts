import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../access/actor.ts';
import { type ActorOfRequest, unauthorized } from '../access/actor-of-request.ts';
import { KEY_MARK } from '../access/key-service.ts';
import { type Access, isAllowed } from '../access/rights.ts';
import { AppError } from '../errors.ts';
import { addressOf, type RateLimits } from './rate-limits.ts';
import { refuseForeign } from './same-origin.ts';

/** What stands before every operation: who asks, whether that may, and how often. */
export interface AccessGuard {
  admit(access: Access): RequestHandler;
  /** Ends the answer to an admitted request, a stream of events, once its session, key or right has ended. */
  endWithAccess(req: Request, res: Response, access: Access): void;
  /** Who was admitted; null for anybody at a public operation. */
  callerOf(req: IncomingMessage): Caller | null;
}

export interface GuardDeps {
  actorOfRequest: ActorOfRequest;
  /** Whether the session with this id has not ended. */
  isSessionOpen: (id: string) => Promise<boolean>;
  limits: RateLimits;
  /** Origin of the app as people reach it. */
  publicOrigin: string;
}

/** How long a stream of events may outlive what it was opened with. */
const RECHECK_MS = 2000;

/** Addresses are written to logs and histories: a key there is a key given away. */
function refuseKeyInQuery(req: Request): void {
  const values = Object.values(req.query).flat();
  if (values.some((value) => typeof value === 'string' && value.includes(KEY_MARK)))
    throw unauthorized(
      'An API key has no place in an address. Send it as Authorization: Bearer KEY, and revoke this one.',
    );
}

const forbidden = (access: Access) =>
  new AppError('forbidden', 403, `You may not do this: it takes the right to ${WORDS[access]}.`);

const WORDS: Readonly<Record<Access, string>> = {
  public: 'come in',
  own: 'keep things of your own, which people have and keys have not',
  read: 'read',
  follow: 'read or to bring reviews in',
  ingest: 'bring reviews in',
  moderate: 'moderate',
  admin: 'administer',
  metrics: 'read the metrics',
};

export function createAccessGuard({ actorOfRequest, isSessionOpen, limits, publicOrigin }: GuardDeps): AccessGuard {
  const callers = new WeakMap<IncomingMessage, Caller | null>();

  const identify = async (req: Request, access: Access): Promise<Caller | null> => {
    const session = req.session?.user;
    // Whoever signs in, or has a share link, may do so with whatever credentials.
    if (access === 'public' && !session) return null;
    return actorOfRequest({ authorization: access === 'public' ? undefined : req.headers.authorization, session });
  };

  const admit = async (req: Request, res: Parameters<RequestHandler>[1], access: Access): Promise<void> => {
    let caller: Caller | null = null;
    let failure: unknown;
    try {
      caller = await identify(req, access);
    } catch (error) {
      failure = error;
    }
    const isKnown = caller !== null && caller.kind !== 'local';
    await limits.take(res, isKnown ? `${caller?.kind} ${caller?.id}` : addressOf(req.ip));
    if (failure) throw failure;
    refuseKeyInQuery(req);
    if (access !== 'public' && !caller) throw unauthorized('Sign in, or send an API key as Authorization: Bearer KEY.');
    if (caller && !isAllowed(access, caller.rights)) throw forbidden(access);
    refuseForeign(req, caller?.kind === 'person', publicOrigin);
    callers.set(req, caller);
  };

  const isAdmitted = async (req: Request, access: Access): Promise<boolean> => {
    if (req.session?.user && !(await isSessionOpen(req.sessionID))) return false;
    try {
      const caller = await identify(req, access);
      return access === 'public' || (caller !== null && isAllowed(access, caller.rights));
    } catch (error) {
      if (error instanceof AppError && error.status === 401) return false;
      throw error;
    }
  };

  return {
    admit: (access) => (req, res, next) => {
      admit(req, res, access).then(() => next(), next);
    },
    endWithAccess(req, res, access) {
      const check = setInterval(() => {
        isAdmitted(req, access).then(
          (isStill) => isStill || res.destroy(),
          // A database that does not answer says nothing about who may listen.
          () => undefined,
        );
      }, RECHECK_MS);
      res.once('close', () => clearInterval(check));
    },
    callerOf: (req) => callers.get(req) ?? null,
  };
}
