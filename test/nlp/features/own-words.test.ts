import { describe, expect, it } from 'vitest';
import { analyze, compileTaxonomy, FEATURES } from '../../../nlp/analyze.ts';

const defaults = FEATURES.map(({ id }) => ({ id, words: [] as string[] }));
const taxonomy = compileTaxonomy([
  ...defaults,
  { id: 'strap', words: ['strap', 'neck strap'] },
  { id: 'colour_choice', words: ['comes in'] },
]);

describe('features of one’s own', () => {
  it.each([
    ['The strap is excellent.', { strap: 'positive' }],
    ['Terrible neck straps.', { strap: 'negative' }],
    ['It has a strap.', { strap: 'neutral' }],
    ['The strap is excellent. Later I found the strap is terrible.', { strap: 'mixed' }],
    ['It comes, in red.', {}],
    ['Nothing of the kind.', {}],
  ])('%s → %j', (text, wanted) => {
    expect(analyze({ text }, taxonomy).features).toEqual(wanted);
  });

  it('point to the words of the longest phrase, in the title too', () => {
    const { mentions } = analyze({ title: 'Great neck strap', text: 'Arrived.' }, taxonomy);
    expect(mentions).toContainEqual(expect.objectContaining({ feature: 'strap', field: 'title', quote: 'neck strap' }));
  });

  it('a feature that is left out is not tagged', () => {
    const without = compileTaxonomy(defaults.filter(({ id }) => id !== 'night_vision'));
    const text = 'Night vision is excellent.';
    expect(analyze({ text }).features).toHaveProperty('night_vision');
    expect(analyze({ text }, without)).toMatchObject({ features: {}, mentions: [] });
  });

  it('words added to a default feature find it where its own wordings do not', () => {
    const added = compileTaxonomy([{ id: 'build', words: ['gizmo'] }]);
    expect(analyze({ text: 'The gizmo is excellent.' }, added).features).toEqual({ build: 'positive' });
  });
});
