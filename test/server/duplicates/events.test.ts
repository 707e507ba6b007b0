import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';
import type { Bulk } from '../../../server/contract/moderation-bulk.ts';
import type { QueueEvent } from '../../../server/contract/moderation-events.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startServe } from '../../support/run-cli.ts';
import { textOf } from './moderate.ts';

let database: TestDatabase;
let servers: { child: ChildProcess; url: string }[] = [];
beforeAll(async () => {
  database = await openTestDatabase('events');
  servers = await Promise.all([1, 2].map(() => startServe({ MONGODB_URI: database.uri })));
});
afterAll(async () => {
  for (const { child } of servers) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await database.close();
});

const call = async <T>(server: number, method: string, path: string, body?: object) => {
  const answer = await fetch(`${servers[server]?.url}/api/v1${path}`, {
    method,
    ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T };
};
const cluster = async (n: number) => {
  const reviews = [0, 1].map((at) => ({ source: 's', externalId: `${n}-${at}`, product: 'cam', text: textOf(n) }));
  for (const review of reviews) await call(0, 'POST', '/reviews', review);
  const { body } = await call<{ items: { reviews: unknown; cluster: string }[] }>(0, 'GET', '/reviews?limit=1');
  return body.items[0]?.cluster as string;
};

/** Listens at a server; `next` answers the next event of a type about a cluster. */
async function listen(server: number) {
  const gone = new AbortController();
  const answer = await fetch(`${servers[server]?.url}/api/v1/duplicates/events`, { signal: gone.signal });
  const events: QueueEvent[] = [];
  let wake = () => {};
  const ended = (async () => {
    let text = '';
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const found = /^event: (\w+)\ndata: (.*)$/.exec(message);
        if (!found) continue;
        const event = JSON.parse(found[2] as string) as QueueEvent;
        expect(event.type).toBe(found[1]);
        events.push(event);
        wake();
      }
    }
  })();
  ended.catch(() => undefined);
  const next = async (type: QueueEvent['type'], id?: string, timeoutMs = 2000): Promise<QueueEvent> => {
    const late = performance.now() + timeoutMs;
    for (;;) {
      const at = events.findIndex(
        (event) => event.type === type && (!id || ('cluster' in event && event.cluster === id)),
      );
      if (at >= 0) return events.splice(at, 1)[0] as QueueEvent;
      if (performance.now() > late) throw new Error(`no ${type} in time; there are ${JSON.stringify(events)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  await next('ready', undefined, 10_000);
  return { next, ended, close: () => gone.abort() };
}

describe('events', () => {
  it('tell at each server within two seconds what happens at another', async () => {
    const [near, far] = [await listen(0), await listen(1)];
    const id = await cluster(3001);
    for (const { next } of [near, far])
      expect(await next('arrived', id)).toEqual({ type: 'arrived', cluster: id, version: 1, isNew: true });

    const claim = await call<{ until: string }>(0, 'PUT', `/duplicates/${id}/claim`, {});
    expect(await far.next('claimed', id)).toMatchObject({ actor: 'Local user', until: claim.body.until, mine: true });
    await call(0, 'DELETE', `/duplicates/${id}/claim`);
    await far.next('released', id);

    const { version } = (await call<ClusterDetail>(1, 'GET', `/duplicates/${id}`)).body;
    const decided = await call<{ id: string }>(0, 'POST', `/duplicates/${id}/decisions`, {
      ...{ action: 'not_duplicates', version },
    });
    for (const { next } of [near, far]) {
      expect(await next('decided', id)).toMatchObject({
        ...{ decision: decided.body.id, version: version + 1, action: 'not_duplicates', actor: 'Local user' },
      });
    }
    await call(0, 'POST', `/decisions/${decided.body.id}/undo`);
    expect(await far.next('undone', id)).toMatchObject({ decision: decided.body.id, version: expect.any(Number) });
    expect(await far.next('arrived', id)).toMatchObject({ isNew: false });
    near.close();
    far.close();
  });

  it('end when the server stops, and a bulk that it was killed in is finished by the other', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 40; n += 1) ids.push(await cluster(3100 + n));
    const far = await listen(1);
    const bulk = call<Bulk>(0, 'POST', '/duplicates/decisions', {
      ids,
      action: 'not_duplicates',
      expected: ids.length,
    });
    bulk.catch(() => undefined); // it is killed
    await far.next('decided', ids[2], 10_000);
    servers[0]?.child.kill('SIGKILL');
    const rows = database.connection.collection('bulk_rows');
    expect(await rows.countDocuments({ result: 'waiting' })).toBeGreaterThan(0);
    let body: Bulk | undefined;
    while (body?.state !== 'done') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      body = (await call<Bulk>(1, 'GET', '/bulks/B-1')).body;
    }
    expect(body).toMatchObject({ count: 40, decided: 40 });
    const decisions = await database.connection.collection('decisions').find({ bulk: 1 }).toArray();
    expect(new Set(decisions.map(({ cluster: of }) => of)).size).toBe(40);
    expect(decisions).toHaveLength(40);

    servers[1]?.child.kill('SIGTERM');
    await far.ended;
  }, 120_000);
});
