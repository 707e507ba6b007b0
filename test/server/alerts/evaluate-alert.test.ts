import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods, twoSided } from '../../../server/alerts/compare-periods.ts';
import { firingsOf, lookAtDays, type Watched } from '../../../server/alerts/evaluate-alert.ts';
import { type Cell, emptyCell, sumCells } from '../../../server/analytics/cells.ts';
import { addDays, daysBetween } from '../../../server/analytics/intervals.ts';

/** `n` judgements of `app` a day, of which `negative` blame; as many reviews, all with `stars`. */
const cell = (day: string, { n, negative = 0, stars = 4 }: { n: number; negative?: number; stars?: number }): Cell => {
  const made = emptyCell(day);
  [made.reviews, made.mentioning, made.ratingSum] = [n, n, n * stars * 100];
  made.stars[stars] = n;
  made.features['app'] = { positive: n - negative, negative, neutral: 0, mixed: 0 };
  return made;
};
const rule = (more: Partial<Watched> = {}): Watched => ({
  ...{ metric: 'net', scope: { feature: 'app' }, direction: 'any', change: 0.2, windowDays: 7, minimumN: 10 },
  ...{ sensitivity: 'medium', frequency: 'daily', ...more },
});
const DAY = '2026-05-20';
/** Two weeks before DAY: the earlier one, then the later one, the same on each day. */
const weeks = (before: Parameters<typeof cell>[1], now: Parameters<typeof cell>[1]) =>
  Array.from({ length: 14 }, (_, n) => cell(addDays(DAY, n - 14), n < 7 ? before : now));
const lookAt = (watched: Watched, cells: Cell[]) => [...lookAtDays(watched, cells, { from: DAY, to: DAY })][0]?.figures;

describe('the probability of a difference', () => {
  it.each([
    [0, 1],
    [1, 0.3173],
    [1.96, 0.05],
    [-2.576, 0.01],
    [5, 5.7e-7],
  ])('of %d deviations is %d', (z, p) => expect(twoSided(z)).toBeCloseTo(p, 4));

  it('calls no more than one in twenty differences of equal shops clear', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (const metric of ['net', 'stars', 'volume', 'share-negative'] as const) {
      const draw = () =>
        sumCells(
          Array.from({ length: 60 }, () => random() < 0.5).flatMap((isThere) =>
            isThere ? [cell('', { n: 1, negative: random() < 0.3 ? 1 : 0, stars: 1 + Math.floor(random() * 5) })] : [],
          ),
        );
      let clear = 0;
      for (let run = 0; run < 500; run += 1) {
        const { p } = comparePeriods({ now: draw(), before: draw() }, { metric, feature: 'app' });
        if (p !== null && p <= 0.05) clear += 1;
      }
      expect(clear / 500, metric).toBeLessThan(0.075);
    }
  });
});

