import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPage } from '../../nlp/split-page.ts';
import { growth, LINEAR } from '../support/growth.ts';

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);
const seedsMissing = !existsSync(SEEDS) && process.env['CI'] !== 'true';
const reviewsOf = (page: string): string[] =>
  splitPage(page)
    .filter(({ kind }) => kind === 'review')
    .map(({ text }) => text);

describe('splitPage keeps the page whole', () => {
  const word = fc.constantFrom(
    'I',
    'love',
    'refund',
    '\n',
    '\r\n',
    '\n\n',
    '\u00a0',
    ' ',
    '★★★★★',
    'By Ann, May 2021',
    '|',
    '.',
    '😀',
    '\ud800',
    '\0',
    '\u2028',
    'we ship',
    'very good',
  );
  const page = fc.oneof(
    fc.array(word, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );

  it('with passages in order, that do not overlap, equal their slice and leave white space only', () => {
    fc.assert(
      fc.property(page, (text) => {
        let at = 0;
        for (const passage of splitPage(text)) {
          expect(passage.start).toBeGreaterThanOrEqual(at);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(text.slice(at, passage.start)).toMatch(/^\s*$/);
          expect(passage.text).toBe(text.slice(passage.start, passage.end));
          expect(passage.reason).not.toBe('');
          at = passage.end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one character', 'a'],
    ['many lines', 'Great!\n'],
    ['an endless run of spaces and bars', ' |'],
    ['digits', '1'],
    ['marks apart', '! '],
    ['tabs', '\t'],
  ])('in time linear in its length: %s', (_, part) => expect(growth(splitPage, part)).toBeLessThan(LINEAR));

  it('in time linear in its length: an endless line of spaces between letters', () => {
    expect(growth((spaces) => splitPage(`a${spaces}b`), ' ')).toBeLessThan(LINEAR);
  });

  it.each([' ', '\t', ','])('in time linear in its length: a rating that is followed by many %j', (part) => {
    expect(growth((many) => splitPage(`4 stars${many}x\n5 reviews${many}x`), part)).toBeLessThan(LINEAR);
  });
});

describe.skipIf(seedsMissing)('splitPage on the seed pages', () => {
  const seed = (name: string): string => readFileSync(new URL(name, SEEDS), 'utf8');

  it('takes exactly the twenty reviews of the mixed page, two of them with equal text', () => {
    const page = seed('004_312720fd16bb2629.txt');
    const reviews = reviewsOf(page);
    expect(reviews).toHaveLength(20);
    expect(new Set(reviews).size).toBe(19);
    expect(reviews).toEqual(page.trim().split('\n').slice(-20));
  });

  it('takes nothing of the policy page', () => {
    expect(reviewsOf(seed('000_531a0422fd488fde.txt'))).toEqual([]);
  });
});
