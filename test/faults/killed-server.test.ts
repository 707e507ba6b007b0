import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../server/webhooks/receiver.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { startServe } from '../support/run-cli.ts';

let database: TestDatabase;
let receiver: Receiver;
let children: ChildProcess[] = [];
beforeAll(async () => {
  [database, receiver] = await Promise.all([openTestDatabase('killed-server'), startReceiver()]);
});
afterAll(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  receiver.close();
  await database.close();
});

async function serve() {
  const started = await startServe({ MONGODB_URI: database.uri, WEBHOOK_ALLOW_PRIVATE: 'true' });
  children = [...children, started.child];
  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${started.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { ...started, post };
}

/** Leases are of 30 seconds. */
const LEASE = { timeout: 50_000, interval: 500 };

it('what a killed server was sending, and a request with a key that it was at, are taken up by another', async () => {
  const first = await serve();
  await first.post('/webhooks', { url: receiver.url, events: ['review.created'] });
  receiver.reply = 'hang';
  await first.post('/reviews', { product: 'told', text: 'Its arrival is told of, whatever is killed.' });
  await expect.poll(() => receiver.received.length, LEASE).toBe(1);
  const reviews = Array.from({ length: 1000 }, (_, n) => ({
    product: 'keyed',
    externalId: `k-${n}`,
    text: `Row ${n}.`,
  }));
  const keyed = { 'Idempotency-Key': 'of-a-killed-server' };
  const lost = first.post('/reviews', { reviews }, keyed).then(
    () => 'answered',
    () => 'lost',
  );
  const keys = database.connection.collection('idempotency_keys');
  await expect.poll(() => keys.countDocuments({ state: 'in-flight' })).toBe(1);
  const gone = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await gone;
  expect(await lost).toBe('lost');

  receiver.reply = 200;
  const second = await serve();
  const early = await second.post('/reviews', { reviews }, keyed);
  expect(early.status).toBe(409);
  expect(early.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  await expect.poll(async () => (await second.post('/reviews', { reviews }, keyed)).status, LEASE).toBe(200);
  const total = async () => {
    const answer = await fetch(`${second.url}/api/v1/reviews?product=keyed&limit=1`);
    return ((await answer.json()) as { total: number }).total;
  };
  expect(await total()).toBe(1000);

  const told = () => receiver.received.filter(({ json }) => json.data.reviews[0].product === 'told');
  await expect.poll(() => told().length, LEASE).toBe(2);
  expect(new Set(told().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const reviewIds = () =>
    receiver.received.flatMap(({ json }) => json.data.reviews.map(({ id }: { id: string }) => id));
  await expect.poll(() => new Set(reviewIds()).size, LEASE).toBe(1001);
}, 120_000);
