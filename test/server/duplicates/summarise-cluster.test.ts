import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_VARIANTS, type Member } from '../../../server/duplicates/cluster-facts.ts';
import type { Evidence } from '../../../server/duplicates/cluster-model.ts';
import { sumCluster } from '../../../server/duplicates/summarise-cluster.ts';
import {
  signalsOf,
  suggestKeep,
  suggestReason,
  tellSurvivor,
  tellWhy,
} from '../../../server/duplicates/tell-cluster.ts';

const AT = new Date('2026-05-01T10:00:00Z');
const member = (id: number, extra: Partial<Member> = {}): Member => ({
  _id: id,
  title: null,
  text: 'twelve characters',
  product: 'cam',
  source: 'shop',
  author: null,
  verified: null,
  date: null,
  importId: null,
  createdAt: AT,
  ...extra,
});
const pair = (a: number, b: number, kind: 'exact' | 'near' | 'paraphrase' = 'near') => ({
  _id: `${a}-${b}`,
  a,
  b,
  kind,
  score: kind === 'exact' ? 1 : 0.8,
  reasons: [{ code: 'same-words', detail: `${a} like ${b}.` }],
  dismissedBy: null,
});

const sumMembers = (members: readonly Member[], pairs: readonly Evidence[]) =>
  sumCluster({ members, clusters: [], pairs });

describe('the survivor', () => {
  it.each([
    [
      'verified before all else',
      [member(1, { date: '2026-01-01' }), member(2, { verified: true, date: '2026-05-01' })],
      2,
      'Verified',
    ],
    [
      'seen, where the better one is held',
      [member(1, { verified: true, date: '2026-01-01', status: 'pending' }), member(2, { status: 'published' })],
      2,
      'Not held',
    ],
    ['then the earliest', [member(1, { date: '2026-03-02' }), member(2, { date: '2026-03-01' })], 2, 'Earliest'],
    ['a date before none', [member(1), member(2, { date: '2026-03-01' })], 2, 'Earliest'],
    ['then the longest', [member(1), member(2, { text: 'a longer text than that' })], 2, 'Most complete'],
    ['then the first', [member(2), member(1)], 1, 'First to come in'],
    [
      'with all its reasons',
      [member(1, { verified: true, date: '2026-01-01', text: 'the longest of the two texts' }), member(2)],
      1,
      'Verified, earliest, most complete',
    ],
  ])('is %s', (_, members, survivor, reason) => {
    const sum = sumMembers(members, [pair(1, 2)]);
    expect(sum.survivor).toBe(survivor);
    expect(tellSurvivor(sum.facts)).toBe(reason);
  });
});

describe('the sum', () => {
  it('names the strongest kind, all kinds, the products and the evidence of the survivor', () => {
    const members = [
      member(3, { product: 'b' }),
      member(1, { title: 'Good', product: 'a' }),
      member(2, { product: 'a' }),
    ];
    const sum = sumMembers(members, [pair(1, 2), pair(2, 3, 'exact')]);
    expect(sum).toMatchObject({ size: 3, kind: 'exact', kinds: ['exact', 'near'], products: ['a', 'b'] });
    expect(sum.facts.best.headline).toBe('Good');
    expect(tellWhy(sum)).toBe('1 like 2. 3 reviews in all.');
  });

  it('cuts a long headline between words', () => {
    const text = 'word '.repeat(60);
    const { headline } = sumMembers([member(1, { text }), member(2, { text })], [pair(1, 2)]).facts.best;
    expect(headline.length).toBeLessThanOrEqual(82);
    expect(headline).toMatch(/word …$/);
  });

  it('is the same for members that join one after another, in any order and grouping, as for all at once', () => {
    const days = fc.constantFrom(null, '2026-03-01', '2026-03-04T10:00:00.000Z', '2026-03-20');
    const some = fc.record({
      text: fc.constantFrom('short', 'a little longer', 'the longest of the three'),
      product: fc.constantFrom('a', 'b', 'c'),
      source: fc.constantFrom('shop', 'site'),
      author: fc.constantFrom(null, 'Kim', 'KIM', 'Lee'),
      verified: fc.constantFrom(null, true, false),
      date: days,
      importId: fc.constantFrom(null, 1, 2),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 2, maxLength: 12 }), fc.nat(), (all, seed) => {
        const members = all.map((extra, at) => member(at + 1, extra));
        const shuffled = members.toSorted((x, y) => ((x._id * (seed + 7)) % 13) - ((y._id * (seed + 7)) % 13));
        const whole = sumMembers(members, []);
        const [first, ...others] = shuffled as [Member, ...Member[]];
        let grown = sumMembers([first], []);
        for (const one of others) grown = sumCluster({ members: [one], clusters: [grown], pairs: [] });
        const half = shuffled.length >> 1;
        const merged = sumCluster({
          members: [],
          clusters: [sumMembers(shuffled.slice(0, half), []), sumMembers(shuffled.slice(half), [])],
          pairs: [],
        });
        expect(grown).toEqual(whole);
        expect(merged).toEqual(whole);
      }),
    );
  });
});

