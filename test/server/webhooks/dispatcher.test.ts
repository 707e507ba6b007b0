import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTransact } from '../../../server/db/transaction.ts';
import { type OutboundAnswer, OutboundFailure, type SendRequest } from '../../../server/outbound/outbound-request.ts';
import {
  createDeliveryStore,
  type DeliveryStore,
  type StoredDelivery,
} from '../../../server/webhooks/delivery-store.ts';
import { createDispatcher, type Dispatcher } from '../../../server/webhooks/dispatcher.ts';
import { createOutbox } from '../../../server/webhooks/outbox.ts';
import { createOutboxStore } from '../../../server/webhooks/outbox-store.ts';
import { createTryDelivery } from '../../../server/webhooks/try-delivery.ts';
import { createWebhookStore, type StoredWebhook } from '../../../server/webhooks/webhook-store.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let clock = 0;
const now = () => new Date(clock);
let running: Dispatcher[] = [];

const storesOn = ({ connection }: TestDatabase) => ({
  webhooks: createWebhookStore(connection),
  deliveries: createDeliveryStore(connection),
  outbox: createOutboxStore(connection),
  transact: createTransact(connection),
});

beforeAll(async () => {
  database = await openTestDatabase('dispatcher');
  stores = storesOn(database);
  for (const store of [stores.webhooks, stores.deliveries, stores.outbox]) await store.prepare();
});
afterAll(() => database.close());
beforeEach(() => {
  clock = Date.parse('2026-05-01T10:00:00Z');
});
afterEach(async () => {
  await Promise.all(running.map((dispatcher) => dispatcher.stop()));
  running = [];
  for (const name of ['webhooks', 'deliveries', 'outbox']) await database.connection.collection(name).deleteMany({});
});

const hook = (id: number, more: Partial<StoredWebhook> = {}): StoredWebhook => ({
  ...{ _id: id, url: `https://example.com/${id}`, events: ['decision.made'], description: null, active: true },
  ...{ secrets: [{ secret: 'whsec_AAAA', until: null }], offReason: null, failingSince: null, lastAttempt: null },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
  ...more,
});

/** What is sent, and what it is answered: a status, a failure, or nothing. */
type Reply = number | 'unreachable' | 'hang';
interface Sent {
  url: string;
  event: string;
}
const answer = (status: number): OutboundAnswer => ({
  ...{ status, headers: {}, close: () => {} },
  chunks: (async function* () {})(),
});
const sender =
  (sent: Sent[], reply: (at: number, url: string) => Reply): SendRequest =>
  async ({ url, headers, signal }) => {
    sent.push({ url, event: headers['webhook-id'] ?? '' });
    const what = reply(sent.length, url);
    if (what === 'unreachable') throw new OutboundFailure('The connection was refused.');
    if (what === 'hang')
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    return answer(what);
  };

function start(send: SendRequest, { isBuildable = true, isDead = () => false as boolean } = {}): Dispatcher {
  const { webhooks, outbox } = stores;
  const claim: DeliveryStore['claim'] = async (lease) => (isDead() ? null : stores.deliveries.claim(lease));
  const deliveries = { ...stores.deliveries, claim };
  const tryDelivery = createTryDelivery({
    ...{ deliveries, webhooks, now, random: () => 0.5, send },
    buildPayload: async ({ event }) => (isBuildable ? `{"id":"${event}"}` : undefined),
  });
  const log = { warn: () => undefined };
  const dispatcher = createDispatcher({ webhooks, outbox, deliveries, tryDelivery, now, log, pollMs: 10 });
  running.push(dispatcher);
  dispatcher.start();
  return dispatcher;
}

const outboxOf = () => createOutbox({ store: stores.outbox, webhooks: stores.webhooks, now });
/** Notes `count` decisions in transactions of their own. */
async function happen(count = 1): Promise<void> {
  const outbox = outboxOf();
  for (let n = 0; n < count; n += 1) await stores.transact((session) => outbox.decided('decision.made', n, session));
}
const deliveries = () => database.connection.collection('deliveries').find().sort({ event: 1 }).toArray();
const onlyDelivery = async () => (await deliveries())[0];
const nextTry = async () => ((await onlyDelivery()) as unknown as StoredDelivery).nextAt.getTime();

