import { describe, expect, it } from 'vitest';
import { analyze } from '../../nlp/analyze.ts';
import { foldText } from '../../nlp/compare.ts';
import { findDuplicates } from '../../nlp/find-duplicates.ts';
import { ReviewInput } from '../../server/contract/reviews.ts';
import { generateSample, type SampleReview } from '../../server/sample/generate-sample.ts';
import { GENERIC } from '../../server/sample/phrases/frame-phrases.ts';
import { screenReview } from '../../server/screening/run-checks.ts';
import { DEFAULT_MODES } from '../../server/screening/stored-flag.ts';

const END = '2026-03-31';
const sample = generateSample({ end: END });
const byId = new Map(sample.map((review) => [review.externalId, review]));
const planted = sample.flatMap((copy) =>
  copy.plant ? [{ copy, original: byId.get(copy.plant.copyOf)!, ...copy.plant }] : [],
);
const ofKind = (kind: string) => planted.filter((one) => one.kind === kind);
const countBy = (key: (review: SampleReview) => string) => {
  const counts = new Map<string, number>();
  for (const review of sample) counts.set(key(review), (counts.get(key(review)) ?? 0) + 1);
  return counts;
};
const dayOf = ({ date }: SampleReview) => Date.parse(date!.slice(0, 10)) / 86_400_000;

describe('the same every time', () => {
  it('for the same seed and end', () => expect(generateSample({ end: END, seed: 1 })).toEqual(sample));
  it('another seed writes other texts', () => {
    const texts = new Set(sample.map(({ text }) => text));
    const common = generateSample({ end: END, seed: 2 }).filter(({ text }) => text.length > 60 && texts.has(text));
    // Only the pairs of two wordings, the foreign texts and those with personal data are written out.
    expect(common.length).toBeLessThan(80);
  });
  it.each(['2026-02-31', '2026-3-1', 'today'])('refuses %s, which is no day', (end) =>
    expect(() => generateSample({ end })).toThrow(RangeError),
  );
});

