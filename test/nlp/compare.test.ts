import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fingerprint, foldText } from '../../nlp/compare.ts';
import { readStatements } from '../../nlp/duplicates/paraphrase/read-statements.ts';
import { growth, LINEAR } from '../support/growth.ts';

const REVIEW =
  'I put the camera under the eaves of our barn last October. The picture is sharp even in the rain, but the app needs ' +
  'ten seconds to open and twice it logged me out. Battery went from full to half in six weeks. My neighbour Ludmila ' +
  'bought the same one after she saw a fox on mine.';

describe('foldText', () => {
  it.each([
    ['Great   CAMERA!!', 'great camera'],
    ['It’s “fine”…', 'its fine'],
    ["It's 'fine'", 'its fine'],
    ['Ｆｕｌｌ width', 'full width'],
    ['cafe\u0301', 'caf\u00e9'],
    ['in\u200bvis\u00adible', 'invisible'],
    ['straße STRASSE', 'strasse strasse'],
    ['1.5 m, 15 m.', '1.5 m 15 m'],
    ['well-made\tand\u00a0solid', 'well made and solid'],
    ['nice 😀', 'nice 😀'],
    ['', ''],
    ['?!', ''],
  ])('%j → %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 800 },
    );
  });
});

describe('fingerprint', () => {
  it('has a hash of 32 hexadecimal characters and at most 24 signed 32-bit bands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { exact, bands } = fingerprint(text);
        expect(exact).toMatch(/^[0-9a-f]{32}$/);
        expect(bands.length).toBeLessThanOrEqual(24);
        for (const band of bands) expect(band).toBe(band | 0);
      }),
    );
  });

  it.each([
    'Great camera!',
    'Love it',
    'Easy to install and works well.',
    'Very good quality, very clear picture, fast delivery',
    'Does what it says.',
    'Would not recommend.',
    'Best money I have spent this year',
    '👍👍👍',
    '',
  ])('takes %j for generic, without bands', (text) => {
    expect(fingerprint(text)).toMatchObject({ generic: true, bands: [] });
  });

  it.each([REVIEW, 'The hinge squeaks since the frost and the lens fogs up by noon'])(
    'tells %j from others',
    (text) => {
      const { generic, bands } = fingerprint(text);
      expect(generic).toBe(false);
      expect(bands.length).toBeGreaterThan(12);
    },
  );

  it.each([
    ['one character', 'x'],
    ['one word', 'a '],
    ['lone surrogates and NUL', '\ud800\0\udfff'],
    ['emoji', '😀'],
  ])('takes no longer than its length asks for: %s', (_, part) => {
    const read = (text: string) => {
      fingerprint(text);
      compare({ text }, { text: `${text} and a tail` });
    };
    expect(growth(read, part)).toBeLessThan(LINEAR);
  });

  it('reads statements in time linear in the marks between them', () => {
    expect(growth((marks) => readStatements(`Good${marks}x`), '!')).toBeLessThan(LINEAR);
  });

  it.each([
    ['a hundred thousand distinct words', Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(' ')],
    ['a letter with fifty thousand marks', `e${'\u0301'.repeat(50_000)} and so on, in seven words`],
  ])('reads %s', (_, text) => {
    expect(compare({ text }, { text: `${text} and a tail` })?.kind).toBe('near');
  });
});

const edited = (from: string | RegExp, to: string): string => REVIEW.replace(from, to);

