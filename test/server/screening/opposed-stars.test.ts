import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../../server/contract/primitives.ts';
import { findOpposedStars } from '../../../server/screening/opposed-stars.ts';
import { toScreened } from '../../../server/screening/screened-review.ts';

/** A review whose words alone have a score, −1 to 1, and mentions of such polarities. */
const opposed = (rating: number | undefined, words: number, polarities: readonly Polarity[]) => {
  const score = rating === undefined ? words : words / 2 + (rating - 3) / 4;
  const mentions = polarities.map((polarity, at) => ({
    ...{ feature: `f${at}`, polarity, field: 'text' as const, start: at, end: at + 1, quote: '' },
  }));
  const analysis = { sentiment: { label: 'neutral' as const, score }, mentions };
  return findOpposedStars(toScreened({ text: 'Some words', rating }, analysis))?.detail;
};

describe('stars against the text', () => {
  it.each<[string, number | undefined, number, Polarity[], string | undefined]>([
    ['clear praise with one star', 1, 0.5, ['positive', 'positive'], '1 star, but the text praises.'],
    ['clear blame with five', 5, -0.5, ['negative', 'negative', 'neutral'], '5 stars, but the text blames.'],
    ['one judgement that is not very clear', 1, 0.5, ['positive'], undefined],
    ['one that is', 1, 0.7, ['positive'], '1 star, but the text praises.'],
    ['words that are not clear', 1, 0.4, ['positive', 'positive'], undefined],
    ['judgements both ways', 1, 0.7, ['positive', 'positive', 'negative'], undefined],
    ['words that agree', 5, 0.7, ['positive', 'positive'], undefined],
    ['three stars', 3, 0.7, ['positive', 'positive'], undefined],
    ['no stars', undefined, 0.7, ['positive', 'positive'], undefined],
  ])('%s', (_, rating, words, polarities, wanted) => expect(opposed(rating, words, polarities)).toBe(wanted));
});
