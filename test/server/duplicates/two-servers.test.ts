import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRollupStore } from '../../../server/analytics/rollup-store.ts';
import type { ClusterDetail, ClusterPage, Decide, DecisionPage } from '../../../server/contract/duplicates.ts';
import type { ReviewPage } from '../../../server/contract/reviews.ts';
import { createReviewStore } from '../../../server/reviews/review-store.ts';
import { createRandom } from '../../../server/sample/random.ts';
import { expectClustersRight } from '../../support/check-clusters.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startServe } from '../../support/run-cli.ts';

let database: TestDatabase;
let servers: { child: ChildProcess; url: string }[] = [];
beforeAll(async () => {
  database = await openTestDatabase('two-moderated');
  servers = await Promise.all([1, 2].map(() => startServe({ MONGODB_URI: database.uri })));
});
afterAll(async () => {
  for (const { child } of servers) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await database.close();
});

const call = async <T>(server: number, method: string, path: string, body?: object) => {
  const answer = await fetch(`${servers[server % 2]?.url}/api/v1${path}`, {
    method,
    ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as T };
};
const get = async <T>(path: string) => (await call<T>(0, 'GET', path)).body;
/** A server that has too much to do says so, and is asked again. */
const post = async (server: number, review: object): Promise<{ id: string; result: string }> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await call<{ id: string; result: string }>(server, 'POST', '/reviews', { source: 's', ...review });
    if (answer.status === 503 && tries < 10) await sleep(500);
    else {
      expect(answer.status).toBeLessThan(300);
      return answer.body;
    }
  }
};
const openOf = async (product: string) => (await get<ClusterPage>(`/duplicates?product=${product}`)).items;
const expectAllRight = async () => {
  await expectClustersRight(database.connection);
  const reviews = createReviewStore(database.connection).all();
  expect(await createRollupStore(database.connection).differences(reviews)).toEqual([]);
};
const rounds = (count: number) => Array.from({ length: count }, (_, n) => n);

const WORDS =
  'amber bridge candle dragon ember forest garden harbour island jungle kettle lantern meadow needle orchard pepper quarry river saddle timber'.split(
    ' ',
  );
/** Texts that have nothing in common. */
const textOf = (n: number) => {
  const random = createRandom(n);
  return Array.from({ length: 14 }, () => `${random.pick(WORDS)}${random.int(1, 99_999)}`).join(' ');
};