describe('what it holds', () => {
  it('reviews of the last weeks that a check holds, so that there is something to decide', () => {
    const held = sample.filter(({ text }) =>
      screenReview({ text }, analyze({ text })).some(({ check }) => DEFAULT_MODES[check] === 'hold'),
    );
    expect(held).toHaveLength(4);
    for (const { date } of held) expect(Date.parse(END) - Date.parse(date ?? '')).toBeLessThan(30 * 86_400_000);
  });

  it('3,000 valid reviews with ids of their own, oldest first', () => {
    expect(sample).toHaveLength(3000);
    expect(byId.size).toBe(3000);
    for (const { plant: _plant, ...review } of sample) expect(ReviewInput.safeParse(review).error).toBeUndefined();
    const days = sample.map(dayOf);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it('six cameras and five sources, none of them a footnote', () => {
    const products = countBy(({ product }) => product);
    const sources = countBy(({ source }) => source);
    expect([products.size, sources.size]).toEqual([6, 5]);
    for (const count of [...products.values(), ...sources.values()]) expect(count).toBeGreaterThan(150);
  });

  it('18 months that end with the last day, every month of them', () => {
    const months = countBy(({ date }) => date!.slice(0, 7));
    expect([sample[0]!.date! >= '2024-10-01', sample.at(-1)!.date! <= END]).toEqual([true, true]);
    expect(months.size).toBe(18);
    for (const count of months.values()) expect(count).toBeGreaterThan(60);
  });

  it('no moment of the last day, which may not be over', () => {
    const last = sample.filter(({ date }) => date!.startsWith(END));
    expect(last.length).toBeGreaterThan(0);
    expect(last.filter(({ date }) => date !== END)).toEqual([]);
  });

  it('stars as shops see them: most fives, all used, some missing', () => {
    const stars = countBy(({ rating }) => String(rating));
    const share = (rating: string) => (stars.get(rating) ?? 0) / sample.length;
    expect(share('5')).toBeGreaterThan(0.33);
    for (const rating of ['1', '2', '3', '4']) {
      expect(share(rating)).toBeGreaterThan(0.05);
      expect(share(rating)).toBeLessThan(share('5'));
    }
    expect(share('null')).toBeGreaterThan(0.02);
  });

  it('texts of all lengths and habits', () => {
    const count = (test: (text: string) => boolean) => sample.filter(({ text }) => test(text)).length;
    expect(count((text) => text.length < 25)).toBeGreaterThan(100);
    expect(count((text) => text.length > 400)).toBeGreaterThan(50);
    expect(count((text) => text === text.toLowerCase())).toBeGreaterThan(100);
    expect(count((text) => /\p{Extended_Pictographic}/u.test(text))).toBeGreaterThan(100);
    expect(count((text) => text.includes('\n'))).toBeGreaterThan(100);
  });

  it.each(['verified', 'author', 'title'] as const)('%s: known for some, not for others', (field) => {
    const known = sample.filter((review) => review[field] !== null && review[field] !== undefined).length;
    expect(known).toBeGreaterThan(1000);
    expect(known).toBeLessThan(3000);
  });
});

describe('planted copies', () => {
  it('of each kind, after their originals, of originals that are no copies', () => {
    expect([ofKind('exact').length, ofKind('near').length, ofKind('paraphrase').length]).toEqual([43, 68, 26]);
    for (const { copy, original } of planted) {
      expect(dayOf(copy)).toBeGreaterThanOrEqual(dayOf(original));
      expect(sample.indexOf(copy)).toBeGreaterThan(sample.indexOf(original));
      expect(original.plant).toBeUndefined();
    }
  });

  it('exact ones are equal once folded, and not all to the letter', () => {
    for (const { copy, original } of ofKind('exact')) expect(foldText(copy.text)).toBe(foldText(original.text));
    expect(ofKind('exact').filter(({ copy, original }) => copy.text !== original.text).length).toBeGreaterThan(10);
  });

  it('near ones differ, yet keep most of the words', () => {
    const words = (text: string) => foldText(text).split(' ');
    for (const { copy, original } of ofKind('near')) {
      expect(foldText(copy.text)).not.toBe(foldText(original.text));
      const kept = new Set(words(copy.text));
      const share = words(original.text).filter((word) => kept.has(word)).length / words(original.text).length;
      expect(share).toBeGreaterThan(0.5);
    }
  });

  it('a burst: one praise eleven times more in one source within a week', () => {
    const copies = new Map<string, SampleReview[]>();
    for (const { copy, copyOf, kind } of planted)
      if (kind === 'exact') copies.set(copyOf, [...(copies.get(copyOf) ?? []), copy]);
    const burst = [...copies.values()].find((group) => group.length === 11)!;
    expect(new Set(burst.map(({ source }) => source)).size).toBe(1);
    expect(dayOf(burst.at(-1)!) - dayOf(burst[0]!)).toBeLessThan(7);
    expect(new Set(burst.map(({ author }) => author)).size).toBeGreaterThan(8);
  });

  it('elsewhere other names, sources and days as well as the same', () => {
    for (const field of ['author', 'source', 'date'] as const) {
      const other = planted.filter(({ copy, original }) => copy[field] !== original[field]).length;
      expect(other).toBeGreaterThan(20);
      if (field !== 'date') expect(other).toBeLessThan(planted.length - 20);
    }
  });
});

describe('what is not planted', () => {
  const generic = new Set<string>(Object.values(GENERIC).flat().map(foldText));

  it('is never equal to another, but for short praise and blame of many', () => {
    const texts = sample
      .filter(({ plant, text }) => !plant && !generic.has(foldText(text)))
      .map(({ text }) => foldText(text));
    expect(new Set(texts).size).toBe(texts.length);
    expect(sample.filter(({ text }) => generic.has(foldText(text))).length).toBeGreaterThan(100);
  });

  it('is rarely taken for a near copy', () => {
    const rows = sample.map(({ externalId, text, product, author }) => ({
      id: externalId,
      text,
      product,
      author: author ?? undefined,
    }));
    const root = (id: string) => byId.get(id)?.plant?.copyOf ?? id;
    const pairs = findDuplicates(rows).flatMap((cluster) => cluster.pairs);
    const chance = pairs.filter(({ a, b, kind }) => kind !== 'paraphrase' && root(a) !== root(b));
    expect(chance.length).toBeLessThan(30);
  });
});
