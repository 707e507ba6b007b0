import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Neutrality } from '../../../server/contract/moderation.ts';
import { testNeutrality } from '../../../server/duplicates/neutrality.ts';
import type { DecidedStars } from '../../../server/duplicates/neutrality-store.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { moderate } from './moderate.ts';

const AT = new Date('2026-05-04T10:00:00Z');
/** A decision; removed members are written with a minus sign. */
const decided = (
  actor: string,
  ratings: readonly number[],
  reason: string | null = 'duplicate-near',
): DecidedStars => ({
  ...{ actor, at: AT, reason, action: reason === null ? 'not_duplicates' : 'remove' },
  members: ratings.map((rating) => ({ rating: Math.abs(rating), removed: rating < 0 })),
});
const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
const warned = (rows: DecidedStars[]) => testNeutrality(rows).warnings.map(({ moderator, unit }) => [moderator, unit]);

describe('warnings', () => {
  it.each([
    ['of two copies always the low one goes', times(12, decided('Ann', [-1, 5])), [['Ann', 'members']]],
    [
      'now the one, now the other goes',
      [...times(6, decided('Ann', [-1, 5])), ...times(6, decided('Ann', [1, -5]))],
      [],
    ],
    ['the low one goes three times', times(3, decided('Ann', [-2, 4])), []],
    [
      'a wave of forty low copies is removed once',
      [decided('Ann', [1, ...times(39, -1)]), ...times(9, decided('Ann', [5, -5]))],
      [],
    ],
    [
      'low clusters lose copies and others are called no duplicates',
      [...times(10, decided('Ann', [1, -1])), ...times(10, decided('Ann', [5, 4], null))],
      [['Ann', 'clusters']],
    ],
    [
      'one of five does it',
      ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'].flatMap((actor, n) =>
        times(16, null).map((_, at) => decided(actor, n === 0 || at % 2 === 0 ? [-1, 5] : [1, -5])),
      ),
      [['Ann', 'members']],
    ],
    ['stars are unknown', [{ ...decided('Ann', []), members: [{ rating: null, removed: true }] }], []],
    ['nothing was decided', [], []],
  ])('when %s', (_, rows, wanted) => {
    const found = warned(rows);
    // The same finding may stand for all reasons and for the one that was given.
    expect([...new Set(found.map(String))]).toEqual(wanted.map(String));
  });

  it('name the moderator, the counts and the probability', () => {
    const [first] = testNeutrality(times(12, decided('Ann', [-1, 5]))).warnings;
    expect(first).toMatchObject({ low: { removed: 12, of: 12 }, other: { removed: 0, of: 12 }, expected: 6 });
    expect(first?.p).toBeCloseTo(1 / 4096, 10);
    expect(first?.finding).toMatch(/^Ann removed 12 of 12 low-rated reviews.*chance would lead to 6\.0/);
  });
});

describe('the report', () => {
  let test: TestApp;
  let clock = new Date('2026-05-04T12:00:00Z');
  const { api, cluster, remove, dismiss, undo } = moderate(() => test);
  const report = async (query = ''): Promise<Neutrality> =>
    (await api().get(`/api/v1/moderation/neutrality?${query}`).expect(200)).body;

  beforeAll(async () => {
    test = await startTestApp('neutrality', { now: () => clock });
    await remove(await cluster('cam-a', 5001, [{ rating: 5 }, { rating: 1 }, {}]), { reason: 'spam' });
    await dismiss(await cluster('cam-a', 5002, [{ rating: 4 }, { rating: 4 }]));
    clock = new Date('2026-05-12T12:00:00Z');
    await remove(
      await cluster('cam-b', 5003, [
        { rating: 3, source: 't' },
        { rating: 2, source: 't' },
      ]),
    );
    await undo((await remove(await cluster('cam-b', 5004, [{ rating: 1 }, { rating: 1 }]))).body.id);
  });
  afterAll(() => test.close());

  it('counts what stands by stars, moderator and reason, and over time', async () => {
    const found = await report();
    expect(found).toMatchObject({ decisions: 3, reviews: 7, removed: 3, interval: 'day', warnings: [] });
    expect(found.byStars.map(({ stars, decided: of, removed }) => [stars, of, removed])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 0],
      [4, 2, 0],
      [5, 1, 0],
      [null, 1, 1],
    ]);
    expect(found.byStars[3]?.rate).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.6576, 3) });
    expect(found.removals).toEqual([
      { moderator: 'Local user', reason: 'duplicate-exact', removed: 1, stars: [0, 1, 0, 0, 0], unrated: 0 },
      { moderator: 'Local user', reason: 'spam', removed: 2, stars: [1, 0, 0, 0, 0], unrated: 1 },
    ]);
    expect(found.method).toContain('Holm');
    expect((await report('interval=week')).overTime).toEqual([
      { from: '2026-05-04', to: '2026-05-10', removed: 2, averageStars: 1, stars: [1, 0, 0, 0, 0], unrated: 1 },
      { from: '2026-05-11', to: '2026-05-17', removed: 1, averageStars: 2, stars: [0, 1, 0, 0, 0], unrated: 0 },
    ]);
  });

  it.each([
    ['product=cam-a', 2, 2],
    ['source=t', 1, 1],
    ['from=2026-05-05', 1, 1],
    ['to=2026-05-11', 2, 2],
    ['product=none', 0, 0],
  ])('filtered by %s has %i decisions and %i removals', async (query, decisions, removed) => {
    expect(await report(query)).toMatchObject({ decisions, removed });
  });
});
