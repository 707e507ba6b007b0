import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polarity, StoredCorrection, StoredReview } from '../../../server/reviews/review-model.ts';
import {
  checkFound,
  featuresOfTags,
  measuredTags,
  rightTags,
  standingFound,
  tagsOfFeatures,
} from '../../../server/reviews/right-tags.ts';

type Judged = Pick<StoredReview, 'found' | 'corrections' | 'checkedFound'>;
type Judgements = Record<string, Polarity>;

const TAXONOMY = ['app', 'audio', 'battery'];
const correction = (feature: string, right: Polarity | null): StoredCorrection => ({
  ...{ feature, right, actor: 'ann', at: new Date(0) },
});
const review = (found: Judgements, said: Record<string, Polarity | null> = {}): Judged => ({
  found: tagsOfFeatures(found),
  corrections: Object.entries(said).map(([feature, right]) => correction(feature, right)),
  checkedFound: null,
});
const checked = (judged: Judged): Judged => ({ ...judged, checkedFound: checkFound(judged, TAXONOMY) });
const retagged = (judged: Judged, found: Judgements): Judged => ({ ...judged, found: tagsOfFeatures(found) });
const shown = (judged: Judged) => featuresOfTags(rightTags(judged));

describe('the tags of a review', () => {
  it.each<[string, Judged, Judgements]>([
    ['are what was found', review({ app: 'mixed' }), { app: 'mixed' }],
    ['follow corrections', review({ app: 'mixed', audio: 'negative' }, { app: null }), { audio: 'negative' }],
    ['follow a newer tagger', retagged(review({ app: 'mixed' }), { app: 'positive' }), { app: 'positive' }],
    [
      'stay corrected when tagged anew',
      retagged(review({ app: 'mixed' }, { app: 'negative' }), { app: 'positive' }),
      { app: 'negative' },
    ],
    [
      'stay right once checked: found, not found, otherwise judged',
      retagged(checked(review({ app: 'mixed', audio: 'negative' })), { app: 'positive', battery: 'negative' }),
      { app: 'mixed', audio: 'negative' },
    ],
    [
      'have a feature that came into the taxonomy after the check as it is found',
      retagged(checked(review({ app: 'mixed' })), { strap: 'negative' }),
      { app: 'mixed', strap: 'negative' },
    ],
  ])('%s', (_, judged, wanted) => expect(shown(judged)).toEqual(wanted));

  const judgement = fc.constantFrom<Polarity>('positive', 'negative', 'neutral', 'mixed');
  const found = fc.dictionary(fc.constantFrom(...TAXONOMY), judgement);
  const said = fc.dictionary(fc.constantFrom(...TAXONOMY), fc.option(judgement));
  it('of a checked review are the same whatever is found later; what was found is measured by them', () => {
    fc.assert(
      fc.property(found, said, found, (before, words, after) => {
        const judged = review(before, words);
        const later = retagged(checked(judged), after);
        expect(shown(later)).toEqual(shown(judged));
        expect(measuredTags(later)).toEqual({ found: after, right: shown(judged) });
        expect(shown({ ...later, checkedFound: null })).toEqual(shown(review(after, words)));
        expect(shown({ ...later, corrections: [] })).toEqual(before);
        expect(checkFound(later, TAXONOMY)).toEqual(later.checkedFound);
      }),
    );
  });
});

it('nothing is measured of features that nobody has checked', () => {
  const later = retagged(checked(review({ app: 'mixed' })), { app: 'mixed', strap: 'negative', hinge: 'negative' });
  const said = { ...later, corrections: [correction('hinge', null)] };
  expect(measuredTags(said)).toEqual({ found: { app: 'mixed', hinge: 'negative' }, right: { app: 'mixed' } });
  expect(standingFound(said)).toEqual({ app: 'mixed', strap: 'negative', hinge: 'negative' });
});
