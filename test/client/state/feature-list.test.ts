import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDraft,
  hasFaults,
  placeFaults,
  readWords,
  toFeatureId,
  toList,
  withDraft,
} from '../../../client/state/feature-list.ts';
import { FeatureId } from '../../../server/contract/primitives.ts';
import type { TaxonomyView } from '../../../server/contract/taxonomy.ts';

const VIEW: TaxonomyView = {
  version: 3,
  features: [
    { id: 'clarity', label: 'Image clarity', words: ['crisp'], isDefault: true },
    { id: 'porch_light', label: 'Porch light', words: ['porch light', 'lamp'], isDefault: false },
  ],
  disabled: [{ id: 'night_vision', label: 'Night vision' }],
  updatedAt: null,
  retagging: { state: 'idle', total: 0, done: 0 },
};

describe('the id of a feature', () => {
  it.each([
    ['Porch light', [], 'porch_light'],
    ['  Wärmebild (2) ', [], 'warmebild_2'],
    ['4K', [], 'feature_4k'],
    ['夜', [], 'feature'],
    ['Porch light', ['porch_light'], 'porch_light_2'],
    ['Porch light', ['porch_light', 'porch_light_2'], 'porch_light_3'],
  ])('of %j beside %j is %s', (label, taken, id) => expect(toFeatureId(label, new Set(taken))).toBe(id));

  it('is always one that the API takes, and never one that is taken', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (label) => {
        const first = toFeatureId(label, new Set());
        const second = toFeatureId(label, new Set([first]));
        expect(FeatureId.safeParse(first).success).toBe(true);
        expect(FeatureId.safeParse(second).success).toBe(true);
        expect(second).not.toBe(first);
      }),
    ));
});

describe('typed words', () => {
  it.each([
    ['Porch light', [], ['porch light']],
    ['lamp, Lamp ,  wall   bracket,', [], ['lamp', 'wall bracket']],
    ['lamp', ['lamp'], []],
    [' , ', [], []],
  ])('%j beside %j → %j', (typed, known, words) => expect(readWords(typed, known)).toEqual(words));
});

describe('a draft', () => {
  it('takes the place of its feature, or the end of the list', () => {
    const list = toList(VIEW);
    expect(withDraft(list, { id: 'clarity', label: ' Sharpness ', words: [] })[0]).toEqual({
      id: 'clarity',
      label: 'Sharpness',
      words: [],
    });
    expect(withDraft(list, { id: 'fee', label: 'Fee', words: ['fee'] }).map(({ id }) => id)).toEqual([
      'clarity',
      'porch_light',
      'fee',
    ]);
  });

  it.each([
    ['is fine', { id: null, label: 'Monthly fee', words: ['fee'] }, []],
    ['is fine without words when it is a default one', { id: 'clarity', label: 'Image clarity', words: [] }, []],
    ['needs a name', { id: null, label: ' ', words: ['fee'] }, ['label']],
    ['needs a name of its own', { id: null, label: 'night VISION', words: ['dark'] }, ['label']],
    ['needs words', { id: null, label: 'Monthly fee', words: [] }, ['words']],
    ['may not lose its words', { id: 'porch_light', label: 'Porch light', words: [] }, ['words']],
  ])('%s', (_, draft, wanted) => {
    const faults = checkDraft(draft, VIEW);
    expect(Object.entries(faults).flatMap(([field, list]) => (list.length > 0 ? [field] : []))).toEqual(wanted);
    expect(hasFaults(faults)).toBe(wanted.length > 0);
  });
});

describe('a fault of the API', () => {
  it.each([
    ['/features/1/words/1', { words: ['“lamp” is no word'] }],
    ['/features/1/words', { words: ['is no word'] }],
    ['/features/1/label', { label: ['is no word'] }],
    ['/features/0/words/0', { other: ['Image clarity: “crisp” is no word'] }],
    ['/version', { other: ['is no word'] }],
    ['', { other: ['is no word'] }],
  ])('at %j stands at its field', (pointer, wanted) =>
    expect(placeFaults([{ pointer, detail: 'is no word' }], toList(VIEW), 'porch_light')).toEqual({
      label: [],
      words: [],
      other: [],
      ...wanted,
    }),
  );
});
