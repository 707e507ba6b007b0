import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { SessionUser } from '../access/actor-of-request.ts';
import type { Sessions } from '../access/sessions.ts';

declare module 'express-session' {
  interface SessionData {
    user: SessionUser;
  }
}

const NAME = 'reviewfinder';
const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const;

/** The store of express-session, on sessions that are found by the hash of their id. */
class SessionRows extends session.Store {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    super();
    this.#sessions = sessions;
  }

  override get(id: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    this.#sessions.open(id).then((user) => {
      done(null, user ? { cookie: { originalMaxAge: null, ...COOKIE, secure: false }, user } : null);
    }, done);
  }

  override set(id: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    const kept = data.user ? this.#sessions.begin(id, data.user) : Promise.resolve();
    kept.then(() => done?.(), done);
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    this.#sessions.end(id).then(() => done?.(), done);
  }
}

const settle = (work: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });

/** Begins a session with a new id, and ends the one before. */
export async function beginSession(req: Request, user: SessionUser): Promise<void> {
  await settle((done) => req.session.regenerate(done));
  req.session.user = user;
  await settle((done) => req.session.save(done));
}

/** Ends the session of a request, and takes its cookie from the browser. */
export async function endSession(req: Request, res: Response): Promise<void> {
  await settle((done) => req.session.destroy(done));
  res.clearCookie(NAME, { path: COOKIE.path, httpOnly: true, sameSite: COOKIE.sameSite });
}

/** Where a session may begin. */
const SIGN_IN = /^\/(?:session|setup)(?:\/|$)/;

/** Reads the session of a request that has its cookie; of others only where one may begin. */
export function readSessions(sessions: Sessions, secret: string): RequestHandler {
  const read = session({
    ...{ name: NAME, secret, cookie: COOKIE, store: new SessionRows(sessions) },
    ...{ resave: false, saveUninitialized: false, unset: 'destroy' as const },
    genid: () => randomBytes(32).toString('base64url'),
  });
  return (req, res, next) => {
    // With a key a request is no browser's: its cookie does not count, and nothing is read for it.
    if (req.headers.authorization !== undefined) next();
    else if (req.headers.cookie?.includes(`${NAME}=`) || SIGN_IN.test(req.path)) read(req, res, next);
    else next();
  };
}