describe('the outbox', () => {
  it('has nothing of what was rolled back', async () => {
    await stores.webhooks.add(hook(1));
    const outbox = outboxOf();
    const rolledBack = stores.transact(async (session) => {
      await outbox.decided('decision.made', 7, session);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await database.connection.collection('outbox').countDocuments()).toBe(0);
  });

  it('has one row of a transaction that had to start again', async () => {
    await stores.webhooks.add(hook(1));
    const outbox = outboxOf();
    const conflicting = database.connection.collection('conflicts');
    await conflicting.insertOne({ _id: 'x' as never, n: 0 });
    let attempts = 0;
    await stores.transact(async (session) => {
      attempts += 1;
      await outbox.decided('decision.made', 7, session);
      if (attempts === 1) {
        await conflicting.findOne({ _id: 'x' as never }, { session });
        await conflicting.updateOne({ _id: 'x' as never }, { $inc: { n: 1 } });
      }
      await conflicting.updateOne({ _id: 'x' as never }, { $inc: { n: 1 } }, { session });
    });
    expect(attempts).toBe(2);
    expect(await database.connection.collection('outbox').countDocuments()).toBe(1);
  });

  it.each([
    ['no webhook', []],
    ['only one that is off', [hook(1, { active: false })]],
    ['only one for another event', [hook(1, { events: ['review.created'] })]],
  ])('has nothing where there is %s', async (_what, hooks) => {
    for (const one of hooks) await stores.webhooks.add(one);
    await happen();
    expect(await database.connection.collection('outbox').countDocuments()).toBe(0);
  });

  it('learns of a webhook of another server within two seconds', async () => {
    const outbox = outboxOf();
    const note = () => stores.transact((session) => outbox.decided('decision.made', 1, session));
    await note();
    await stores.webhooks.add(hook(1));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await note();
    expect(await database.connection.collection('outbox').countDocuments()).toBe(1);
  });
});

describe('a delivery', () => {
  it('is made once to each webhook that wants the event, also by two servers at once', async () => {
    await stores.webhooks.add(hook(1));
    await stores.webhooks.add(hook(2));
    await stores.webhooks.add(hook(3, { events: ['review.created'] }));
    await happen(20);
    const sent: Sent[] = [];
    start(sender(sent, () => 200));
    start(sender(sent, () => 200));
    await expect.poll(async () => (await deliveries()).filter(({ state }) => state === 'delivered').length).toBe(40);
    expect(new Set(sent.map(({ url, event }) => `${url} ${event}`)).size).toBe(40);
    expect(sent).toHaveLength(40);
  });

  it('that a killed server was at is made by another, with the same event', async () => {
    await stores.webhooks.add(hook(1));
    await happen();
    const [before, after]: Sent[][] = [[], []];
    // A server that is killed releases nothing: this one stays in the middle of its try, and takes up nothing more.
    start(
      sender(before!, () => 'hang'),
      { isDead: () => before!.length > 0 },
    );
    await expect.poll(() => before!.length).toBe(1);
    start(sender(after!, () => 200));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(after).toHaveLength(0);
    clock += 31_000;
    await expect.poll(() => after!.length).toBe(1);
    expect(after).toEqual(before);
    await expect.poll(onlyDelivery).toMatchObject({ state: 'delivered', tries: 2, attempts: [{ status: 200 }] });
  });

  it('of a server that stops is given back at once, and the try does not count', async () => {
    await stores.webhooks.add(hook(1));
    await happen();
    const sent: Sent[] = [];
    const stopped = start(sender(sent, () => 'hang'));
    await expect.poll(() => sent.length).toBe(1);
    await stopped.stop();
    expect(await onlyDelivery()).toMatchObject({ state: 'waiting', tries: 0, attempts: [], owner: null });
    start(sender(sent, () => 200));
    await expect.poll(() => sent.length).toBe(2);
  });

  it('is tried eight times, ever more seldom, and then given up', async () => {
    await stores.webhooks.add(hook(1));
    await happen();
    const sent: Sent[] = [];
    start(sender(sent, (at) => (at % 2 ? 500 : 'unreachable')));
    for (let tries = 1; tries < 8; tries += 1) {
      await expect.poll(onlyDelivery).toMatchObject({ state: 'waiting', tries, owner: null });
      const next = await nextTry();
      clock = next - 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(sent).toHaveLength(tries);
      clock = next;
    }
    await expect.poll(onlyDelivery).toMatchObject({ state: 'failed', tries: 8 });
    expect((await onlyDelivery())?.['attempts'].map((one: { error: string }) => one.error)).toEqual(
      Array.from({ length: 8 }, (_, at) => (at % 2 ? 'The connection was refused.' : 'The receiver answered 500.')),
    );
    expect(clock - Date.parse('2026-05-01T10:00:00Z')).toBeGreaterThan(22 * 60 * MINUTE);
  });

  it('that comes through ends the failing of its webhook', async () => {
    await stores.webhooks.add(hook(1));
    await happen();
    start(sender([], (at) => (at === 1 ? 500 : 204)));
    await expect.poll(() => stores.webhooks.byId(1)).toMatchObject({ failingSince: now() });
    await expect.poll(onlyDelivery).toMatchObject({ owner: null, state: 'waiting' });
    clock += MINUTE;
    await expect
      .poll(() => stores.webhooks.byId(1))
      .toMatchObject({ failingSince: null, lastAttempt: { status: 204 } });
  });

  it('of which nothing is left is not sent', async () => {
    await stores.webhooks.add(hook(1));
    await happen();
    const sent: Sent[] = [];
    start(
      sender(sent, () => 200),
      { isBuildable: false },
    );
    await expect.poll(onlyDelivery).toMatchObject({ state: 'failed' });
    expect(sent).toHaveLength(0);
    expect(await stores.webhooks.byId(1)).toMatchObject({ failingSince: null });
  });
});

describe('a webhook', () => {
  it('whose receiver is gone for good is switched off', async () => {
    await stores.webhooks.add(hook(1));
    await happen(3);
    const sent: Sent[] = [];
    start(sender(sent, () => 410));
    await expect
      .poll(() => stores.webhooks.byId(1))
      .toMatchObject({ active: false, offReason: expect.stringContaining('410') });
    const tried = sent.length;
    clock += DAY;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toHaveLength(tried);
  });

  it('that has failed for five days is switched off, and says since when', async () => {
    await stores.webhooks.add(hook(1, { failingSince: new Date(clock - 5 * DAY + 1) }));
    await happen();
    start(sender([], () => 503));
    await expect.poll(onlyDelivery).toMatchObject({ owner: null, tries: 1 });
    expect(await stores.webhooks.byId(1)).toMatchObject({ active: true });
    clock += MINUTE;
    await expect
      .poll(() => stores.webhooks.byId(1))
      .toMatchObject({
        active: false,
        offReason: 'No delivery has come through since 2026-04-26T10:00:00.001Z.',
      });
  });

  it('that does not answer keeps nothing from the others', async () => {
    await stores.webhooks.add(hook(1));
    await stores.webhooks.add(hook(2));
    await happen(30);
    const sent: Sent[] = [];
    start(sender(sent, (_at, url) => (url.endsWith('/1') ? 'hang' : 200)));
    await expect.poll(() => sent.filter(({ url }) => url.endsWith('/2')).length).toBe(30);
    expect(sent.filter(({ url }) => url.endsWith('/1'))).toHaveLength(4);
  });

  it('gets nothing from before it was there', async () => {
    await stores.webhooks.add(hook(1));
    await happen();
    await stores.webhooks.add(hook(2, { createdAt: new Date(clock + 1) }));
    const sent: Sent[] = [];
    start(sender(sent, () => 200));
    await expect.poll(() => sent.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent.map(({ url }) => url)).toEqual(['https://example.com/1']);
  });
});