describe('two servers that work at the same moment', () => {
  it.each([
    ['exact', (text: string) => text, 100],
    ['edited', (text: string) => `Bought in May. ${text.replace('r', '')}`, 200],
  ] as const)('find %s copies that each takes in one of', async (kind, change, from) => {
    const product = `pair-${kind}`;
    for (const group of [rounds(10), rounds(20).slice(10), rounds(30).slice(20)]) {
      await Promise.all(
        group.flatMap((n) => [
          post(0, { externalId: `${product}-${n}-0`, product, text: textOf(from + n) }),
          post(1, { externalId: `${product}-${n}-1`, product, text: change(textOf(from + n)) }),
        ]),
      );
    }
    const open = (await get<ClusterPage>(`/duplicates?product=${product}&limit=100`)).items;
    expect(open.map(({ size }) => size)).toEqual(rounds(30).map(() => 2));
    await expectAllRight();
  });

  it('store a review once that both are given, with an id of its source or without', async () => {
    const product = 'race';
    for (const n of rounds(10)) {
      const withId = { externalId: `race-${n}`, product, text: textOf(300 + n) };
      const withoutId = { product, text: textOf(350 + n), author: 'Kim', date: '2026-03-02' };
      const answers = await Promise.all(rounds(4).flatMap((server) => [post(server, withId), post(server, withoutId)]));
      expect(answers.filter(({ result }) => result === 'created')).toHaveLength(2);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
    }
    expect((await get<ReviewPage>(`/reviews?product=${product}`)).total).toBe(20);
  });

  it('join three reviews of which the third is a copy of both others', async () => {
    const product = 'three';
    for (const n of rounds(10)) {
      const [one, other] = [textOf(400 + n), textOf(450 + n)];
      await Promise.all([
        post(0, { externalId: `${product}-${n}-0`, product, text: one }),
        post(1, { externalId: `${product}-${n}-1`, product, text: other }),
        post(n, { externalId: `${product}-${n}-2`, product, text: `${one} ${other}` }),
      ]);
    }
    expect((await openOf(product)).map(({ size }) => size)).toEqual(rounds(10).map(() => 3));
    await expectAllRight();
  });

  it('merge clusters that two reviews link at the same moment', async () => {
    const product = 'merge';
    for (const n of rounds(6)) {
      const texts = [0, 1, 2].map((part) => textOf(500 + n * 3 + part)) as [string, string, string];
      for (const [at, text] of [...texts, ...texts].entries())
        await post(at, { externalId: `${product}-${n}-${at}`, product, text });
      await Promise.all([
        post(0, { externalId: `${product}-${n}-x`, product, text: `${texts[0]} ${texts[1]}` }),
        post(1, { externalId: `${product}-${n}-y`, product, text: `${texts[1]} ${texts[2]}` }),
      ]);
    }
    expect((await openOf(product)).map(({ size }) => size)).toEqual(rounds(6).map(() => 8));
    await expectAllRight();
  });

  it.each(['remove', 'not_duplicates'] as const)(
    'decide (%s) while the other takes in a new copy: decided without it, or not at all',
    async (action) => {
      const outcomes = new Set<number>();
      for (const n of rounds(12)) {
        const product = `late-${action}-${n}`;
        const text = textOf(600 + n + (action === 'remove' ? 0 : 50));
        for (const id of ['a', 'b']) await post(0, { externalId: `${product}-${id}`, product, text });
        const [summary] = await openOf(product);
        const cluster = await get<ClusterDetail>(`/duplicates/${summary?.id}`);
        const keep = [cluster.survivor];
        const body: Decide =
          action === 'remove'
            ? { action, keep, reason: 'duplicate-exact', version: cluster.version }
            : { action, version: cluster.version };
        const [decided, late] = await Promise.all([
          new Promise((resolve) => setTimeout(resolve, n * 4)).then(() =>
            call(0, 'POST', `/duplicates/${cluster.id}/decisions`, body),
          ),
          post(1, { externalId: `${product}-c`, product, text }),
        ]);
        outcomes.add(decided.status);
        const [open, ...others] = await openOf(product);
        expect(others).toEqual([]);
        const members = (await get<ClusterDetail>(`/duplicates/${open?.id}`)).members.map(({ id }) => id);
        expect(members).toContain(late.id);
        expect([201, 409]).toContain(decided.status);
        if (decided.status === 409) expect(members).toHaveLength(3);
        else expect(open?.id).not.toBe(cluster.id);
      }
      expect(outcomes.size).toBeGreaterThan(0);
      await expectAllRight();
    },
  );

  it('keep everything right whatever both do at once', async () => {
    const product = 'any';
    const texts = rounds(3).map((n) => textOf(700 + n));
    let posted = 0;
    const work = async (server: number) => {
      for (const n of rounds(18)) {
        const pick = (n * 5 + server * 3) % 7;
        if (pick < 4) {
          posted += 1;
          const text = `${texts[(n + server) % 3]}${pick === 0 ? ` ${texts[n % 3]}` : ''}`;
          await post(server, { externalId: `${product}-${server}-${n}`, product, text, verified: pick === 1 });
        } else if (pick === 6) {
          const { items } = await get<DecisionPage>('/decisions?limit=20');
          const last = items.find(({ undoneAt }) => undoneAt === null);
          if (last) expect([200, 409]).toContain((await call(server, 'POST', `/decisions/${last.id}/undo`)).status);
        } else {
          const [cluster] = await openOf(product);
          if (!cluster) continue;
          const body: Decide =
            pick === 4
              ? { action: 'remove', keep: [cluster.survivor], reason: 'duplicate-near', version: cluster.version }
              : { action: 'not_duplicates', version: cluster.version };
          const { status } = await call(server, 'POST', `/duplicates/${cluster.id}/decisions`, body);
          expect([201, 404, 409]).toContain(status);
        }
      }
    };
    await Promise.all([work(0), work(1), work(0), work(1)]);
    expect((await get<ReviewPage>(`/reviews?product=${product}`)).total).toBe(posted / 2);
    await expectAllRight();
  });
});
