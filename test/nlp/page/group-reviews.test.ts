import { describe, expect, it } from 'vitest';
import { groupReviews, type PlacedLine } from '../../../nlp/page/group-reviews.ts';

/** A line a sign: `r` of a review, `s` stars, a name or a date, `-` of the shop; a space before it for an empty line. */
const place = (drawn: string): PlacedLine[] =>
  [...drawn.matchAll(/( ?)([rs-])/g)].map(([, blank, sign]) => ({
    isReview: sign === 'r',
    inReviews: sign !== '-',
    furniture: sign === 's' ? { type: 'side', label: 'stars' } : undefined,
    afterBlank: blank !== '',
    length: 60,
  }));

describe('groupReviews', () => {
  it.each([
    ['what stands between stars', '-srrsrs', ['2-3', '5-5']],
    ['what stands between stars, empty lines or not', '-sr rsr rs', ['2-3', '5-6']],
    ['what stands between empty lines', '- rrr rr rr -', ['1-3', '4-5', '6-7']],
    ['each line, where nothing parts them', '- rrr', ['1-1', '2-2', '3-3']],
    ['each line, where empty lines part few', '- rrrrrrr r', ['1-1', '2-2', '3-3', '4-4', '5-5', '6-6', '7-7', '8-8']],
    ['each block by itself', '- rr rr - rrr', ['1-2', '3-4', '6-6', '7-7', '8-8']],
    ['nothing of the shop', '---', []],
  ])('makes one review of %s: %s', (_, drawn, wanted) => {
    expect(groupReviews(place(drawn)).map(({ from, to }) => `${from}-${to - 1}`)).toEqual(wanted);
  });
});
