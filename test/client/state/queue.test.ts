import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_QUEUE,
  fillQueue,
  moveSelection,
  positionOf,
  postpone,
  putBack,
  type Queue,
  sweepGone,
  takeItem,
  takeItems,
} from '../../../client/state/queue.ts';
import type { ClusterSummary } from '../../../server/contract/duplicates.ts';

const cluster = (id: string) => ({ id, headline: id }) as ClusterSummary;
const queueOf = (ids: string, selected: string | null = ids[0] ?? null): Queue => ({
  items: [...ids].map(cluster),
  selected,
  total: ids.length,
  failed: {},
  gone: {},
});
const idsOf = (queue: Queue) => queue.items.map((item) => item.id).join('');

describe('filling the list', () => {
  it.each([
    ['what the address names', 'abc', 'c', 'c'],
    ['the first when the address names nothing', 'abc', null, 'a'],
    ['the first when what it names is not there', 'abc', 'z', 'a'],
    ['nothing when there is nothing', '', null, null],
  ])('selects %s', (_, ids, wanted, selected) => {
    expect(fillQueue(EMPTY_QUEUE, [...ids].map(cluster), ids.length, wanted).selected).toBe(selected);
  });
  it('leaves the selection where it is when more is read', () =>
    expect(fillQueue(queueOf('abc', 'b'), [...'abcd'].map(cluster), 4, null).selected).toBe('b'));
});

describe('a decision', () => {
  it.each([
    ['the next', 'abc', 'b', 'c'],
    ['the one before at the end', 'abc', 'c', 'b'],
    ['nothing after the last', 'a', 'a', null],
  ])('selects %s', (_, ids, id, selected) => {
    const taken = takeItem(queueOf(ids, id), id);
    expect(taken?.queue.selected).toBe(selected);
    expect(taken?.queue.total).toBe(ids.length - 1);
  });
  it('on another row leaves the selection alone', () =>
    expect(takeItem(queueOf('abc', 'a'), 'c')?.queue.selected).toBe('a'));
  it('on what is not there does nothing', () => expect(takeItem(queueOf('abc'), 'z')).toBeNull());

  it('that fails puts the item back where it was, with the reason', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (at) => {
        const before = queueOf('abcdef');
        const taken = takeItem(before, 'abcdef'[at] ?? '');
        if (!taken) throw new Error('taken');
        const after = putBack(taken.queue, { item: taken.item, index: taken.index, reason: 'Ann was faster' });
        expect(idsOf(after)).toBe('abcdef');
        expect(after.total).toBe(6);
        expect(after.failed).toEqual({ [taken.item.id]: 'Ann was faster' });
        expect(after.selected).toBe(taken.item.id);
      }),
    ));
  it('taken back twice leaves one item', () => {
    const once = putBack(queueOf('ab'), { item: cluster('c'), index: 1 });
    expect(idsOf(putBack(once, { item: cluster('c'), index: 1 }))).toBe('acb');
    expect(putBack(once, { item: cluster('c'), index: 1 }).total).toBe(3);
  });
});

describe('moving on', () => {
  it.each([
    ['b', 1, 'c'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
  ])('from %s by %d leads to %s', (from, step, to) =>
    expect(moveSelection(queueOf('abc', from), step).selected).toBe(to),
  );

  it.each([
    ['abc', 'a', 'bca', 'b'],
    ['abc', 'c', 'abc', 'a'],
    ['a', 'a', 'a', 'a'],
  ])('later moves it to the end: %s, %s', (ids, id, order, selected) => {
    const after = postpone(queueOf(ids, id), id);
    expect(idsOf(after)).toBe(order);
    expect(after.selected).toBe(selected);
    expect(after.total).toBe(ids.length);
  });
  it('counts places from one', () => expect(positionOf(queueOf('abc', 'b'))).toBe(2));
});

describe('what others have dealt with', () => {
  const goneIn = (ids: string, selected: string, gone: string): Queue => ({
    ...queueOf(ids, selected),
    gone: Object.fromEntries([...gone].map((id) => [id, 'Ann'])),
  });

  it.each([
    ['abcd', 'b', 'ac', 1, 'bd', 'd'],
    ['abcd', 'b', 'b', 1, 'acd', 'c'],
    ['abcd', 'b', 'bc', 1, 'ad', 'd'],
    ['abcd', 'b', 'b', -1, 'acd', 'a'],
    ['abcd', 'd', 'd', 1, 'abc', 'c'],
    ['a', 'a', 'a', 1, '', null],
  ])('leaves %s at %s without %s on a move by %d', (ids, selected, gone, step, left, next) => {
    const after = moveSelection(goneIn(ids, selected, gone), step);
    expect([idsOf(after), after.selected, after.gone]).toEqual([left, next, {}]);
  });

  it('leaves with a decision too, and the place of an undo is right then', () => {
    const taken = takeItem(goneIn('abcd', 'c', 'a'), 'c');
    expect(taken && [idsOf(taken.queue), taken.queue.selected, taken.index]).toEqual(['bd', 'd', 1]);
  });

  it('stays in its place until then', () => expect(sweepGone(queueOf('abc', 'b'))).toEqual(queueOf('abc', 'b')));
});

describe('a decision on many', () => {
  it('takes them out and selects what is left', () => {
    const after = takeItems(queueOf('abcdef', 'c'), new Set('bcd'));
    expect([idsOf(after), after.selected, after.total]).toEqual(['aef', 'e', 3]);
  });
});
