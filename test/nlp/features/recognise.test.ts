import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFeatures } from '../../../nlp/features/judge-features.ts';
import { readWeights, recognise, tellingWords } from '../../../nlp/features/recognise.ts';
import { splitSegments } from '../../../nlp/features/segments.ts';
import { FEATURES } from '../../../nlp/features/taxonomy.ts';
import { read } from '../../../nlp/sentiment/read.ts';

const recogniseText = (text: string) => {
  const reading = read(text);
  return { reading, segments: recognise(reading, { verdicts: judgeFeatures(reading), isTitle: false }) };
};

/** What a segment speaks of most, and how. */
function loudest(text: string): string {
  const found = recogniseText(text).segments.flatMap((segment) => segment.found);
  const best = found.reduce((a, b) => (b.score > a.score ? b : a));
  const way = Math.max(best.praise, best.blame, best.fact);
  return `${FEATURES[best.feature]!.id}${way === best.praise ? '+' : way === best.blame ? '-' : '0'}`;
}

describe('splitSegments', () => {
  const partsOf = (text: string) => {
    const reading = read(text);
    return splitSegments(reading).map(({ from, to }) =>
      text.slice(reading.tokens[from]!.start, reading.tokens[to - 1]!.end),
    );
  };

  it.each([
    ['The lens is sharp. The strap is short.', ['The lens is sharp', 'The strap is short']],
    ['sharp, bright and small', ['sharp, bright and small']],
    [
      'I hung it over the garage door, and my son linked it to his phone in no time',
      ['I hung it over the garage door', 'and my son linked it to his phone in no time'],
    ],
    ['The view is wide but the zoom blurs', ['The view is wide', 'but the zoom blurs']],
    ['', []],
  ])('%s', (text, parts) => expect(partsOf(text)).toEqual(parts));

  it('leaves no token out and takes none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('lens', 'and', ',', '.', 'but', 'because', 'blurs', '!')), (words) => {
        const reading = read(words.join(' '));
        const covered = splitSegments(reading).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, offset) => from + offset),
        );
        expect(covered).toEqual(reading.tokens.map((_, index) => index));
      }),
    );
  });
});

describe('recognise', () => {
  it.each([
    ['it dropped off my router three evenings in a row', 'connectivity-'],
    ['charging it once a month is all it asks for', 'battery+'],
    ['they refuse to give me a refund', 'customer_service-'],
    ['every leaf that moves sets off the alarm', 'motion_alerts-'],
    ['you can count the whiskers of the cat on the picture', 'clarity+'],
  ])('%s → %s', (text, wanted) => expect(loudest(text)).toBe(wanted));

  it('shares each judgement out between praise, blame and fact', () => {
    for (const { found } of recogniseText('The app is slow, but the picture is sharp and it was cheap.').segments) {
      for (const { praise, blame, fact } of found) expect(praise + blame + fact).toBeCloseTo(1);
    }
  });

  it('points at the words that told of the feature', () => {
    const { reading, segments } = recogniseText('My nephew says that the refund took them five weeks.');
    const index = FEATURES.findIndex(({ id }) => id === 'customer_service');
    const { from, to } = tellingWords(reading, segments[0]!, index);
    expect(reading.tokens.slice(from, to).map(({ word }) => word.norm)).toContain('refund');
  });

  it('scores whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { found } of recogniseText(text).segments) {
          for (const { score } of found) expect(Number.isFinite(score)).toBe(true);
        }
      }),
    );
  });

  it('stays within bounds on a text without a stop', () => {
    const { segments } = recogniseText('refund '.repeat(20_000));
    for (const { score } of segments[0]!.found) expect(Math.abs(score)).toBeLessThan(20);
  });
});

describe('readWeights', () => {
  it('reads presence, shared and own polarity of each term', () => {
    const { vocabulary, presence, polarity, ownPolarity } = readWeights(['\t0:-40\t\t', 'u:lens\t0:30,2:-7\t1:5\t4:9']);
    expect(vocabulary.idOf('u:lens')).toBe(1);
    expect([...presence.subarray(FEATURES.length, FEATURES.length + 3)]).toEqual([30, 0, -7]);
    expect([...polarity.subarray(3)]).toEqual([0, 5, 0]);
    expect(ownPolarity[FEATURES.length * 3 + 4]).toBe(9);
  });
});
