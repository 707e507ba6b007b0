import type { Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors.ts';
import { sendProblem } from './problems.ts';

/**
 * Stands before the API: while the database does not answer, nothing is let in, and whoever waits for it is told to come
 * again. What was asked for may still be done when it is back: as after a broken connection, send it again.
 */
export interface Gate {
  handler: RequestHandler;
  /** Whether the database answers, as far as is known. */
  isOpen(): boolean;
  /** From now on connections are not kept; their requests are answered as ever. */
  closing(): void;
  /** Answers all that is open with 503. */
  refuseAll(): void;
  stop(): void;
}

export interface GateTimes {
  /** Between two pings. */
  everyMs: number;
  /** A ping without an answer for so long shuts the gate. Callers are promised an answer within 5.5 s. */
  awayMs: number;
}

const TIMES: GateTimes = { everyMs: 500, awayMs: 3000 };
const RETRY_SECONDS = 5;

const away = () =>
  new AppError('database-unavailable', 503, 'The database does not answer at the moment: send this again.', {
    retryAfterSeconds: RETRY_SECONDS,
  });
const stopping = () =>
  new AppError('stopping', 503, 'The server is stopping: send this again.', { retryAfterSeconds: RETRY_SECONDS });

/** @param ping rejects, or stays open, while the database does not answer */
export function createGate({
  ping,
  onChange = () => undefined,
  times: { everyMs, awayMs } = TIMES,
}: {
  ping: () => Promise<unknown>;
  onChange?: (isOpen: boolean) => void;
  times?: GateTimes;
}): Gate {
  const waiting = new Map<Response, Request>();
  let [isOpen, isClosing, isStopped] = [true, false, false];

  const refuseAll = (error: () => AppError) => {
    for (const [res, req] of [...waiting]) {
      if (res.headersSent) continue;
      // Whatever its handler writes later must not meet the next request of this connection.
      res.setHeader('Connection', 'close');
      sendProblem(req, res, error());
    }
  };
  const turn = (open: boolean) => {
    if (open === isOpen || isStopped) return;
    isOpen = open;
    onChange(open);
    if (!open) refuseAll(away);
  };

  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    let isAnswered = false;
    // An event loop that was held up for long sees the time first and the answer after it.
    const late = setTimeout(() => setImmediate(() => !isAnswered && turn(false)), awayMs).unref();
    const done = (open: boolean) => {
      isAnswered = true;
      clearTimeout(late);
      turn(open);
      if (!isStopped) timer = setTimeout(watch, everyMs).unref();
    };
    ping().then(
      () => done(true),
      () => done(false),
    );
  };
  watch();

  return {
    handler(req, res, next) {
      if (isClosing) res.setHeader('Connection', 'close');
      if (!isOpen) {
        next(away());
        return;
      }
      waiting.set(res, req);
      res.once('close', () => waiting.delete(res));
      next();
    },
    isOpen: () => isOpen,
    closing() {
      isClosing = true;
    },
    refuseAll: () => refuseAll(stopping),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
