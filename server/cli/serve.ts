import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { actorName } from '../access/actor.ts';
import { apiOperations } from '../api-operations.ts';
import { createApp } from '../app.ts';
import { composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Probe } from '../db/create-probe.ts';
import { AppError } from '../errors.ts';
import { createBackPressure } from '../http/back-pressure.ts';
import { createGuards } from '../http/create-guards.ts';
import { createGate, type Gate } from '../http/gate.ts';
import { createIdempotency } from '../http/idempotency.ts';
import { createMetrics } from '../http/metrics.ts';
import type { Log } from '../log.ts';
import { createReadsFirst } from '../reads-first.ts';
import { packageVersion } from './package-version.ts';
import { serverGauges } from './server-gauges.ts';

/** Reviews whose look-up another server may still be at are left alone for this long. */
const LOOKUP_GRACE_MS = 30_000;

/** Longest time for one request to come in whole: a large file over a slow line. */
const UPLOAD_MS = 3_600_000;

/** Longer than balancers and clients keep an idle connection: who closes first must not cut a request that comes. */
const KEEP_ALIVE_MS = 65_000;

/** A database that starts beside the app, or is elected just now, is waited for. */
const WAIT_FOR_DATABASE_MS = 60_000;

/** How long requests are still taken after /readyz has said no. */
const DRAIN_MS = 500;

export interface RunningServer {
  url: string;
  /** Where the first admin is made, while sign-in is off; else undefined. */
  setUpUrl: string | undefined;
  /** Refuses new work, finishes what it accepted, and stops everything it started. */
  close(): Promise<void>;
}

/** Starts the app; answers when it takes requests. @throws AppError `port-in-use` and what composing throws */
export async function startServer({
  config,
  log,
  demo,
}: {
  config: Config;
  log: Log;
  demo: boolean;
}): Promise<RunningServer> {
  const metrics = createMetrics();
  const readsFirst = createReadsFirst();
  const core = await composeCore({
    ...{ config, log, waitMs: WAIT_FOR_DATABASE_MS },
    ...{ onTaken: metrics.countTaken, clear: readsFirst.clear },
  });
  const probe = core.probe();
  let isStopping = false;
  let gate: Gate | undefined;
  try {
    await core.access.requireSafeAddress();
    // The sample's texts are loaded only when they are wanted.
    if (demo) await (await import('./fill-demo.ts')).fillDemo({ core, log, now: () => new Date() });
    await core.takeIn.resumeLookups(new Date());
    const backPressure = createBackPressure({ onRefused: metrics.countRefused });
    const idempotency = createIdempotency({ store: core.idempotencyKeys, actor: actorName, now: () => new Date() });
    const { access, readSession } = createGuards({
      access: core.access,
      limits: core.limits,
      publicUrl: config.publicUrl,
    });
    const onChange = (isOpen: boolean) =>
      isOpen ? log.info('the database answers again') : log.error('the database does not answer');
    const opened = createGate({ ping: probe.ping, onChange });
    gate = opened;
    metrics.measure(serverGauges(core, backPressure, opened));
    const app = createApp({
      operations: apiOperations(core.services),
      version: packageVersion(),
      log,
      metrics,
      guards: { access, backPressure, readsFirst, idempotency },
      readSession,
      trustProxy: config.trustProxy,
      isOpen: core.access.isOpen,
      isSecure: config.publicUrl.startsWith('https:'),
      gate: opened.handler,
      clientDir: clientDir(),
      isReady: async () => !isStopping && opened.isOpen() && (await isAnswering(probe)),
    });
    const server = createServer(app);
    server.requestTimeout = UPLOAD_MS;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    await listen(server, config);
    core.services.imports.start();
    core.retagger.start();
    core.rescreener.start();
    core.erasures.start();
    core.secondLook.start();
    core.dispatcher.start();
    core.moderation.start();
    core.pulls.start();
    core.alerts.start();
    const sweep = setInterval(() => {
      core.takeIn
        .resumeLookups(new Date(Date.now() - LOOKUP_GRACE_MS))
        .catch((error: unknown) => log.warn({ err: error }, 'look-up not resumed'));
    }, LOOKUP_GRACE_MS);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    return {
      url,
      setUpUrl: (await core.access.isOpen())
        ? `${config.isPublicUrlGiven ? config.publicUrl : url}/setup#${await core.services.setUps.newToken()}`
        : undefined,
      async close() {
        isStopping = true;
        opened.closing();
        // Whoever sends requests here is told by /readyz, before connections are refused.
        await sleep(DRAIN_MS);
        clearInterval(sweep);
        backPressure.stop();
        // They end the event streams, which would hold the server open.
        await Promise.all([core.services.imports.stop(), core.moderation.stopEvents(), closeServer(server, opened)]);
        opened.stop();
        await probe.close();
        await core.close();
      },
    };
  } catch (error) {
    gate?.stop();
    await probe.close();
    await core.close();
    throw error;
  }
}

/** `dist/client`, both from the source and from dist. */
const clientDir = () =>
  fileURLToPath(
    new URL(import.meta.url.includes('/dist/') ? '../../client' : '../../dist/client', import.meta.url),
  ).replace(/\/$/, '');

const READY_MS = 2000;

async function isAnswering(probe: Probe): Promise<boolean> {
  const tooLate = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), READY_MS).unref();
  });
  return Promise.race([
    probe.ping().then(
      () => true,
      () => false,
    ),
    tooLate,
  ]);
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE';
      reject(
        new AppError(
          isTaken ? 'port-in-use' : 'cannot-listen',
          503,
          isTaken
            ? `Port ${port} on ${host} is in use: set PORT to a free one.`
            : `Cannot listen on ${host}:${port}: ${cause.message}.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Time for open requests; what has not come in whole until then is refused, and event streams are cut. */
const GRACE_MS = 5000;
/** For the refusals to go out. */
const LAST_MS = 200;

function closeServer(server: Server, gate: Gate): Promise<void> {
  return new Promise((resolve) => {
    let last: NodeJS.Timeout | undefined;
    const cut = setTimeout(() => {
      gate.refuseAll();
      last = setTimeout(() => server.closeAllConnections(), LAST_MS);
    }, GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });
}
