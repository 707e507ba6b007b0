import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startServe } from '../../support/run-cli.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('stop');
});
afterAll(() => database.close());

const BODY = JSON.stringify({
  source: 's',
  externalId: 'half',
  product: 'cam',
  text: 'The app is slow and loses its connection.',
});
const HEAD = `POST /api/v1/reviews HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;

/** A connection, and all that came over it. */
async function open(url: string): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, heard: () => text };
}

describe('a server that is asked to stop', { timeout: 60_000 }, () => {
  it('says that it is not ready, answers what was half sent, refuses what does not come, and ends with 0', async () => {
    const { child, url } = await startServe({ MONGODB_URI: database.uri, LOG_LEVEL: 'error' });
    const [half, never, probe] = await Promise.all([open(url), open(url), open(url)]);
    for (const { socket } of [half, never]) socket.write(HEAD + BODY.slice(0, 20));
    await sleep(300);
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const asking = setInterval(() => probe.socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n'), 40);
    await expect.poll(probe.heard, { timeout: 5000 }).toMatch(/HTTP\/1\.1 503 /);
    clearInterval(asking);
    await sleep(1000);
    half.socket.write(BODY.slice(20));
    await expect.poll(half.heard, { timeout: 5000 }).toMatch(/^HTTP\/1\.1 201 [\s\S]*"result":"created"/);
    await expect.poll(never.heard, { timeout: 8000 }).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: \d/i);
    expect((await gone)[0]).toBe(0);
    expect(await database.connection.collection('reviews').countDocuments({ externalId: 'half' } as never)).toBe(1);
  });
});

describe('a server with a thousand connections, a hundred of them slow', { timeout: 120_000 }, () => {
  it('answers everybody else, and its health at once', async () => {
    const { child, url } = await startServe({ MONGODB_URI: database.uri, LOG_LEVEL: 'error' });
    try {
      const connections = await Promise.all(Array.from({ length: 1000 }, () => open(url)));
      for (const { socket } of connections.slice(0, 50)) socket.write(HEAD.slice(0, 30));
      for (const { socket } of connections.slice(50, 100)) socket.write(HEAD + BODY.slice(0, 5));
      const times: number[] = [];
      for (let n = 0; n < 40; n += 1) {
        const begin = performance.now();
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
        times.push(performance.now() - begin);
      }
      console.info(`/healthz: p95 ${times.sort((x, y) => x - y)[37]?.toFixed(0)} ms (wanted: 250 at most)`);
      const answer = await fetch(`${url}/api/v1/reviews`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: BODY.replace('half', 'among many'),
      });
      expect(answer.status).toBe(201);
      for (const { socket } of connections) socket.destroy();
    } finally {
      child.kill('SIGKILL');
    }
  });
});
