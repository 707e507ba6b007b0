import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHOICES,
  type Choice,
  correctMentions,
  listAsked,
  listTags,
  toChange,
  toUndo,
} from '../../../client/state/corrections.ts';
import type { Mention, ReviewView } from '../../../server/contract/reviews.ts';

type Tagged = Pick<ReviewView, 'features' | 'mentions' | 'corrections'>;

const mention = (feature: string, polarity: Mention['polarity'], quote = feature): Mention => ({
  ...{ feature, polarity, quote, field: 'text' as const, start: 0, end: quote.length },
});
const correction = (feature: string, found: Choice, right: Choice) => ({
  ...{ feature, found, right, actor: 'ann', at: '2026-11-21T10:00:00.000Z' },
});
const review: Tagged = {
  features: { audio: 'positive', app: 'negative' },
  mentions: [mention('app', 'negative', 'crashes'), mention('audio', 'positive', 'sound'), mention('app', 'negative')],
  corrections: [],
};

/** What the server makes of a change. */
function apply({ features, mentions, corrections }: Tagged, change: ReturnType<typeof toChange>): Tagged {
  const found = (feature: string) => {
    const correction = corrections.find((other) => other.feature === feature);
    return correction ? correction.found : (features[feature] ?? null);
  };
  const next = { ...features };
  const set = (feature: string, choice: Choice) => {
    if (choice === null) delete next[feature];
    else next[feature] = choice;
  };
  for (const feature of change.asFound ?? []) set(feature, found(feature));
  for (const [feature, choice] of Object.entries(change.features ?? {})) set(feature, choice);
  const named = Object.entries(change.features ?? {});
  const touched = [...(change.asFound ?? []), ...named.map(([feature]) => feature)];
  return {
    features: next,
    mentions,
    corrections: [
      ...corrections.filter(({ feature }) => !touched.includes(feature)),
      ...named.map(([feature, choice]) => correction(feature, found(feature), choice)),
    ],
  };
}

describe('the tags of a review', () => {
  it('stand in the order of the text, each with the words that name it', () =>
    expect(listTags(review)).toEqual([
      { feature: 'app', choice: 'negative', was: undefined, quotes: ['crashes', 'app'] },
      { feature: 'audio', choice: 'positive', was: undefined, quotes: ['sound'] },
    ]));

  it.each<[string, Choice, Choice, [Choice, Choice | undefined]]>([
    ['app', 'negative', 'mixed', ['mixed', 'negative']],
    ['app', 'negative', null, [null, 'negative']],
    ['app', 'negative', 'negative', ['negative', undefined]],
    ['battery', null, 'positive', ['positive', null]],
  ])('%s, found %s and called %s', (feature, found, right, [choice, was]) => {
    const { [feature]: _, ...others } = review.features;
    const features = right === null ? others : { ...others, [feature]: right };
    const tags = listTags({ ...review, features, corrections: [correction(feature, found, right)] });
    expect(tags.find((tag) => tag.feature === feature)).toMatchObject({ choice, was });
    expect(tags[0]?.feature).toBe('app');
  });

  it('that neither the tagger found nor a person sees are left out', () =>
    expect(listTags({ ...review, corrections: [correction('battery', null, null)] })).toHaveLength(2));

  it.each([
    [{ feature: 'app' }, ['app']],
    [{ feature: 'app,audio', polarity: 'negative' }, ['app', 'audio']],
    [{ polarity: 'positive' }, ['audio']],
    [{}, ['app', 'audio']],
  ])('asked for with %j are %j', (asked, wanted) =>
    expect(listAsked(review, asked).map(({ feature }) => feature)).toEqual(wanted),
  );
});

describe('marks', () => {
  it('follow what a person said of their feature', () => {
    const corrections = [correction('app', 'negative', 'positive'), correction('audio', 'positive', null)];
    expect(correctMentions(review.mentions, corrections).map(({ feature, polarity }) => [feature, polarity])).toEqual([
      ['app', 'positive'],
      ['app', 'positive'],
    ]);
  });
  it('keep their own judgements while nothing else was said', () =>
    expect(correctMentions(review.mentions, [correction('app', 'negative', 'negative')])).toEqual(review.mentions));
});

describe('a change', () => {
  it('to what was found takes the correction back', () => {
    const corrected = apply(review, toChange(review, 'app', 'mixed'));
    expect(toChange(corrected, 'app', 'negative')).toEqual({ asFound: ['app'] });
  });

  const choice = fc.constantFrom(...CHOICES);
  const feature = fc.constantFrom('app', 'audio', 'battery');
  it('is taken back by its undo, whatever was said before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(feature, choice), { minLength: 1, maxLength: 6 }), (said) => {
        const states = [review];
        for (const [feature, choice] of said) {
          const now = states.at(-1) ?? review;
          states.push(apply(now, toChange(now, feature, choice)));
        }
        const [name, right] = said.at(-1) ?? ['app', null];
        const [before, after] = states.slice(-2) as [Tagged, Tagged];
        expect(after.features[name] ?? null).toBe(right);
        const back = apply(after, toUndo(before, name));
        expect(back.features).toEqual(before.features);
        expect(listTags(back)).toEqual(listTags(before));
      }),
    );
  });
});
