import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApiRouter } from '../../../server/http/api-router.ts';
import {
  type BackPressure,
  createBackPressure,
  type IntakeLimits,
  limitsFor,
} from '../../../server/http/back-pressure.ts';
import { operation } from '../../../server/http/operation.ts';
import { handleErrors } from '../../../server/http/problems.ts';
import { openAccess } from '../../support/open-access.ts';

const MB = 1024 * 1024;
const ROOMY: IntakeLimits = { bytes: 100 * MB, requests: 100, waitMs: 1e6, uploads: 100, lagMs: 60_000 };

let server: Server;
let pressure: BackPressure;
let refused: string[] = [];
let waiting: (() => void)[] = [];
afterEach(() => {
  pressure.stop();
  server.closeAllConnections();
  server.close();
});

/** An app whose operations stay at work until `finish`. */
async function start(limits: Partial<IntakeLimits>) {
  [refused, waiting] = [[], []];
  pressure = createBackPressure({ limits: { ...ROOMY, ...limits }, onRefused: (reason) => refused.push(reason) });
  const work = () =>
    new Promise<{ status: number; body: unknown }>((resolve) => {
      waiting.push(() => resolve({ status: 200, body: { ok: true } }));
    });
  const base = { access: 'ingest', method: 'post', tag: 't', summary: 's', answers: {} } as const;
  const operations = [
    operation({ ...base, id: 'reviews', path: '/reviews', intake: 'reviews', body: z.unknown(), handle: work }),
    operation({
      ...{ ...base, id: 'files', path: '/files', intake: 'upload', rawTypes: ['text/csv'] },
      handle: async ({ req }) => {
        for await (const _ of req);
        return work();
      },
    }),
    operation({
      ...{ ...base, id: 'other', path: '/other', body: z.unknown() },
      handle: async () => ({ status: 200, body: {} }),
    }),
  ];
  const app = express();
  app.use('/api/v1', createApiRouter(operations, { access: openAccess, backPressure: pressure }));
  app.use(handleErrors({ error: () => {} } as never));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1${path}`;
const json = { 'Content-Type': 'application/json' };
const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = json) =>
  fetch(url(path), { method: 'POST', headers, body: body as string });
const reviews = (count: number) => JSON.stringify({ reviews: Array.from({ length: count }, () => ({})) });
const atWork = (count: number) => expect.poll(() => waiting.length).toBe(count);
const finishAll = () => {
  for (const finish of waiting.splice(0)) finish();
};

describe('what is in flight is bounded', () => {
  it.each<[what: string, limits: Partial<IntakeLimits>, path: string, first: string[], next: string]>([
    ['requests', { requests: 2 }, '/reviews', ['{}', '{}'], '{}'],
    ['bytes', { bytes: 3000 }, '/reviews', [`"${'x'.repeat(2000)}"`], `"${'x'.repeat(1000)}"`],
    ['wait', { waitMs: 500 }, '/reviews', [reviews(300), reviews(250)], reviews(1)],
    ['uploads', { uploads: 1 }, '/files', ['text\na\n'], 'text\na\n'],
  ])('by %s: beyond it 503 with Retry-After, until something is done', async (what, limits, path, first, next) => {
    await start(limits);
    const headers = path === '/files' ? { 'Content-Type': 'text/csv' } : json;
    const done: Promise<Response>[] = [];
    for (const [index, body] of first.entries()) {
      done.push(post(path, body, headers));
      await atWork(index + 1);
    }
    const answer = await post(path, next, headers);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(await answer.json()).toMatchObject({ type: 'urn:reviewfinder:problem:busy', status: 503 });
    expect(refused).toEqual([what]);
    expect((await post('/other', '{}')).status).toBe(200);
    finishAll();
    expect((await Promise.all(done)).map(({ status }) => status)).toEqual(first.map(() => 200));
    const again = post(path, next, headers);
    await atWork(1);
    finishAll();
    expect((await again).status).toBe(200);
  });

  it('by the length that is announced, before anything of the body has come', async () => {
    await start({ bytes: 10 * MB });
    const slow = request(url('/reviews'), { method: 'POST', headers: { ...json, 'Content-Length': 9 * MB } });
    slow.on('error', () => {});
    slow.flushHeaders();
    const finishing = setInterval(finishAll, 20);
    const isTaken = async () => (await post('/reviews', `"${'x'.repeat(2 * MB)}"`)).status;
    await expect.poll(isTaken).toBe(503);
    slow.destroy();
    await expect.poll(isTaken).toBe(200);
    clearInterval(finishing);
  });

  it('by what a packed body holds, once that is known', async () => {
    await start({ bytes: 12 * MB });
    const bomb = post('/reviews', gzipSync(`"${'x'.repeat(11 * MB)}"`), { ...json, 'Content-Encoding': 'gzip' });
    await atWork(1);
    expect((await post('/reviews', `"${'x'.repeat(2 * MB)}"`)).status).toBe(503);
    finishAll();
    expect((await bomb).status).toBe(200);
  });

  it('also by what callers have left behind', async () => {
    await start({ requests: 1 });
    const gone = request(url('/reviews'), { method: 'POST', headers: json });
    gone.on('error', () => {});
    gone.end('{}');
    await atWork(1);
    gone.destroy();
    await new Promise((resolve) => gone.once('close', resolve));
    expect((await post('/reviews', '{}')).status).toBe(503);
    const finishing = setInterval(finishAll, 20);
    await expect.poll(async () => (await post('/reviews', '{}')).status).toBe(200);
    clearInterval(finishing);
  });

  it.each([
    ['malformed', '{"a":', json, 400],
    ['of another type', 'a=b', { 'Content-Type': 'text/plain' }, 415],
  ])('and a body that is %s gives its place back', async (_what, body, headers, status) => {
    await start({ requests: 1 });
    for (let round = 0; round < 3; round += 1) expect((await post('/reviews', body, headers)).status).toBe(status);
  });
});

it('works on three bodies at a time, and on the next as soon as one is done', async () => {
  await start({});
  const done = Array.from({ length: 5 }, () => post('/reviews', '{}'));
  await atWork(3);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(waiting.length).toBe(3);
  waiting.shift()?.();
  await atWork(3);
  expect((await post('/other', '{}')).status).toBe(200);
  const finishing = setInterval(finishAll, 20);
  expect((await Promise.all(done)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  clearInterval(finishing);
});

it('refuses the intake, and nothing else, while the event loop is late', async () => {
  await start({ lagMs: 100 });
  const until = Date.now() + 2500;
  const block = () => {
    const end = Date.now() + 300;
    while (Date.now() < end);
    if (Date.now() < until) setImmediate(block);
  };
  block();
  const finishing = setInterval(finishAll, 20);
  await expect.poll(async () => (await post('/reviews', '{}')).status, { timeout: 5000 }).toBe(503);
  expect(refused[0]).toBe('lag');
  expect((await post('/other', '{}')).status).toBe(200);
  const isBack = expect.poll(async () => (await post('/reviews', '{}')).status, { timeout: 8000, interval: 200 });
  await isBack.toBe(200);
  clearInterval(finishing);
});

it.each([
  [512 * MB, 32],
  [4096 * MB, 64],
  [64 * 1024 * MB, 256],
])('of %i bytes of memory it holds %i MB of bodies', (memory, megabytes) => {
  expect(limitsFor(memory).bytes).toBe(megabytes * MB);
});
