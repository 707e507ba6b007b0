import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { actAs } from '../access/actor.ts';
import { AppError } from '../errors.ts';
import type { ReadsFirst } from '../reads-first.ts';
import type { AccessGuard } from './access-guard.ts';
import type { BackPressure } from './back-pressure.ts';
import { hasIdempotencyKey, type Idempotency, noteBody, type SentAnswer } from './idempotency.ts';
import type { Answer, Operation } from './operation.ts';
import { parseRequest } from './parse-request.ts';
import { PROBLEM_TYPE, sendProblem, toProblem } from './problems.ts';

/** What stands between the requests and the operations that ask for it. */
export interface ApiGuards {
  access: AccessGuard;
  idempotency?: Idempotency | undefined;
  backPressure?: BackPressure | undefined;
  readsFirst?: Pick<ReadsFirst, 'during'> | undefined;
}

/** Largest JSON body: a batch of 1000 long reviews fits. */
const MAX_BODY = '16mb';

const BOM = Buffer.from('\ufeff');

const readJson = ({ backPressure }: Pick<ApiGuards, 'backPressure'>): RequestHandler => {
  const read = json({
    limit: MAX_BODY,
    strict: false,
    type: 'application/json',
    verify: (req: IncomingMessage, _res, body) => {
      if (!isUtf8(body)) throw Object.assign(new Error('not UTF-8'), { type: 'not-utf8' });
      // What is nothing, a byte order mark apart, would be taken for an empty object.
      if (body.byteLength === 0 || (body.byteLength === BOM.byteLength && body.equals(BOM)))
        throw Object.assign(new Error('no JSON'), { type: 'entity.parse.failed' });
      backPressure?.weigh(req, { bytes: body.byteLength });
      noteBody(req, body);
    },
  });
  return (req, res, next) => {
    if (req.is('application/json')) read(req, res, next);
    else next(new AppError('unsupported-media-type', 415, 'Send the body as application/json.'));
  };
};

const requireRaw =
  (types: readonly string[]): RequestHandler =>
  (req, _res, next) => {
    const isEncoded = req.headers['content-encoding'] !== undefined && req.headers['content-encoding'] !== 'identity';
    if (isEncoded) next(new AppError('unsupported-encoding', 415, 'Send the body without a content encoding.'));
    else if (req.is([...types])) next();
    else next(new AppError('unsupported-media-type', 415, `Send the body as one of ${types.join(', ')}.`));
  };

const carryOut = (spec: Operation, req: Request, res: Response): Promise<Answer | undefined> =>
  spec.handle({ ...parseRequest(req, { ...spec, body: spec.branchOf?.(req.body) ?? spec.body }), req, res });

/** The answer, or the refusal, as it goes out, so that it can be kept and given again as it is. */
async function renderAnswer(spec: Operation, req: Request, res: Response): Promise<SentAnswer> {
  try {
    const answer = await carryOut(spec, req, res);
    if (!answer) throw new Error(`${spec.id} streams its answer, which cannot be kept`);
    const isText = typeof answer.body === 'string';
    return {
      status: answer.status,
      headers: { 'Content-Type': isText ? 'text/plain' : 'application/json; charset=utf-8', ...answer.headers },
      body: Buffer.from(isText ? (answer.body as string) : (JSON.stringify(answer.body) ?? '')),
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return {
      status: error.status,
      headers: {
        'Content-Type': PROBLEM_TYPE,
        ...(error.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(error.retryAfterSeconds) }),
      },
      body: Buffer.from(JSON.stringify(toProblem(req, error))),
    };
  }
}

const isEventStream = (spec: Operation) => spec.answers[200]?.otherTypes?.includes('text/event-stream') === true;

const answerWith =
  (spec: Operation, { access, idempotency, backPressure, readsFirst }: ApiGuards): RequestHandler =>
  async (req, res) => {
    const answerOnce = async () => {
      if (spec.idempotent && idempotency && hasIdempotencyKey(req)) {
        const isRaw = spec.rawTypes !== undefined;
        const sent = await idempotency.answer(req, isRaw, () => renderAnswer(spec, req, res));
        res.status(sent.status).set(sent.headers).send(Buffer.from(sent.body));
        return;
      }
      const answer = await carryOut(spec, req, res);
      if (!answer) return;
      if (answer.headers) res.set(answer.headers);
      res.status(answer.status);
      if (answer.body === undefined) res.end();
      else if (typeof answer.body === 'string') res.send(answer.body);
      else res.json(answer.body);
    };
    if (isEventStream(spec)) access.endWithAccess(req, res, spec.access);
    const answerAsCaller = () => actAs(access.callerOf(req), answerOnce);
    if (!spec.intake) return readsFirst ? readsFirst.during(answerAsCaller) : answerAsCaller();
    if (!backPressure) return answerAsCaller();
    const reviews: unknown = req.body?.reviews;
    if (spec.body) backPressure.weigh(req, { reviews: Array.isArray(reviews) ? reviews.length : 1 });
    return backPressure.during(req, answerAsCaller);
  };

const refuseMethod = (allowed: readonly string[]) => (req: Request, res: Response) => {
  res.setHeader('Allow', allowed.join(', '));
  sendProblem(req, res, new AppError('method-not-allowed', 405, `This path takes ${allowed.join(', ')}.`));
};

const readersOf = (spec: Operation, guards: ApiGuards, readBody: RequestHandler): RequestHandler[] => [
  guards.access.admit(spec.access),
  ...(spec.intake && guards.backPressure ? [guards.backPressure.admit(spec.intake)] : []),
  ...(spec.body ? [readBody] : []),
  ...(spec.rawTypes ? [requireRaw(spec.rawTypes)] : []),
];

/** Routes for all operations, each behind the guard of who may ask for it; a path that is known with another method answers 405 and names the right ones. */
export function createApiRouter(operations: readonly Operation[], guards: ApiGuards): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  const readBody = readJson(guards);
  const paths = new Map<string, Operation[]>();
  for (const spec of operations) paths.set(spec.path, [...(paths.get(spec.path) ?? []), spec]);
  for (const [path, specs] of paths) {
    const route = router.route(path.replace(/\{([a-z]+)\}/gi, ':$1'));
    for (const spec of specs) route[spec.method](...readersOf(spec, guards, readBody), answerWith(spec, guards));
    const methods = specs.map((spec) => spec.method.toUpperCase());
    route.all(
      refuseMethod(
        methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET')] : methods,
      ),
    );
  }
  return router;
}
