import { describe, expect, it } from 'vitest';
import { summariseCluster } from '../../../server/duplicates/summarise-cluster.ts';

const member = (id: number, extra: object = {}) => ({
  _id: id,
  title: null,
  text: 'twelve characters',
  product: 'cam',
  verified: null,
  date: null,
  importId: null,
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

describe('the survivor', () => {
  it.each([
    [
      'verified before all else',
      [member(1, { date: '2026-01-01' }), member(2, { verified: true, date: '2026-05-01' })],
      2,
      'Verified',
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
    expect(summariseCluster(members, [pair(1, 2)])).toMatchObject({ survivor, survivorReason: reason });
  });
});

describe('the summary', () => {
  it('names the strongest kind, all kinds, the products and the evidence of the survivor', () => {
    const members = [
      member(3, { product: 'b' }),
      member(1, { title: 'Good', product: 'a' }),
      member(2, { product: 'a' }),
    ];
    expect(summariseCluster(members, [pair(1, 2), pair(2, 3, 'exact')])).toMatchObject({
      members: [1, 2, 3],
      size: 3,
      kind: 'exact',
      kinds: ['exact', 'near'],
      headline: 'Good',
      products: ['a', 'b'],
      why: '1 like 2. 3 reviews in all',
      sameImport: false,
    });
  });

  it('says when all came in one import', () => {
    const members = [member(1, { importId: 4 }), member(2, { importId: 4 })];
    expect(summariseCluster(members, [pair(1, 2)]).sameImport).toBe(true);
  });

  it('cuts a long headline between words', () => {
    const text = 'word '.repeat(60);
    const { headline } = summariseCluster([member(1, { text }), member(2, { text })], [pair(1, 2)]);
    expect(headline.length).toBeLessThanOrEqual(82);
    expect(headline).toMatch(/word …$/);
  });
});
