import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createGate, type Gate } from '../../../server/http/gate.ts';
import { handleErrors } from '../../../server/http/problems.ts';

let server: Server;
let gate: Gate;
let isThere = true;
let open: Response[] = [];
const changes: boolean[] = [];
afterEach(() => {
  gate.stop();
  server.closeAllConnections();
  server.close();
});

/** An app whose one path stays open; the database answers at once, or never. */
async function start(): Promise<string> {
  [isThere, open] = [true, []];
  changes.length = 0;
  const ping = () => (isThere ? Promise.resolve() : new Promise(() => undefined));
  gate = createGate({ ping, onChange: (is) => changes.push(is), times: { everyMs: 10, awayMs: 100 } });
  const app = express();
  app.use(gate.handler);
  app.get('/open', (_req, res) => {
    open.push(res);
  });
  app.get('/quick', (_req, res) => void res.json({}));
  app.use(handleErrors({ error: () => undefined } as never));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the gate before the API', () => {
  it('refuses what waits and what comes while the database is away', async () => {
    const url = await start();
    const waiting = fetch(`${url}/open`);
    await expect.poll(() => open.length).toBe(1);
    isThere = false;
    const refused = await waiting;
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('connection')]).toEqual([
      ...[503, '5', 'close'],
    ]);
    expect(await refused.json()).toMatchObject({ type: 'urn:reviewfinder:problem:database-unavailable' });
    expect((await fetch(`${url}/quick`)).status).toBe(503);
    expect([gate.isOpen(), changes]).toEqual([false, [false]]);
    // Its handler comes to its end later, and finds it answered.
    expect(open[0]?.writableEnded).toBe(true);
  });

  it('stays open while the event loop is held up and the database answers', async () => {
    await start();
    const end = performance.now() + 400;
    while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([gate.isOpen(), changes]).toEqual([true, []]);
  });

  it('has connections closed once the server is stopping, and refuses what is left', async () => {
    const url = await start();
    gate.closing();
    expect((await fetch(`${url}/quick`)).headers.get('connection')).toBe('close');
    const waiting = fetch(`${url}/open`);
    await expect.poll(() => open.length).toBe(1);
    gate.refuseAll();
    expect(await (await waiting).json()).toMatchObject({ type: 'urn:reviewfinder:problem:stopping' });
  });
});
