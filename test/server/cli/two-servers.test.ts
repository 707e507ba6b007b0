import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCli, startServe } from '../../support/run-cli.ts';

let database: TestDatabase;
let servers: { child: ChildProcess; url: string }[] = [];
beforeAll(async () => {
  database = await openTestDatabase('two-servers');
  servers = await Promise.all([1, 2].map(() => startServe({ MONGODB_URI: database.uri })));
});
afterAll(async () => {
  for (const { child } of servers) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await database.close();
});

const post = async (server: number, body: object) => {
  const answer = await fetch(`${servers[server]?.url}/api/v1/reviews`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};
interface Listing {
  total: number;
  items: { size: number; externalId: string }[];
  next: string | null;
}
const get = async (path: string) => (await fetch(`${servers[0]?.url}/api/v1${path}`)).json() as Promise<Listing>;
const WORDS =
  'amber bridge candle dragon ember forest garden harbour island jungle kettle lantern meadow needle orchard pepper quarry river saddle timber'.split(
    ' ',
  );
/** Texts that have nothing in common but the frame of a sentence. */
const textOf = (n: number) =>
  Array.from({ length: 14 }, (_, at) => `${WORDS[(n * 7 + at * 3) % 20]}${(n * 31 + at * 17) % 97}`).join(' ');

describe('two servers on one database', () => {
  it('find the pair when each takes in one copy at the same moment', async () => {
    const rounds = 12;
    await Promise.all(
      Array.from({ length: rounds }, (_, n) =>
        Promise.all(
          [0, 1].map((server) =>
            post(server, { source: 's', externalId: `p-${n}-${server}`, product: 'pairs', text: textOf(n) }),
          ),
        ),
      ),
    );
    const { total, items } = await get('/duplicates?product=pairs&limit=100');
    expect(items.map((cluster) => cluster.size)).toEqual(Array.from({ length: rounds }, () => 2));
    expect(total).toBe(rounds);
  });

  it('store a review once that both are given at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        post(n % 2, { source: 's', externalId: 'same', product: 'race', text: 'Posted ten times at the same moment.' }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.every((answer) => answer.status < 300)).toBe(true);
    expect((await get('/reviews?product=race')).total).toBe(1);
  });

  it('keep the roll-ups equal to a recomputation, also when one is killed in the middle', async () => {
    const batch = (n: number) => ({
      reviews: Array.from({ length: 40 }, (_, at) => ({
        source: 's',
        externalId: `k-${n}-${at}`,
        product: 'kill',
        text: `${textOf(n * 40 + at)} The night vision is excellent.`,
        rating: 1 + (at % 5),
        date: `2026-0${1 + (at % 6)}-11`,
      })),
    });
    const acknowledged: number[] = [];
    const victim = servers[1] as { child: ChildProcess };
    const work = Array.from({ length: 30 }, async (_, n) => {
      const answer = await post(n % 2, batch(n)).catch(() => undefined);
      if (answer?.status === 200) acknowledged.push(n);
    });
    await new Promise((resolve) => setTimeout(resolve, 250));
    victim.child.kill('SIGKILL');
    await once(victim.child, 'exit');
    await Promise.all(work);
    const stored = new Set<string>();
    for (let cursor = ''; ; ) {
      const page = await get(`/reviews?product=kill&limit=200${cursor}`);
      for (const item of page.items) stored.add(item.externalId);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const n of acknowledged) for (let at = 0; at < 40; at += 1) expect(stored.has(`k-${n}-${at}`)).toBe(true);
    const verified = await runCli(['rollups', 'verify'], { env: { MONGODB_URI: database.uri } });
    expect(JSON.parse(verified.stdout)).toMatchObject({ differences: 0 });
  });

  it('ends cleanly on SIGTERM', async () => {
    const { child } = servers[0] as { child: ChildProcess };
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await gone;
    expect(code).toBe(0);
  });
});
