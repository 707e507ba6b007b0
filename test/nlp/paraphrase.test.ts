import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../nlp/analyze.ts';
import { findDuplicates } from '../../nlp/find-duplicates.ts';
import { compareContent, findAlike, readMeaning, topicsToAsk } from '../../nlp/paraphrase.ts';

const ORIGINAL =
  'My front unit died on day nine. The installer in Leeds swapped the 16 volt transformer for free and since then the picture at night is crisp, though the app takes ages to open.';
const REWORDED =
  'After nine days the one at the front quit. Our fitter from Leeds replaced the transformer (16 volt) without charging us, and from then on the night image has been sharp, but the app is slow to open.';
const TURNED =
  'My front unit never died. The installer in Leeds refused to swap the 16 volt transformer and since then the picture at night is blurry, though the app opens at once.';
const OTHER =
  'Bought two for the barn and the gate. The solar panel keeps them charged through winter and the siren scared off a fox last week.';

const tagged = (text: string, more: { author?: string; product?: string } = {}) => ({
  text,
  features: analyze({ text }).features,
  ...more,
});
const CROWD = 0.5;

describe('compareContent', () => {
  it('takes a rewording for one and says by which statements and words', () => {
    const found = compareContent(tagged(ORIGINAL), tagged(REWORDED), CROWD);
    expect(found).toMatchObject({ kind: 'paraphrase' });
    expect(found!.score).toBeGreaterThan(0.5);
    const codes = found!.reasons.map(({ code }) => code);
    expect(codes).toContain('same-content');
    expect(codes).toContain('same-statement');
    expect(found!.reasons.find(({ code }) => code === 'same-content')?.detail).toMatch(
      /^[1-9]\d* of \d+ statements (?:is|are) told again/,
    );
    const words = found!.reasons.find(({ code }) => code === 'shared-words');
    expect(words?.detail).toContain('leeds');
  });

  it.each([
    ['the same words with the judgements turned', TURNED],
    ['another story', OTHER],
    ['nothing but function words', 'It is what it is and so on.'],
    ['nothing', ''],
  ])('does not take %s for one', (_, text) => {
    expect(compareContent(tagged(ORIGINAL), tagged(text), CROWD)).toBeUndefined();
  });

  it('answers the same score in either order', () => {
    const there = compareContent(tagged(ORIGINAL), tagged(REWORDED), CROWD);
    const back = compareContent(tagged(REWORDED), tagged(ORIGINAL), CROWD);
    expect(back?.score).toBe(there?.score);
  });

  it('asks for more where many reviews are as close', () => {
    expect(compareContent(tagged(ORIGINAL), tagged(REWORDED), 0.97)?.score ?? 0).toBeLessThanOrEqual(
      compareContent(tagged(ORIGINAL), tagged(REWORDED), 0.2)!.score,
    );
  });

  it('never throws, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        compareContent({ text: a, features: {} }, { text: b, features: {} }, CROWD);
      }),
      { numRuns: 100 },
    );
  });
});

describe('findAlike', () => {
  const place = (text: string) => ({ text, ...readMeaning(text) });
  const unrelated = [OTHER, 'Great value.', 'The box came dented and a screw was missing.'].map(place);

  it('brings a rewording up first', () => {
    const reworded = place(REWORDED);
    const { alike } = findAlike(readMeaning(ORIGINAL).vector, [...unrelated, reworded]);
    expect(alike[0]?.other).toBe(reworded);
    expect(alike[0]!.closeness).toBeGreaterThan(0.6);
  });

  it('knows a crowd of like reviews', () => {
    const lonely = findAlike(readMeaning(ORIGINAL).vector, unrelated).crowd;
    const crowded = findAlike(
      readMeaning(ORIGINAL).vector,
      Array.from({ length: 11 }, () => place(REWORDED)),
    ).crowd;
    expect(crowded).toBeGreaterThan(lonely);
  });

  it('asks under a topic that a rewording is stored under', () => {
    const asked = topicsToAsk(readMeaning(ORIGINAL).vector);
    expect(readMeaning(REWORDED).topics.some((topic) => asked.includes(topic))).toBe(true);
  });

  it('has a place for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { vector, topics } = readMeaning(text);
        expect(vector).toHaveLength(96);
        expect(new Set(topics).size).toBe(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe('findDuplicates with paraphrases', () => {
  const rows = (other: { product?: string } = {}) => [
    { id: 'a', ...tagged(ORIGINAL), product: 'bell' },
    { id: 'x', ...tagged(OTHER), product: 'bell' },
    { id: 'b', ...tagged(REWORDED), product: 'bell', ...other },
  ];

  it('makes a cluster of a review and its rewording', () => {
    const [cluster, ...rest] = findDuplicates(rows());
    expect(rest).toEqual([]);
    expect(cluster?.members).toEqual(['a', 'b']);
    expect(cluster?.pairs).toMatchObject([{ a: 'a', b: 'b', kind: 'paraphrase' }]);
  });

  it('leaves rewordings at another product alone', () => {
    expect(findDuplicates(rows({ product: 'dome' }))).toEqual([]);
  });

  it('finds edited copies only when asked to', () => {
    expect(findDuplicates(rows(), { paraphrases: false })).toEqual([]);
  });
});
