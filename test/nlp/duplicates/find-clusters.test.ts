import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../nlp/compare.ts';

const A = 'Hung it over the sheep pen in March and the infrared reaches to the far fence, even with fog.';
const B = 'The doorbell hums since the electrician changed the transformer, and the chime rings twice.';
const text = (id: string, body: string, author?: string) => ({ id, text: body, author });

describe('findDuplicates', () => {
  it('puts copies into clusters in the order of the input', () => {
    const clusters = findDuplicates([
      text('b1', B),
      text('a1', A),
      text('lone', 'My cat sleeps in the parcel the camera came in, so for her it was worth it.'),
      text('a2', A.toUpperCase()),
      text('b2', B.replace('hums', 'buzzes')),
      text('a3', A.replace('March', 'April')),
    ]);
    expect(clusters.map(({ members }) => members)).toEqual([
      ['b1', 'b2'],
      ['a1', 'a2', 'a3'],
    ]);
    expect(clusters[1]!.pairs.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      ['a1', 'a2', 'exact'],
      ['a1', 'a3', 'near'],
    ]);
  });

  it('leaves short praise of different people alone', () => {
    const praise = ['Great camera!', 'great camera', 'Love it!', 'Great camera', 'Works great.', 'works GREAT'];
    expect(findDuplicates(praise.map((body, i) => text(String(i), body, `person ${i}`)))).toEqual([]);
    expect(findDuplicates(praise.map((body, i) => text(String(i), body)))).toEqual([]);
  });

  it.each([
    ['the same text', () => A],
    ['the same text with a running number', (i: number) => `${A} Order ${i}.`],
    ['short praise', () => 'Great camera!'],
  ])(
    'is no slower when ten thousand reviews are %s',
    (_, make) => {
      const reviews = Array.from({ length: 10_000 }, (__, i) => text(String(i), make(i)));
      const started = performance.now();
      const clusters = findDuplicates(reviews);
      expect(performance.now() - started).toBeLessThan(10_000);
      if (clusters.length > 0) {
        expect(clusters).toHaveLength(1);
        expect(clusters[0]!.members).toHaveLength(10_000);
        expect(clusters[0]!.pairs.length).toBeLessThan(100_000);
      }
    },
    20_000,
  );

  it('answers the same twice', () => {
    const reviews = [A, B, A.replace('far', 'wooden'), B, `${B} Nobody came.`].map((body, i) => text(String(i), body));
    expect(findDuplicates(reviews)).toEqual(findDuplicates(reviews));
  });

  it('has nothing to say of no reviews', () => expect(findDuplicates([])).toEqual([]));
});