describe('what it is a copy across', () => {
  it.each([
    ['same', [member(1), member(2)], [1], 'duplicate-near'],
    ['syndicated', [member(1), member(2, { source: 'site' })], [1], 'syndicated-copy'],
    [
      'variant',
      [
        member(1, { product: 'black' }),
        member(2, { product: 'white' }),
        member(3, { product: 'white', verified: true }),
        member(4, { product: 'black', source: 'site' }),
      ],
      [3, 1],
      'syndicated-copy',
    ],
  ])('%s: what to keep and the reason', (relation, members, keep, reason) => {
    const sum = sumMembers(members, [pair(1, 2)]);
    expect(sum.relation).toBe(relation);
    expect(suggestKeep(sum)).toEqual(keep);
    expect(suggestReason(sum)).toBe(reason);
  });

  it('a text at more products than a camera has variants is kept once', () => {
    const members = Array.from({ length: MAX_VARIANTS + 1 }, (_, at) => member(at + 1, { product: `p${at}` }));
    expect(suggestKeep(sumMembers(members, []))).toEqual([1]);
    expect(suggestKeep(sumMembers(members.slice(1), []))).toHaveLength(MAX_VARIANTS);
  });
});

describe('signals', () => {
  const burst = (extra: (at: number) => Partial<Member>, count = 5) =>
    Array.from({ length: count }, (_, at) =>
      member(at + 1, { importId: 4, author: `a${at}`, date: `2026-03-${10 + at * 2}`, ...extra(at) }),
    );
  const minutes = (count: number) => ({ importId: null, createdAt: new Date(AT.getTime() + count * 60_000) });
  it.each([
    ['five in one import, over eight days, by five names', burst(() => ({})), ['burst', 'same-import']],
    ['the same by one name', burst(() => ({ author: 'Kim' })), ['same-author', 'same-import']],
    ['the same without names', burst(() => ({ author: null })), ['same-import']],
    ['only four', burst(() => ({}), 4), ['same-import']],
    ['all of one day', burst(() => ({ date: '2026-03-10' })), ['same-import']],
    ['an older original beside them', [...burst(() => ({})), member(9, { importId: 1 })], ['burst']],
    ['through the API within ten minutes', burst((at) => minutes(at * 2)), ['burst']],
    ['through the API within half an hour', burst((at) => minutes(at * 8)), []],
    ['in as many imports', burst((at) => ({ importId: at + 1 })), []],
  ])('%s: %j', (_, members, signals) => {
    const sum = sumMembers(members, [pair(1, 2)]);
    expect(signalsOf(sum)).toEqual(signals);
    expect(tellWhy(sum).includes('A burst: 5 came')).toBe(signals.includes('burst'));
  });

  it('a burst of paraphrases is none: they are too uncertain for that', () =>
    expect(
      signalsOf(
        sumMembers(
          burst(() => ({})),
          [pair(1, 2, 'paraphrase')],
        ),
      ),
    ).toEqual(['same-import']));
});