describe('compare', () => {
  it.each([
    ['the same text', REVIEW, 'exact'],
    ['other case, quotes and spaces', REVIEW.toUpperCase().replaceAll(' ', '  '), 'exact'],
    ['other punctuation', REVIEW.replaceAll('.', ' !'), 'exact'],
    ['slips of the pen', edited('sharp', 'shrap').replace('Battery', 'Batery').replace('twice', 'twicee'), 'near'],
    ['words swapped', edited('barn', 'garage').replace('fox', 'badger'), 'near'],
    ['synonyms', edited('picture', 'image').replace('bought', 'purchased'), 'near'],
    ['a sentence added', `${REVIEW} Parking in front of the shop is hard to find on Saturdays.`, 'near'],
    ['cut to three quarters', REVIEW.slice(0, Math.floor(REVIEW.length * 0.75)), 'near'],
    [
      'the last sentence first',
      `My neighbour Ludmila bought the same one after she saw a fox on mine. ${REVIEW.slice(0, REVIEW.indexOf(' My neighbour'))}`,
      'near',
    ],
    ['look-alike letters', REVIEW.replaceAll('a', 'а'), 'near'],
  ])('finds %s: %#', (_, text, kind) => {
    expect(compare({ text: REVIEW }, { text })?.kind).toBe(kind);
  });

  it.each([
    [
      'another review',
      'The doorbell rings twice and then hangs. Support sent me a transformer, which the electrician fitted for 80 dollars. Still nothing.',
    ],
    [
      'the same words with the opposite judgement',
      edited(
        'is sharp even in the rain, but the app needs',
        'is never sharp even in the sun, and the useless app needs',
      )
        .replace('the same one', 'no such thing')
        .replace('bought', 'returned'),
    ],
    [
      'a phrase of the shop in both',
      'I received this item at a discount for my honest opinion. The lens is scratched and the stand wobbles, so the baby is half out of frame.',
    ],
  ])('does not take for a copy: %s', (_, text) => {
    expect(compare({ text: REVIEW }, { text })).toBeUndefined();
  });

  it.each([
    [
      'I love this camera, the picture is great and the app is easy to use every day.',
      'I hate this camera, the picture is terrible and the app is hard to use every day.',
    ],
    [
      'It works with our old chime and the motion alerts are reliable.',
      'It does not work with our old chime and the motion alerts are unreliable.',
    ],
    [
      'Customer service was helpful and my replacement arrived within two days.',
      'Customer service was useless and my replacement never arrived within two days.',
    ],
  ])('tells opposite judgements apart: %s', (a, b) => {
    expect(compare({ text: a }, { text: b })).toBeUndefined();
    expect(compare({ text: b }, { text: a })).toBeUndefined();
  });

  it('takes the tagger’s word for the opposite judgement', () => {
    const a = 'Hung it over the sheep pen in March and the infrared reaches to the far fence.';
    const b = 'Hung it over the sheep pen in March and the infrared reaches to the near bucket.';
    expect(compare({ text: a }, { text: b })?.kind).toBe('near');
    const features = [
      { night_vision: 'positive', field_of_view: 'positive' },
      { night_vision: 'negative', field_of_view: 'negative' },
    ];
    expect(compare({ text: a, features: features[0] }, { text: b, features: features[1] })).toBeUndefined();
  });

  it('does not take one template with other facts for a copy', () => {
    const a = 'Bought 3 units for the office, 2 of them failed after 14 days.';
    const b = 'Bought 8 units for the office, 5 of them failed after 90 days.';
    expect(compare({ text: a }, { text: b })).toBeUndefined();
  });

  it('takes equal generic texts for copies of one author only', () => {
    const text = 'Great camera!';
    expect(compare({ text }, { text: 'great camera' })).toBeUndefined();
    expect(compare({ text, author: 'Ann' }, { text, author: 'Ben' })).toBeUndefined();
    expect(compare({ text, author: 'Ann' }, { text: 'GREAT CAMERA', author: ' ann ' })).toMatchObject({
      kind: 'exact',
      score: 1,
    });
  });

  it('says what is the same and what changed', () => {
    const found = compare(
      { text: REVIEW, author: 'Ann', product: 'x1' },
      { text: edited('barn', 'garage'), author: 'ann', product: 'x2' },
    );
    expect(found?.reasons).toEqual([
      { code: 'same-words', detail: '56 of 57 words are the same, in the same order.' },
      { code: 'words-changed', detail: 'Changed: barn → garage.' },
      { code: 'same-author', detail: 'Same author.' },
      { code: 'other-product', detail: 'The products differ: a syndicated review, or one of a variant.' },
    ]);
    expect(compare({ text: REVIEW }, { text: REVIEW.toLowerCase() })?.reasons).toEqual([
      { code: 'same-folded', detail: 'Only upper and lower case differ.' },
    ]);
  });

  it.each([
    ['a letter for another', 'Ludmila', 'Lidmila'],
    ['two letters for others', 'neighbour', 'naighboor'],
    ['a letter too many', 'barn', 'baarn'],
    ['letters swapped', 'eaves', 'aeves'],
  ])('knows %s for a slip of the pen', (_, right, slipped) => {
    expect(compare({ text: REVIEW }, { text: edited(right, slipped) })?.reasons).toContainEqual({
      code: 'spelling',
      detail: `Spelled otherwise: 1 word, such as ${right.toLowerCase()} → ${slipped.toLowerCase()}.`,
    });
  });

  const words = fc.array(
    fc.constantFrom(
      'not',
      'great',
      'bad',
      'camera',
      'fox',
      'barn',
      '12',
      'the',
      'works',
      'Ludmila',
      'never',
      'roof',
      'wifi',
      'gate',
    ),
    { minLength: 1, maxLength: 40 },
  );
  it('does not depend on which comes first', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), (left, right, join) => {
        const a = left.join(' ');
        const b = join ? `${a} ${right.slice(0, 4).join(' ')}` : right.join(' ');
        const there = compare({ text: a }, { text: b });
        const back = compare({ text: b }, { text: a });
        expect([there?.kind, there?.score]).toEqual([back?.kind, back?.score]);
      }),
      { numRuns: 500 },
    );
  });

  it('takes every text that is not generic for an exact copy of itself, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join(' ')),
          fc.string({ unit: 'binary', maxLength: 300 }),
        ),
        (text) => {
          const kind = compare({ text }, { text })?.kind;
          expect(kind).toBe(fingerprint(text).generic ? undefined : 'exact');
          compare({ text }, { text: REVIEW });
        },
      ),
    );
  });
});
