import { createHash, type Hash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { AppError } from '../errors.ts';

/** An answer as it went out. */
export interface SentAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export type KeyState =
  | { state: 'begun' }
  | { state: 'in-flight' }
  /** `hash` is of the request that was answered. */
  | { state: 'done'; hash: string; answer: SentAnswer };

/** Where keys and their answers are kept for a day, for all servers. `token` is of one request at work. */
export interface KeyStore {
  /** Takes a key that is new, or whose request ended with the server it was at. */
  begin(id: string, lease: { token: string; now: Date; until: Date }): Promise<KeyState>;
  renew(id: string, token: string, until: Date): Promise<void>;
  keep(id: string, token: string, done: { hash: string; answer: SentAnswer }): Promise<void>;
  /** Forgets the key: the request counts as never made. */
  release(id: string, token: string): Promise<void>;
}

export interface Idempotency {
  /**
   * The answer that the key of the request has already, or that `work` gives now.
   * @param isRaw whether `work` reads the body as a stream; else it has been read and noted
   * @throws AppError 400 `invalid-idempotency-key`, 409 `idempotency-key-in-flight`, 422 `idempotency-key-reused`
   */
  answer(req: Request, isRaw: boolean, work: () => Promise<SentAnswer>): Promise<SentAnswer>;
}

/** What a killed server had at work is free again after this. */
const LEASE_MS = 30_000;
const PRINTABLE = /^[\x20-\x7e]{1,255}$/;

const HEADER = 'idempotency-key';
export const hasIdempotencyKey = (req: IncomingMessage) => req.headers[HEADER] !== undefined;

const bodies = new WeakMap<IncomingMessage, Hash>();
/** Remembers what a body that is read whole was, where a key asks for it. */
export function noteBody(req: IncomingMessage, body: Uint8Array): void {
  if (hasIdempotencyKey(req)) bodies.set(req, createHash('sha256').update(body));
}

/** Of a request without a body nothing is noted. */
const notedBody = (req: IncomingMessage): Hash => bodies.get(req) ?? createHash('sha256');

/** Answers of these statuses say how things were at that moment, not what the request led to. */
const isPassing = (status: number) => status >= 500 || status === 408 || status === 429;

function keyOf(req: Request): string {
  const key = String(req.headers[HEADER]);
  if (PRINTABLE.test(key)) return key;
  const detail = 'is not 1 to 255 printable ASCII characters';
  throw new AppError('invalid-idempotency-key', 400, `Idempotency-Key ${detail}.`, {
    errors: [{ pointer: '/header/Idempotency-Key', detail }],
  });
}

/** Hashes a raw body as whoever reads it does so: a listener beside an iterator gets what the iterator takes. */
function hashAsRead(req: Request): Hash {
  const hash = createHash('sha256');
  req.pause();
  req.on('data', (chunk: Buffer) => hash.update(chunk));
  return hash;
}

async function readToEnd(req: Request): Promise<void> {
  try {
    for await (const _ of req.iterator({ destroyOnReturn: false }));
  } catch {
    throw new AppError('upload-aborted', 400, 'The upload broke off.');
  }
}

const inFlight = () =>
  new AppError('idempotency-key-in-flight', 409, 'A request with this Idempotency-Key is being worked on.', {
    retryAfterSeconds: 1,
  });

const reused = () => {
  const detail = 'was used with another body or other parameters';
  return new AppError('idempotency-key-reused', 422, `Idempotency-Key ${detail}: take a new key for a new request.`, {
    errors: [{ pointer: '/header/Idempotency-Key', detail }],
  });
};

/**
 * Carries out requests with an `Idempotency-Key` once (IETF draft-ietf-httpapi-idempotency-key-header). A key belongs
 * to its actor, method and path. Kept is every answer but those that only say how things are at the moment, and those to
 * bodies that were not read to their end: these are answered afresh.
 */
export function createIdempotency({
  store,
  actor,
  now,
  leaseMs = LEASE_MS,
}: {
  store: KeyStore;
  actor: () => string;
  now: () => Date;
  leaseMs?: number;
}): Idempotency {
  const until = () => new Date(now().getTime() + leaseMs);

  const carryOut = async (
    { id, token }: { id: string; token: string },
    { req, isRaw }: { req: Request; isRaw: boolean },
    work: () => Promise<SentAnswer>,
  ) => {
    const body = isRaw ? hashAsRead(req) : notedBody(req);
    const renewal = setInterval(() => {
      store.renew(id, token, until()).catch(() => undefined); // the next one may come through
    }, leaseMs / 3);
    try {
      const answer = await work();
      const isKept = !isPassing(answer.status) && (!isRaw || req.readableEnded);
      // What is done is done: when it cannot be noted, the answer goes out all the same and the lease frees the key.
      if (isKept) await store.keep(id, token, { hash: digest(req, body), answer }).catch(() => undefined);
      else await store.release(id, token);
      return answer;
    } catch (error) {
      await store.release(id, token).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  };

  const replay = async (req: Request, isRaw: boolean, done: { hash: string; answer: SentAnswer }) => {
    const body = isRaw ? hashAsRead(req) : notedBody(req);
    if (isRaw) await readToEnd(req);
    if (digest(req, body) !== done.hash) throw reused();
    return { ...done.answer, headers: { ...done.answer.headers, 'Idempotency-Replayed': 'true' } };
  };

  return {
    async answer(req, isRaw, work) {
      const id = [actor(), `${req.method} ${req.baseUrl}${req.path}`, keyOf(req)].join('\n');
      const token = randomUUID();
      const begun = await store.begin(id, { token, now: now(), until: until() });
      if (begun.state === 'in-flight') throw inFlight();
      return begun.state === 'done' ? replay(req, isRaw, begun) : carryOut({ id, token }, { req, isRaw }, work);
    },
  };
}

/** Hash of all that tells two requests on one path apart: the parameters and the body. */
const digest = (req: Request, body: Hash): string =>
  createHash('sha256')
    .update(req.originalUrl.split('?')[1] ?? '')
    .update('\n')
    .update(body.digest())
    .digest('hex');
