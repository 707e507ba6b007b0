import type { IncomingMessage } from 'node:http';
import { totalmem } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { constrainedMemory } from 'node:process';
import { getHeapStatistics } from 'node:v8';
import type { RequestHandler } from 'express';
import pLimit from 'p-limit';
import { AppError } from '../errors.ts';
import type { IntakeKind } from './operation.ts';
import { createWorkRate } from './work-rate.ts';

/** How much of the intake's work one server holds at a time. */
export interface IntakeLimits {
  /** Bodies of reviews, as they were read. */
  bytes: number;
  requests: number;
  /** How long what is in flight may take at the present pace: who waits longer has given up, or is in the way of others. */
  waitMs: number;
  uploads: number;
  /** Mean delay of the event loop over a second. */
  lagMs: number;
}

export interface BackPressure {
  /** Lets a request in, or refuses it with 503 before its body is read. */
  admit(kind: IntakeKind): RequestHandler;
  /** Tells what a body that has been read really takes. */
  weigh(req: IncomingMessage, size: { bytes?: number; reviews?: number }): void;
  /** Counts the request until `work` is over, even where its caller has gone. */
  during<T>(req: IncomingMessage, work: () => Promise<T>): Promise<T>;
  /** What is in flight now. */
  held(): Readonly<{ requests: number; bytes: number; uploads: number }>;
  stop(): void;
}

const MB = 1024 * 1024;
/** A body of which only its packed length is known, or none, counts as this much until it is read. */
const UNKNOWN_BYTES = 4 * MB;
const MOST_BYTES = 16 * MB;
/** Length of a review in a batch, with its names and date, for the time before it is parsed. */
const REVIEW_BYTES = 700;
/** What a request costs besides its reviews, in reviews: its transactions, and that a single one is looked up at once. */
const REQUEST_WORK = 30;
/** Work a second, in reviews, until that is known. */
const FIRST_RATE = 400;
/** So many requests are let in whatever the pace: one is analysed while another is written. */
const ALWAYS = 2;
/** So many are worked on at a time: one is analysed while others are written and looked up; more would only stand in each other's way. */
const AT_WORK = 3;
const MOST_RETRY_SECONDS = 10;
/** A body of reviews that takes longer to come in, and an upload that is silent for longer, give up their place. */
const READ_MS = 60_000;
const SILENCE_MS = 60_000;
const LOOP_RESOLUTION_MS = 20;

/** A body takes about ten times its length on its way through: strings, judgements, look-up keys, what goes to MongoDB. */
export function limitsFor(memoryBytes: number): IntakeLimits {
  const bytes = Math.min(256 * MB, Math.max(32 * MB, Math.floor(memoryBytes / 64)));
  return { bytes, requests: 256, waitMs: 5000, uploads: 8, lagMs: 500 };
}

/** What this process may take: of the machine, of its container, of its heap. */
const ownMemory = () => Math.min(totalmem(), constrainedMemory() || Infinity, getHeapStatistics().heap_size_limit);

interface Place {
  kind: IntakeKind;
  bytes: number;
  /** In reviews. */
  work: number;
  isWorking: boolean;
  leave(): void;
  wasRead(): void;
}

function expectedBytes(req: IncomingMessage): number {
  const length = Number(req.headers['content-length']);
  if (!Number.isFinite(length)) return UNKNOWN_BYTES;
  const isPacked = req.headers['content-encoding'] !== undefined && req.headers['content-encoding'] !== 'identity';
  return Math.min(MOST_BYTES, isPacked ? Math.max(UNKNOWN_BYTES, 8 * length) : length);
}

const expectedWork = (bytes: number) => REQUEST_WORK + Math.min(1000, Math.ceil(bytes / REVIEW_BYTES));

/** Cuts a request whose body does not come in; answers how to stop that. */
function cutWhenStalled(req: IncomingMessage, kind: IntakeKind): () => void {
  const cut = () => req.destroy();
  if (kind === 'reviews') {
    const timer = setTimeout(cut, READ_MS);
    return () => clearTimeout(timer);
  }
  const { socket } = req;
  socket.setTimeout(SILENCE_MS, cut);
  return () => {
    socket.off('timeout', cut);
    // Once the answer is out, the socket waits for the next request, and no longer than it may.
    if (socket.timeout === SILENCE_MS) socket.setTimeout(0);
  };
}

