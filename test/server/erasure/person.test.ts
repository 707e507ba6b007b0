import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, blankStrings } from '../../../server/erasure/blank-strings.ts';
import { createPersonFinder } from '../../../server/erasure/person.ts';

const jane = createPersonFinder({ author: 'Jane Q. Doe', email: 'Jane.Doe@example.com' });
const anna = createPersonFinder({ author: 'Anna' });

describe('the author of a review', () => {
  it.each([
    ['jane q. doe', true],
    [' JANE Q. DOE ', true],
    ['jane.doe@example.com', true],
    ['Jane', false],
    [null, false],
  ])('%s: %s', (name, wanted) => expect(jane.isAuthor(name)).toBe(wanted));
});

describe('what is blanked', () => {
  it.each([
    ['mail JANE.DOE@EXAMPLE.COM now', `mail ${BLANK} now`],
    ['jane.doe (at) example dot com', BLANK],
    ['ｊａｎｅ.doe＠example.com!', `${BLANK}!`],
    ['said Jane Q. Doe, twice: Jane Q. Doe', `said ${BLANK}, twice: ${BLANK}`],
    ['Both by “Jane Q. Doe”.', `Both by “${BLANK}”.`],
    ['jane.doe@example.community', 'jane.doe@example.community'],
    ['mary-jane.doe@example.com', 'mary-jane.doe@example.com'],
    ['Jane Q. Doering', 'Jane Q. Doering'],
  ])('%s', (text, wanted) => expect(blankStrings(text, jane.find)).toBe(wanted));

  it('of a name of one word: the whole string, or the name in quotes', () => {
    const given = { author: 'ANNA', note: 'Anna is a nice name', reason: 'By “Anna”.', actor: 'Anna' };
    expect(blankStrings(given, anna.find)).toEqual({ ...given, author: BLANK, reason: `By “${BLANK}”.` });
  });

  it('leaves dates, bytes and whatever has nothing of it as they are, and never throws', () => {
    const at = new Date();
    expect(blankStrings({ at, list: [1, null, { note: 'Jane Q. Doe' }] }, jane.find)).toEqual({
      ...{ at, list: [1, null, { note: BLANK }] },
    });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(blankStrings(value, jane.find)).toEqual(value);
      }),
    );
  });
});
