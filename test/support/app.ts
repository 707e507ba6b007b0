import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { inject } from 'vitest';
import { actorName } from '../../server/access/actor.ts';
import type { WorkerPool } from '../../server/analysis/worker-pool.ts';
import { apiOperations } from '../../server/api-operations.ts';
import { createApp } from '../../server/app.ts';
import { type Core, composeCore } from '../../server/compose.ts';
import { loadConfig } from '../../server/config.ts';
import { createGuards } from '../../server/http/create-guards.ts';
import { createIdempotency } from '../../server/http/idempotency.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { createLog } from '../../server/log.ts';

export interface TestApp {
  app: Express;
  core: Core;
  /** Where the app listens, on a free port. */
  url: string;
  /** The MongoDB address of its database. */
  uri: string;
  close(): Promise<void>;
}

/** The whole app on a database of its own, on the MongoDB of the test run. `now` sets its clock, `env` the rest of its environment, `workers` what analyses. */
export async function startTestApp(
  name: string,
  { now, env = {}, workers }: { now?: () => Date; env?: Readonly<Record<string, string>>; workers?: WorkerPool } = {},
): Promise<TestApp> {
  const url = new URL(inject('mongoUri'));
  url.pathname = `/${name.slice(0, 40)}-${randomUUID().slice(0, 8)}`;
  const config = loadConfig({ MONGODB_URI: url.href, PORT: '0', LOG_LEVEL: 'silent', ...env });
  const log = createLog(config);
  const core = await composeCore({ config, log, ...(now ? { now } : {}), ...(workers ? { workers } : {}) });
  const { access, readSession } = createGuards({
    access: core.access,
    limits: core.limits,
    publicUrl: config.publicUrl,
  });
  const app = createApp({
    operations: apiOperations(core.services),
    version: '0.0.0',
    log,
    metrics: createMetrics(),
    readSession,
    trustProxy: config.trustProxy,
    isOpen: core.access.isOpen,
    isSecure: config.publicUrl.startsWith('https:'),
    guards: {
      access,
      idempotency: createIdempotency({
        store: core.idempotencyKeys,
        actor: actorName,
        now: now ?? (() => new Date()),
      }),
    },
    clientDir: fileURLToPath(new URL('../../dist/client', import.meta.url)),
    isReady: async () => true,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  core.services.imports.start();
  core.retagger.start();
  core.rescreener.start();
  core.erasures.start();
  core.dispatcher.start();
  core.pulls.start();
  const { port } = server.address() as AddressInfo;
  return {
    app,
    core,
    url: `http://127.0.0.1:${port}`,
    uri: url.href,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await core.dropDatabase();
      await core.close();
    },
  };
}
