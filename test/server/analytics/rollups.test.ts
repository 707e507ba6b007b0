import fc from 'fast-check';
import type { mongo } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sumCells } from '../../../server/analytics/cells.ts';
import { addDays } from '../../../server/analytics/intervals.ts';
import { planMonths } from '../../../server/analytics/month-plan.ts';
import { addToPacked } from '../../../server/analytics/packed-counters.ts';
import type { CountedReview } from '../../../server/analytics/rollup-counts.ts';
import { ROLLUP_SHAPE, type RollupRow } from '../../../server/analytics/rollup-row.ts';
import { createRollupService } from '../../../server/analytics/rollup-service.ts';
import { createRollupStore } from '../../../server/analytics/rollup-store.ts';
import { createRollupSumStore } from '../../../server/analytics/rollup-sum-store.ts';
import { createTransact } from '../../../server/db/transaction.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

const FIRST = '2025-12-20';
const day = fc.nat({ max: 100 }).map((n) => addDays(FIRST, n));
const tag = fc
  .tuple(fc.constantFrom('app', 'battery', 'night_vision'), fc.constantFrom('positive', 'negative', 'mixed'))
  .map(([feature, polarity]) => ({ feature, polarity }));
const review: fc.Arbitrary<CountedReview> = fc.record({
  product: fc.constantFrom('a', 'b.c', '$d'),
  source: fc.constantFrom('web', 'shop'),
  day,
  rating: fc.option(fc.constantFrom(1, 2, 3.5, 4, 4.33, 5)),
  tags: fc
    .uniqueArray(tag, { selector: ({ feature }) => feature, maxLength: 3 })
    .map((tags) => tags.map(({ feature, polarity }) => `${feature}:${polarity}`)),
  status: fc.constantFrom('published', 'published', 'pending'),
  once: fc.boolean(),
});
const reviews = fc.array(review, { minLength: 1, maxLength: 60 });
const period = fc.record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) });

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('rollups');
});
afterAll(() => database.close());
beforeEach(async () => {
  await createRollupStore(database.connection).prepare();
});

async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

const sumStore = () => createRollupSumStore(database.connection, createRollupStore(database.connection));

async function fill(all: readonly CountedReview[]): Promise<void> {
  await database.connection.collection('rollups').deleteMany({});
  const [rollups, transact] = [createRollupStore(database.connection), createTransact(database.connection)];
  await database.connection.collection('rollup_journal').deleteMany({});
  const write = (part: readonly CountedReview[]) =>
    transact((session) =>
      rollups.apply(
        part.map((after) => ({ before: null, after })),
        session,
      ),
    );
  await write(all.slice(0, 20));
  if (all.length > 20) await write(all.slice(20));
}

