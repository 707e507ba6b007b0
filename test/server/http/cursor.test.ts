import { describe, expect, it } from 'vitest';
import { dayCursor, decodeCursor, encodeCursor } from '../../../server/http/cursor.ts';

describe('a cursor', () => {
  it('comes back as it went', () => {
    expect(decodeCursor(encodeCursor(['2026-03-05', 7]), ['string', 'number'])).toEqual(['2026-03-05', 7]);
    expect(dayCursor.decode(dayCursor.encode({ day: '2026-03-05', _id: 7 }) ?? undefined)).toEqual({
      ...{ day: '2026-03-05', id: 7 },
    });
    expect(dayCursor.encode(undefined)).toBeNull();
    expect(dayCursor.decode(undefined)).toBeUndefined();
  });

  it.each([
    ['of another list, with more parts', encodeCursor(['2026-03-05', 7, 8])],
    ['with fewer', encodeCursor(['2026-03-05'])],
    ['with parts of another type', encodeCursor([7, '2026-03-05'])],
    ['of no list', Buffer.from('{"day":1}').toString('base64url')],
    ['that is no JSON', 'abc'],
  ])('%s is refused', (_, cursor) => {
    expect(() => dayCursor.decode(cursor)).toThrow('is not a cursor that this list gave');
  });
});
