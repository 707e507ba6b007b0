import { describe, expect, it } from 'vitest';
import {
  type HeldQueue,
  moveHeld,
  postponeHeld,
  putHeldBack,
  suggestReason,
  takeHeld,
} from '../../../client/state/held-queue.ts';
import type { CheckId } from '../../../server/contract/review-flags.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';

const review = (id: string) => ({ id, flags: [] }) as unknown as ReviewView;
const queueOf = (ids: string, selected: string): HeldQueue => ({
  items: [...ids].map(review),
  selected,
  total: ids.length,
  failed: {},
});
const idsOf = ({ items }: HeldQueue) => items.map(({ id }) => id).join('');

describe('held reviews', () => {
  it.each([
    ['abc', 'b', 'ac', 'c'],
    ['abc', 'c', 'ab', 'b'],
    ['a', 'a', '', null],
  ])('of %s without %s are %s, at %s', (ids, id, left, selected) => {
    const after = takeHeld(queueOf(ids, id), id);
    expect([idsOf(after), after.selected, after.total]).toEqual([left, selected, ids.length - 1]);
  });

  it('come back to their place, once, with the reason', () => {
    const after = putHeldBack(takeHeld(queueOf('abc', 'b'), 'b'), review('b'), 1, 'Ann was faster');
    expect([idsOf(after), after.selected, after.total, after.failed]).toEqual(['abc', 'b', 3, { b: 'Ann was faster' }]);
    expect(putHeldBack(after, review('b'), 1).total).toBe(3);
  });

  it.each([
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
  ])('from %s by %d lead to %s', (from, step, to) => expect(moveHeld(queueOf('abc', from), step).selected).toBe(to));

  it.each([
    ['a', 'bca', 'b'],
    ['c', 'abc', 'a'],
  ])('put off %s as %s, at %s', (id, order, selected) => {
    const after = postponeHeld(queueOf('abc', id), id);
    expect([idsOf(after), after.selected, after.total]).toEqual([order, selected, 3]);
  });
});

describe('the reason that is suggested', () => {
  const flagged = (...flags: [CheckId, 'hold' | 'note'][]) =>
    ({ flags: flags.map(([check, level]) => ({ check, level })) }) as unknown as ReviewView;
  it.each([
    ['what holds it first', flagged(['link', 'note'], ['account-number', 'hold']), 'personal-data'],
    ['what was noted', flagged(['advertising', 'note']), 'spam'],
    ['another finding where the first has none', flagged(['profanity', 'hold'], ['unreadable', 'note']), 'off-product'],
    ['nothing', flagged(), 'other'],
  ])('goes by %s', (_, held, reason) => expect(suggestReason(held)).toBe(reason));
});
