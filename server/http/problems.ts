import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Problem } from '../contract/problem.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  429: 'Too many requests',
  503: 'Not available now',
};

export const PROBLEM_TYPE = 'application/problem+json';

/** The problem document (RFC 9457) of a failure. */
export function toProblem(req: Request, error: AppError): Problem {
  return {
    type: `urn:reviewfinder:problem:${error.code}`,
    title: titles[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    instance: `urn:reviewfinder:request:${String(req.id)}`,
    ...(error.errors ? { errors: [...error.errors] } : {}),
    ...error.conflict,
  };
}

/** Sends a problem document; a HEAD request gets its headers only. */
export function sendProblem(req: Request, res: Response, error: AppError): void {
  const problem = toProblem(req, error);
  if (error.retryAfterSeconds !== undefined) res.setHeader('Retry-After', String(error.retryAfterSeconds));
  res.status(error.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

interface BodyParserError {
  type?: string;
  status?: number;
}

/** Failures of the body parser by their documented `type`. */
function fromBodyParser({ type, status }: BodyParserError): AppError | undefined {
  if (type === 'entity.too.large')
    return new AppError('body-too-large', 413, 'The body is larger than this path takes.');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new AppError('unsupported-encoding', 415, 'The body has an encoding that is not understood.');
  }
  if (type === 'entity.parse.failed') return new AppError('malformed-json', 400, 'The body is not well-formed JSON.');
  if (type === 'not-utf8') return new AppError('malformed-utf8', 400, 'The body holds bytes that are not UTF-8.');
  if (status !== undefined && status >= 400 && status < 500)
    return new AppError('bad-request', 400, 'The request could not be read.');
  return undefined;
}

/** Names of MongoDB's errors that say that it cannot be reached or does not answer. */
const isUnavailable = (error: Error) =>
  /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|Topology|WaitQueueTimeout)/.test(
    error.name,
  );

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof URIError) return new AppError('bad-request', 400, 'The path is not well-formed.');
  const parsed = typeof error === 'object' && error !== null ? fromBodyParser(error as BodyParserError) : undefined;
  if (parsed) return parsed;
  const isDatabase = error instanceof Error && isUnavailable(error);
  return new AppError(
    isDatabase ? 'database-unavailable' : 'failed',
    503,
    isDatabase
      ? 'The database does not answer at the moment.'
      : 'Something went wrong here. It is logged under the request id.',
    { cause: error, retryAfterSeconds: 5 },
  );
}

/** The one place where a failure becomes an answer. What the caller could not cause is logged with its cause. */
export const handleErrors =
  (log: Log): ErrorRequestHandler =>
  (error, req, res, next) => {
    // It was answered in another way meanwhile: see gate.ts.
    if (res.writableEnded) return;
    const known = toAppError(error);
    // A refusal that was meant (busy, away, stopping) has no cause: it is counted, and told once where it begins.
    if (known.status >= 500 && known.cause !== undefined)
      log.error({ err: known.cause, requestId: req.id }, 'request failed');
    if (res.headersSent) next(error);
    else sendProblem(req, res, known);
  };

export const handleUnknownPath: RequestHandler = (req, res) => {
  sendProblem(req, res, new AppError('not-found', 404, 'There is nothing at this path.'));
};
