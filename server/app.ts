import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { withoutPersonalParts } from './access/mask-personal.ts';
import { renderApiDocs } from './http/api-docs.ts';
import { type ApiGuards, createApiRouter } from './http/api-router.ts';
import type { Metrics } from './http/metrics.ts';
import { buildOpenApi, withoutSignIn } from './http/openapi.ts';
import type { Operation } from './http/operation.ts';
import { handleErrors, handleUnknownPath } from './http/problems.ts';
import type { Log } from './log.ts';
import { withRequestId } from './request-id.ts';

export interface AppDeps {
  operations: readonly Operation[];
  version: string;
  log: Log;
  metrics: Metrics;
  guards: ApiGuards;
  /** Reads the session of a request. */
  readSession: RequestHandler;
  /** Whose word on the address of a caller counts: Express's `trust proxy`. */
  trustProxy: false | number | readonly string[];
  /** Whether there is no user yet, so that nobody has to sign in. */
  isOpen: () => Promise<boolean>;
  /** Whether browsers are to come by TLS only. */
  isSecure: boolean;
  /** Before every request of the API: see http/gate.ts. */
  gate?: RequestHandler;
  /** Folder of the built client. */
  clientDir: string;
  /** Whether the server takes work: false while it starts, stops, or misses its database. */
  isReady: () => Promise<boolean>;
}

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  objectSrc: ["'none'"],
  // The preview of a mail, which has a policy of its own.
  frameSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
};

const readMethodsOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') next();
  else {
    res.setHeader('Allow', 'GET, HEAD');
    handleUnknownPath(req, res, next);
  }
};

/** What opens something stands in no log: the token of a share link, a provider's code, an API key where it has no place. */
const withoutToken = (url: string): string =>
  url
    .replace(/\/shared\/[^/?]+/, '/shared/[token]')
    .replace(/\/openid\/callback\?.*/, '/openid/callback?[code]')
    .replaceAll(/rvf_[A-Za-z0-9_-]+/g, '[key]');

/** The HTTP app, in the order a request passes through it. Does no I/O by itself. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  const openApi = buildOpenApi(deps.operations, deps.version);
  const openApiWithoutSignIn = withoutSignIn(openApi);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustProxy);
  app.use(
    pinoHttp({
      logger: deps.log,
      genReqId: () => randomUUID(),
      autoLogging: { ignore: (req) => req.url === '/healthz' || req.url === '/readyz' },
      customLogLevel: (_req, res) => (res.statusCode >= 500 && res.statusCode !== 503 ? 'error' : 'debug'),
      serializers: {
        req: ({ id, method, url }) => ({ id, method, url: withoutPersonalParts(withoutToken(url)) }),
        res: ({ statusCode }) => ({ statusCode }),
      },
    }),
  );
  app.use((req, res, next) => {
    res.setHeader('X-Request-Id', String(req.id));
    withRequestId(String(req.id), next);
  });
  app.use(deps.metrics.observe);
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: policy },
      strictTransportSecurity: deps.isSecure,
    }),
  );

  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.get('/readyz', async (_req, res) => {
    const isReady = await deps.isReady();
    res.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  app.get('/metrics', deps.readSession, deps.guards.access.admit('metrics'), async (_req, res) => {
    res.type(deps.metrics.contentType).send(await deps.metrics.render());
  });
  app.get('/api/openapi.json', async (_req, res) => {
    res.json((await deps.isOpen()) ? openApiWithoutSignIn : openApi);
  });
  app.get('/api/docs', (_req, res) => {
    res.type('html').send(renderApiDocs(deps.operations, deps.version));
  });
  if (deps.gate) app.use('/api/v1', deps.gate);
  app.use('/api/v1', deps.readSession, createApiRouter(deps.operations, deps.guards));
  app.use('/api', handleUnknownPath);

  app.use(readMethodsOnly);
  app.use('/assets', express.static(`${deps.clientDir}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(deps.clientDir, { index: 'index.html' }));
  // Any other path without a dot is a page of the client, which says itself when it does not know it.
  app.get('/*splat', (req, res, next) => {
    if (req.path.includes('.')) next();
    else res.sendFile('index.html', { root: deps.clientDir });
  });
  app.use(handleUnknownPath);
  app.use(handleErrors(deps.log));
  return app;
}