describe('sums of periods', () => {
  it('equal what the reviews give, whatever the ends and filters', async () => {
    const [rollups, sums] = [createRollupStore(database.connection), sumStore()];
    await fc.assert(
      fc.asyncProperty(
        reviews,
        fc.array(period, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('once' as const, 'all' as const),
        fc.constantFrom(undefined, 'a', '$d'),
        async (all, periods, counting, product) => {
          await fill(all);
          for (const { from, to } of periods) {
            const query = { ...{ from, to, counting, product }, source: undefined };
            const wanted = all.filter(
              (one) =>
                one.status === 'published' &&
                (counting === 'all' || one.once) &&
                (product === undefined || one.product === product) &&
                (from === undefined || one.day >= from) &&
                (to === undefined || one.day <= to),
            );
            const sum = await sums.sum(query);
            const fromDays = sumCells(await rollups.cells(query));
            expect({ ...sum, features: {} }).toEqual({ ...fromDays, features: {} });
            expect(sum.reviews).toBe(wanted.length);
            const judged = await sums.judgedRatings(query);
            const rated = wanted.flatMap(({ rating }) => rating ?? []);
            expect(judged.all().n).toBe(rated.length);
            expect(judged.all().sum).toBeCloseTo(
              rated.reduce((total, rating) => total + rating, 0),
              9,
            );
            for (const feature of ['app', 'battery', 'night_vision']) {
              const negative = wanted.filter(({ tags }) => tags.includes(`${feature}:negative`));
              expect(sum.features[feature]?.negative ?? 0).toBe(negative.length);
              const own = negative.flatMap(({ rating }) => rating ?? []);
              expect(judged.of(feature, 'negative').n).toBe(own.length);
              expect(judged.of(feature, 'negative').squares).toBeCloseTo(
                own.reduce((total, rating) => total + rating ** 2, 0),
                9,
              );
            }
            const days = wanted.map((one) => one.day).sort();
            expect(await sums.range(query)).toEqual({ from: days[0] ?? null, to: days.at(-1) ?? null });
            const products = await sums.sumBy('product', query);
            expect([...products.values()].reduce((total, cell) => total + cell.reviews, 0)).toBe(wanted.length);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reads each day of a period once', () => {
    fc.assert(
      fc.property(day, day, (x, y) => {
        const [from, to] = x < y ? [x, y] : [y, x];
        const { whole, edges } = planMonths({ from, to });
        for (let at = '2025-11-01'; at < '2026-06-01'; at = addDays(at, 1)) {
          const [month, date] = [at.slice(0, 7), Number(at.slice(8))];
          const inWhole = whole && month > (whole.after ?? '') && month < (whole.before ?? '9');
          const times = edges
            .filter((edge) => edge.month === month)
            .reduce(
              (sum, { isWhole, add, subtract }) =>
                sum + Number(isWhole || add.includes(date)) - Number(subtract.includes(date)),
              inWhole ? 1 : 0,
            );
          expect(times, at).toBe(at >= from && at <= to ? 1 : 0);
        }
      }),
    );
  });
});

describe('recomputing', () => {
  it('finds nothing after changes, every changed counter otherwise, and a rebuild puts it right', async () => {
    const rollups = createRollupStore(database.connection);
    await fc.assert(
      fc.asyncProperty(reviews, async (all) => {
        const published: CountedReview = { ...(all[0] as CountedReview), status: 'published' };
        const now = [...all, published];
        await fill(now);
        const byDay = now.toSorted((x, y) => (x.day < y.day ? 1 : -1));
        expect(await rollups.differences(each(now))).toEqual([]);
        expect(await rollups.differences(each(byDay), { isByDay: true })).toEqual([]);
        const stored = database.connection.collection<RollupRow>('rollups');
        const { _id, whole } = (await stored.findOne({ product: null })) as unknown as RollupRow & {
          whole: mongo.Binary;
        };
        await stored.updateOne({ _id }, { $set: { whole: addToPacked(whole.buffer, new Map([[0, 1]])) } });
        expect(await rollups.differences(each(byDay), { isByDay: true })).toHaveLength(1);
        await rollups.rebuild(each(byDay), { isByDay: true });
        expect(await rollups.differences(each(now))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('makes roll-ups of another shape anew, once', async () => {
    const rollups = createRollupStore(database.connection);
    const all: CountedReview[] = [
      {
        product: 'a',
        source: 'web',
        day: '2026-01-05',
        rating: 4,
        tags: ['app:positive'],
        status: 'published',
        once: true,
      },
    ];
    await database.connection.collection('rollups').deleteMany({});
    let shape: number | undefined;
    let rebuilt = 0;
    const service = createRollupService({
      rollups: {
        ...rollups,
        rebuild: (...given) => {
          rebuilt += 1;
          return rollups.rebuild(...given);
        },
      },
      reviewsByDay: () => each(all),
      shape: {
        get: async () => shape,
        set: async (given) => {
          shape = given;
        },
      },
      alone: (work) => work(),
    });
    await service.renew();
    await service.renew();
    expect({ shape, rebuilt }).toEqual({ shape: ROLLUP_SHAPE, rebuilt: 1 });
    expect(await service.verify()).toEqual([]);
  });
});
