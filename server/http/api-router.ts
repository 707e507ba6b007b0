import { isUtf8 } from 'node:buffer';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { AppError } from '../errors.ts';
import type { Operation } from './operation.ts';
import { parseRequest } from './parse-request.ts';
import { sendProblem } from './problems.ts';

/** Largest JSON body: a batch of 1000 long reviews fits. */
const MAX_BODY = '16mb';

const refuseBrokenUtf8 = (_req: unknown, _res: unknown, body: Buffer) => {
  if (!isUtf8(body)) throw Object.assign(new Error('not UTF-8'), { type: 'not-utf8' });
};

const readJson = json({ limit: MAX_BODY, strict: false, type: 'application/json', verify: refuseBrokenUtf8 });

const requireJson: RequestHandler = (req, res, next) => {
  if (req.is('application/json')) readJson(req, res, next);
  else next(new AppError('unsupported-media-type', 415, 'Send the body as application/json.'));
};

const requireRaw =
  (types: readonly string[]): RequestHandler =>
  (req, _res, next) => {
    const isEncoded = req.headers['content-encoding'] !== undefined && req.headers['content-encoding'] !== 'identity';
    if (isEncoded) next(new AppError('unsupported-encoding', 415, 'Send the body without a content encoding.'));
    else if (req.is([...types])) next();
    else next(new AppError('unsupported-media-type', 415, `Send the body as one of ${types.join(', ')}.`));
  };

const answerWith =
  (spec: Operation): RequestHandler =>
  async (req, res) => {
    const answer = await spec.handle({
      ...parseRequest(req, { ...spec, body: spec.branchOf?.(req.body) ?? spec.body }),
      req,
      res,
    });
    if (!answer) return;
    if (answer.headers) res.set(answer.headers);
    if (typeof answer.body === 'string') res.status(answer.status).send(answer.body);
    else res.status(answer.status).json(answer.body);
  };

const refuseMethod = (allowed: readonly string[]) => (req: Request, res: Response) => {
  res.setHeader('Allow', allowed.join(', '));
  sendProblem(req, res, new AppError('method-not-allowed', 405, `This path takes ${allowed.join(', ')}.`));
};

/** Routes for all operations; a path that is known with another method answers 405 and names the right ones. */
export function createApiRouter(operations: readonly Operation[]): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  const paths = new Map<string, Operation[]>();
  for (const spec of operations) paths.set(spec.path, [...(paths.get(spec.path) ?? []), spec]);
  for (const [path, specs] of paths) {
    const route = router.route(path.replace(/\{([a-z]+)\}/gi, ':$1'));
    for (const spec of specs) {
      const readers = spec.body ? [requireJson] : spec.rawTypes ? [requireRaw(spec.rawTypes)] : [];
      route[spec.method](...readers, answerWith(spec));
    }
    const methods = specs.map((spec) => spec.method.toUpperCase());
    route.all(
      refuseMethod(
        methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET')] : methods,
      ),
    );
  }
  return router;
}
