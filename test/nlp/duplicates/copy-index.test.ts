import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCopyIndex } from '../../../nlp/duplicates/copy-index.ts';

const PARTS = [
  'The hinge squeaks since the frost.',
  'My aunt in Tromso keeps hers under the gutter.',
  'Twice the parcel stood in the rain.',
  'The magnet lost its grip on the tin roof.',
  'Nobody answered the ticket for nine days.',
  'It sees the ferry from the attic.',
  'The parrot learned the chime within a week.',
  'I glued the bracket with resin.',
  'Snow covers the panel until noon.',
  'The lens shows a ring like an onion.',
];
/** A text of its own for each number. */
const textOf = (i: number): string =>
  `${[0, 1, 2].map((part) => PARTS[(i * 3 + part * 7) % PARTS.length]).join(' ')} Shelf ${i * 37} row ${i * 91}.`;

const STORY =
  'Hung it over the sheep pen in March, the infrared reaches to the far fence, and the app needs ten seconds to open.';

describe('createCopyIndex', () => {
  it('finds each review among those before it', () => {
    const index = createCopyIndex();
    expect(index.add({ text: STORY })).toEqual([]);
    expect(index.add({ text: PARTS.slice(0, 4).join(' ') })).toEqual([]);
    expect(index.add({ text: STORY.toUpperCase() })).toMatchObject([
      { of: 0, comparison: { kind: 'exact', score: 1 } },
    ]);
    expect(index.add({ text: STORY.replace('March', 'April') })).toMatchObject([
      { of: 0, comparison: { kind: 'near' } },
    ]);
    expect(index.add({ text: `${PARTS.slice(0, 4).join(' ')} So much for that.` })).toMatchObject([
      { of: 1, comparison: { kind: 'near' } },
    ]);
  });

  it('goes by the author for generic texts', () => {
    const index = createCopyIndex();
    const found = ['Ann', 'Ben', undefined, ' ann ', undefined].map((author) =>
      index.add({ text: 'Great camera!', author }).map(({ of }) => of),
    );
    expect(found).toEqual([[], [], [], [0], []]);
    for (let i = 0; i < 20; i += 1) expect(index.add({ text: 'Great camera!', author: `person ${i}` })).toEqual([]);
    expect(index.add({ text: 'great camera', author: 'Person 17' })).toMatchObject([{ of: 22 }]);
  });

  it('pairs a text that many have with the first of them only', () => {
    const index = createCopyIndex();
    const found = Array.from({ length: 12 }, () => index.add({ text: STORY }).map(({ of }) => of));
    expect(found[3]).toEqual([0, 1, 2]);
    expect(found[8]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(found[9]).toEqual([0]);
    expect(found[11]).toEqual([0]);
  });

  it('finds copies when so many words came between that the first ones were forgotten', () => {
    const index = createCopyIndex();
    index.add({ text: STORY });
    for (let i = 0; i < 8; i += 1)
      index.add({ text: Array.from({ length: 9000 }, (_, w) => `q${i}z${w.toString(36)}`).join(' ') });
    expect(index.add({ text: STORY.replace('March', 'April') })).toMatchObject([
      {
        of: 0,
        comparison: {
          kind: 'near',
          reasons: expect.arrayContaining([{ code: 'words-changed', detail: 'Changed: march → april.' }]),
        },
      },
    ]);
  });

  it('takes less than two kilobytes a review', () => {
    const index = createCopyIndex();
    for (let i = 0; i < 4000; i += 1) index.add({ text: textOf(i) });
    expect(index.bytes()).toBeGreaterThan(4000 * 100);
    expect(index.bytes()).toBeLessThan(4000 * 2000);
  });

  it('names earlier reviews only, each once', () => {
    const texts = fc.array(
      fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.boolean()).map(([a, b, c, shout]) => {
        const text = `${PARTS[a]} ${PARTS[b]} ${PARTS[c]}`;
        return shout ? text.toUpperCase() : text;
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        const index = createCopyIndex();
        list.forEach((text, at) => {
          const of = index.add({ text }).map((found) => found.of);
          expect(new Set(of).size).toBe(of.length);
          for (const earlier of of) expect(earlier).toBeLessThan(at);
          if (list.slice(0, at).some((other) => other.toLowerCase() === text.toLowerCase())) expect(of).not.toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });
});
