import { describe, expect, it } from 'vitest';
import { tellChange } from '../../../client/state/tell-change.ts';
import type { Change } from '../../../server/contract/insights.ts';

const change = (more: Partial<Change>): Change => ({
  ...{ metric: 'net', product: null, feature: 'app', label: 'App' },
  before: { value: 0.1, n: 1200 },
  after: { value: -0.25, n: 1300 },
  ...{ difference: null, p: 0.01, adjusted: 0.02, isClear: true, tooFew: false, score: 0.1 },
  filter: { before: {}, after: {} },
  sentence: 'unused',
  ...more,
});
const SAME = { days: { before: 30, after: 30 } };

describe('a change in a sentence', () => {
  it.each<[string, Partial<Change>, string]>([
    ['en-GB', {}, 'App fell from +0.10 to −0.25 (n 1,300, was 1,200).'],
    ['de', {}, 'App fell from +0,10 to −0,25 (n 1.300, was 1.200).'],
    [
      'en-GB',
      { product: 'alder-one', isClear: false },
      'App of Alder One fell from +0.10 to −0.25 (n 1,300, was 1,200), which may be chance.',
    ],
    [
      'de',
      { metric: 'stars', label: null, before: { value: 3.5, n: 20 }, after: { value: 4.25, n: 30 } },
      'Average stars rose from 3,50 to 4,25 (n 30, was 20).',
    ],
    [
      'en-GB',
      { metric: 'share', before: { value: 0.1, n: 200 }, after: { value: 0.2, n: 200 } },
      'App is named in 20\u202f% of the reviews, up from 10\u202f% (n 200, was 200).',
    ],
    [
      'de',
      { metric: 'volume', label: null, before: { value: 40, n: 1200 }, after: { value: 60, n: 1800 } },
      'Reviews rose from 1.200 to 1.800 (+50\u202f%).',
    ],
    ['en-GB', { tooFew: true, product: 'alder-one' }, 'App of Alder One: too few to compare (n 1,300, was 1,200).'],
    ['en-GB', { before: { value: 0.1, n: 9 }, after: { value: 0.101, n: 9 } }, 'App stayed at +0.10 (n 9, was 9).'],
  ])('in %s is written as its reader writes figures', (locale, more, told) =>
    expect(tellChange(change(more), { ...SAME, locale })).toBe(told),
  );

  it('compares periods of other lengths by the day', () => {
    const volume = change({ metric: 'volume', before: { value: 2.5, n: 75 }, after: { value: 5, n: 50 } });
    expect(tellChange(volume, { days: { before: 30, after: 10 }, locale: 'en-GB' })).toBe(
      'Reviews rose from 2.5 a day to 5.0 a day (+100\u202f%).',
    );
  });
});