describe('an alert', () => {
  it.each<[string, Partial<Watched>, [Parameters<typeof cell>[1], Parameters<typeof cell>[1]], string]>([
    ['fires when blame has come up', {}, [{ n: 10 }, { n: 10, negative: 6 }], 'fires'],
    [
      'is quiet when nothing has changed',
      {},
      [
        { n: 10, negative: 3 },
        { n: 10, negative: 3 },
      ],
      'quiet',
    ],
    ['is quiet below the change that counts', { change: 1.5 }, [{ n: 10 }, { n: 10, negative: 6 }], 'quiet'],
    [
      'fires at exactly that change',
      { change: 0.6 },
      [
        { n: 10, negative: 2 },
        { n: 10, negative: 5 },
      ],
      'fires',
    ],
    ['is quiet in the other direction', { direction: 'rise' }, [{ n: 10 }, { n: 10, negative: 6 }], 'quiet'],
    ['fires in its direction', { direction: 'drop' }, [{ n: 10 }, { n: 10, negative: 6 }], 'fires'],
    ['has too few below its minimum', { minimumN: 71 }, [{ n: 10 }, { n: 10, negative: 6 }], 'too-few'],
    ['has too few with nothing before', {}, [{ n: 0 }, { n: 10 }], 'too-few'],
    ['hears of silence', { metric: 'volume', change: 20 }, [{ n: 10 }, { n: 0 }], 'fires'],
    [
      'hears of fewer stars',
      { metric: 'stars', scope: {} },
      [
        { n: 5, stars: 5 },
        { n: 5, stars: 4 },
      ],
      'fires',
    ],
    ['hears of a share of blame', { metric: 'share-negative' }, [{ n: 10 }, { n: 10, negative: 4 }], 'fires'],
  ])('%s', (_, more, [before, now], verdict) => expect(lookAt(rule(more), weeks(before, now))?.verdict).toBe(verdict));

  it('needs more to be sure when it is less sensitive', () => {
    const cells = weeks({ n: 3, negative: 1 }, { n: 3, negative: 2 });
    const verdicts = (['high', 'medium', 'low'] as const).map((sensitivity) => lookAt(rule({ sensitivity }), cells));
    const [p] = verdicts.map((figures) => figures?.p ?? 1);
    expect(verdicts.map((figures) => figures?.verdict)).toEqual(
      [0.1, 0.05, 0.01].map((level) => ((p as number) <= level ? 'fires' : 'quiet')),
    );
  });

  it('leaves out today, which is not over', () => {
    const calm = weeks({ n: 10 }, { n: 10 });
    expect(lookAt(rule(), [...calm, cell(DAY, { n: 500, negative: 500 })])).toEqual(lookAt(rule(), calm));
  });
});

const someCells = fc
  .array(
    fc.record({
      back: fc.integer({ min: 0, max: 60 }),
      n: fc.integer({ min: 0, max: 9 }),
      negative: fc.nat(9),
      stars: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 60 },
  )
  .map((days) =>
    [...new Map(days.map((one) => [one.back, one])).values()].map(({ back, n, negative, stars }) =>
      cell(addDays(DAY, -back), { n, negative: Math.min(n, negative), stars }),
    ),
  );
const someRule = fc
  .record({
    metric: fc.constantFrom<Watched['metric'][]>('net', 'stars', 'volume', 'share-negative'),
    feature: fc.boolean(),
    direction: fc.constantFrom<Watched['direction'][]>('drop', 'rise', 'any'),
    change: fc.constantFrom(0, 0.1, 0.5, 3),
    windowDays: fc.integer({ min: 1, max: 20 }),
    minimumN: fc.integer({ min: 1, max: 20 }),
    sensitivity: fc.constantFrom<Watched['sensitivity'][]>('low', 'medium', 'high'),
    frequency: fc.constantFrom<Watched['frequency'][]>('daily', 'weekly'),
  })
  .map(({ feature, ...rest }): Watched => ({ ...rest, scope: feature ? { feature: 'app' } : {} }));

it('looks at many days as at each by itself, and fires when its gap is over', () => {
  fc.assert(
    fc.property(someRule, someCells, (watched, cells) => {
      const from = addDays(DAY, -40);
      const looks = [...lookAtDays(watched, cells, { from, to: DAY })];
      expect(looks).toHaveLength(41);
      const within = (first: string, last: string) => sumCells(cells.filter(({ day }) => day >= first && day <= last));
      const fired: string[] = [];
      for (const [index, { day, figures }] of looks.entries()) {
        expect(day).toBe(addDays(from, index));
        const { windowDays, metric } = watched;
        const now = within(addDays(day, -windowDays), addDays(day, -1));
        const before = within(addDays(day, -2 * windowDays), addDays(day, -windowDays - 1));
        const wanted = comparePeriods({ now, before }, { metric, feature: watched.scope.feature });
        expect(figures).toMatchObject(wanted);
        expect([...lookAtDays(watched, cells, { from: day, to: day })]).toEqual([{ day, figures }]);
        const last = fired.at(-1);
        const gap = watched.frequency === 'daily' ? 1 : 7;
        if (figures.verdict === 'fires' && (!last || daysBetween(last, day) >= gap)) fired.push(day);
      }
      expect(firingsOf(watched, looks).map(({ day }) => day)).toEqual(fired);
    }),
    { numRuns: 60 },
  );
});
