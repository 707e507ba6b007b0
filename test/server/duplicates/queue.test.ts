import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterPage } from '../../../server/contract/duplicates.ts';
import { createClusterStore } from '../../../server/duplicates/cluster-store.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { moderate } from './moderate.ts';

let test: TestApp;
let connection: Connection;
let clock = new Date('2026-05-01T12:00:00Z');
const { api, cluster, list, detail, remove } = moderate(() => test);

const DAY = 86_400_000;
let [pair, syndicated, variant, late] = ['', '', '', ''];

beforeAll(async () => {
  test = await startTestApp('queue', { now: () => clock });
  connection = await mongoose.createConnection(test.uri, { autoIndex: false, autoCreate: false }).asPromise();
  pair = await cluster('cam-a', 1, [{ author: 'Kim' }, { author: 'kim' }]);
  clock = new Date(clock.getTime() + DAY);
  syndicated = await cluster('cam-a', 2, [{ source: 's' }, { source: 't' }, { source: 't' }]);
  clock = new Date(clock.getTime() + DAY);
  variant = await cluster('cam-b', 3, [{}]).then(() => cluster('cam-c', 3, [{}, {}, {}]));
  clock = new Date(clock.getTime() + DAY);
  late = await cluster('cam-a', 4);
});
afterAll(async () => {
  await connection.close();
  await test.close();
});

const ids = ({ items }: ClusterPage) => items.map(({ id }) => id);

describe('the queue', () => {
  it.each([
    ['', () => [variant, syndicated, pair, late]],
    ['source=t', () => [syndicated]],
    ['source=s', () => [variant, syndicated, pair, late]],
    ['reason=syndicated-copy', () => [variant, syndicated]],
    ['reason=duplicate-exact&product=cam-a', () => [pair, late]],
    ['signal=same-author', () => [pair]],
    ['relation=variant', () => [variant]],
    ['product=cam-b', () => [variant]],
    ['createdAfter=2026-05-03', () => [variant, late]],
    ['createdBefore=2026-05-02', () => [pair]],
    ['createdAfter=2026-05-02&createdBefore=2026-05-04&kind=exact', () => [variant, syndicated]],
    ['claimed=free', () => [variant, syndicated, pair, late]],
    ['claimed=mine', () => []],
    ['moderator=Local%20user', () => []],
  ])('filtered by "%s" has what matches, in order, with place and number', async (query, wanted) => {
    const page = await list(query);
    expect(ids(page)).toEqual(wanted());
    expect(page.total).toBe(wanted().length);
    for (const [index, id] of wanted().entries())
      expect((await detail(id, query || 'state=open')).position).toEqual({ place: index + 1, total: wanted().length });
    for (const id of [variant, syndicated, pair, late].filter((one) => !wanted().includes(one)))
      expect((await detail(id, query)).position).toBeNull();
  });

  it('gives no place where no filter is named', async () => {
    expect((await detail(pair)).position).toBeNull();
  });

  it('pages through all without a gap, whatever the filter', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: ClusterPage } = await api()
        .get(`/api/v1/duplicates?limit=1&reason=syndicated-copy${cursor}`)
        .expect(200);
      seen.push(...ids(body));
      cursor = body.next === null ? null : `&cursor=${body.next}`;
    }
    expect(seen).toEqual([variant, syndicated]);
  });

  it('counts what came since, with the filter', async () => {
    const since = (await list()).now;
    const count = async (query: string) => (await api().get(`/api/v1/duplicates/new?${query}`).expect(200)).body.count;
    expect(await count('since=2026-05-02T00:00:00Z')).toBe(3);
    expect(await count('since=2026-05-02T00:00:00Z&product=cam-a')).toBe(2);
    clock = new Date(clock.getTime() + 1);
    expect(await count(`since=${new Date(Date.parse(since) + 1).toISOString()}`)).toBe(0);
    await api().get('/api/v1/duplicates/new').expect(400);
  });

  it('lists decided ones by who decided, and for what reason', async () => {
    const id = await cluster('cam-d', 5);
    await remove(id, { reason: 'spam' });
    expect(ids(await list('state=removed&moderator=Local%20user&product=cam-d'))).toEqual([id]);
    expect(ids(await list('state=removed&reason=spam'))).toEqual([id]);
    expect(ids(await list('state=removed&moderator=Ann'))).toEqual([]);
    expect(await detail(id, 'state=removed')).toMatchObject({
      moderator: 'Local user',
      position: { place: 1, total: 1 },
    });
  });

  it('finds clusters that were stored before the filters were', async () => {
    const clusters = connection.collection('clusters');
    await clusters.updateMany({}, { $unset: { sources: 1, signals: 1, reason: 1, moderator: 1 } });
    expect(ids(await list('signal=same-author'))).toEqual([]);
    await createClusterStore(connection).prepare();
    expect(ids(await list('signal=same-author'))).toEqual([pair]);
    expect(ids(await list('source=t&reason=syndicated-copy'))).toEqual([syndicated]);
  });
});