function watchLoop(limitMs: number) {
  const histogram = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  histogram.enable();
  let isLate = false;
  const timer = setInterval(() => {
    isLate = histogram.mean / 1e6 - LOOP_RESOLUTION_MS > limitMs;
    histogram.reset();
  }, 1000).unref();
  const stop = () => {
    clearInterval(timer);
    histogram.disable();
  };
  return { isLate: () => isLate, stop };
}

/**
 * Keeps what is in flight within what this process can hold, so that overload is answered with 503 and not with
 * running out of memory or with answers that come too late for anybody.
 */
export function createBackPressure({
  limits = limitsFor(ownMemory()),
  onRefused = () => undefined,
}: {
  limits?: IntakeLimits;
  /** @param reason `bytes`, `requests`, `wait`, `uploads` or `lag` */
  onRefused?: (reason: string) => void;
} = {}): BackPressure {
  const places = new WeakMap<IncomingMessage, Place>();
  const loop = watchLoop(limits.lagMs);
  const rate = createWorkRate(FIRST_RATE);
  const inTurn = pLimit(AT_WORK);
  const held = { bytes: 0, work: 0, requests: 0, uploads: 0 };

  const change = (place: Place, sign: 1 | -1) => {
    if (place.kind === 'upload') held.uploads += sign;
    else {
      held.requests += sign;
      held.bytes += sign * place.bytes;
      held.work += sign * place.work;
    }
  };

  const fullIn = (kind: IntakeKind, { bytes, work }: { bytes: number; work: number }) => {
    if (loop.isLate()) return 'lag';
    if (kind === 'upload') return held.uploads >= limits.uploads ? 'uploads' : undefined;
    if (held.requests >= limits.requests) return 'requests';
    if (held.bytes + bytes > limits.bytes) return 'bytes';
    const waitMs = ((held.work + work) * 1000) / rate.perSecond();
    return held.requests >= ALWAYS && waitMs > limits.waitMs ? 'wait' : undefined;
  };

  /** Half of what is in flight is done by then. */
  const retryAfter = () => Math.min(MOST_RETRY_SECONDS, Math.max(1, Math.ceil(held.work / rate.perSecond() / 2)));

  const enter = (req: IncomingMessage, kind: IntakeKind, size: { bytes: number; work: number }): Place => {
    const wasRead = cutWhenStalled(req, kind);
    let isHere = true;
    const place: Place = {
      ...{ kind, ...size, isWorking: false, wasRead },
      leave() {
        if (isHere) change(place, -1);
        isHere = false;
        wasRead();
      },
    };
    change(place, 1);
    places.set(req, place);
    return place;
  };

  return {
    admit: (kind) => (req, res, next) => {
      const bytes = expectedBytes(req);
      const size = { bytes, work: expectedWork(bytes) };
      const reason = fullIn(kind, size);
      if (reason !== undefined) {
        onRefused(reason);
        next(
          new AppError('busy', 503, 'The server has as much to take in as it can hold: send this again.', {
            retryAfterSeconds: retryAfter(),
          }),
        );
        return;
      }
      const place = enter(req, kind, size);
      res.once('close', () => {
        if (!place.isWorking) place.leave();
      });
      next();
    },

    weigh(req, { bytes, reviews }) {
      const place = places.get(req);
      if (!place) return;
      change(place, -1);
      if (bytes !== undefined) place.bytes = bytes;
      if (reviews !== undefined) place.work = REQUEST_WORK + reviews;
      change(place, 1);
    },

    async during(req, work) {
      const place = places.get(req);
      if (!place) return work();
      place.isWorking = true;
      try {
        if (place.kind === 'upload') return await work();
        place.wasRead();
        return await inTurn(() => rate.measure(work, place.work));
      } finally {
        place.leave();
      }
    },

    held: () => held,
    stop: loop.stop,
  };
}
