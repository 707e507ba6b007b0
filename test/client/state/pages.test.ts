import { describe, expect, it } from 'vitest';
import { mergeQuietly } from '../../../client/state/pages.ts';

const idOf = (item: string) => item.charAt(0);
const split = (text: string) => text.split(' ').filter(Boolean);

describe('a list on screen that is read again', () => {
  it.each([
    ['is brought up to date in its place', 'a b c', 'a b2 c', false, 'a b2 c', ''],
    ['keeps what left it, and says so', 'a b c', 'a c d', false, 'a b c d', 'b'],
    ['keeps the last one when it left', 'a b c', 'a b d', false, 'a b c d', 'c'],
    ['keeps all when nothing is there any more', 'a b', '', true, 'a b', 'a b'],
    ['lets nothing in above', 'a b c', 'n a b', false, 'a b c', ''],
    ['takes what has left from its end when there is no more', 'a b c', 'a b', true, 'a b c', 'c'],
    ['has back what had left', 'a b c', 'a b3 c', false, 'a b3 c', ''],
  ])('%s', (_, shown, fresh, isWhole, wanted, left) => {
    const merged = mergeQuietly(split(shown), { fresh: split(fresh), isWhole }, idOf);
    expect(merged.items).toEqual(split(wanted));
    expect([...merged.left]).toEqual(split(left));
  });
});
