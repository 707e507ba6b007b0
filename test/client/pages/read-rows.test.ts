import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../client/pages/imports/read-rows.ts';

const COLUMNS = ['id', 'text', 'stars'];

describe('the first rows of a file', () => {
  it.each([
    ['commas', 'id,text,stars\n1,"Clear, sharp",5\n'],
    ['semicolons and CRLF', '\ufeffid;text;stars\r\n1;Clear, sharp;5\r\n'],
    ['tabs', 'id\ttext\tstars\n1\tClear, sharp\t5\n'],
    ['other columns between', 'id,mail,text,stars\n1,x,"Clear, sharp",5\n'],
    ['lines of JSON', '{"id":"1","text":"Clear, sharp","stars":5}\n{"id":"2'],
    ['an array', '[ {"id":"1","text":"Clear, sharp","stars":5} ,'],
  ])('are read from %s', (_, text) => {
    const [row] = readRows(text, COLUMNS, 1) ?? [];
    expect(row).toMatchObject({ id: '1', text: 'Clear, sharp', stars: '5' });
  });

  it('keep quotes, line breaks and what lies in an object', () => {
    expect(readRows('a,b\n"x ""y""\nz",2\n', ['a', 'b'])).toEqual([{ a: 'x "y"\nz', b: '2' }]);
    expect(readRows('{"who":{"name":"Ann"},"say":"a } b"}', ['who.name', 'say'])).toEqual([
      { 'who.name': 'Ann', say: 'a } b' },
    ]);
  });

  it.each([
    ['packed bytes', '\u001f\u008b\u0008 xyz'],
    ['another header', 'x,y\n1,2\n'],
    ['reviews deep inside', '{"meta":1,"list":[{"id":1}]}'],
    ['nothing but a header', 'id,text,stars\n'],
    ['a row that breaks off', 'id,text,stars\n1,"Clear'],
  ])('are not made up of %s', (_, text) => expect(readRows(text, COLUMNS)).toBeNull());

  it('are never more than asked for, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '{', '}', ':', '\\') }), (text) => {
        expect((readRows(`a,b\n${text}`, ['a', 'b'], 2) ?? []).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
