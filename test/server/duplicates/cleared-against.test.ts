import { expect, it } from 'vitest';
import { clearanceOf, clearedAgainst } from '../../../server/duplicates/cleared-against.ts';

const text = (_id: number, exact = `t${_id}`) => ({ _id, exact });
const clearance = (decision: number, ...ids: number[]) => ({
  decision,
  kept: new Map(ids.map((id) => [id, `t${id}`])),
});

it.each([
  ['both were kept by one decision', text(1), text(2), [clearance(7, 1, 2, 3)], 7],
  ['each by another decision', text(1), text(2), [clearance(7, 1, 3), clearance(8, 2, 3)], undefined],
  ['the first says something else now', text(1, 'new'), text(2), [clearance(7, 1, 2)], undefined],
  ['the second says something else now', text(1), text(2, 'new'), [clearance(7, 1, 2)], undefined],
  ['nobody has decided', text(1), text(2), [], undefined],
])('two reviews are cleared of being copies when %s', (_, x, y, clearances, decision) => {
  expect(clearanceOf(x, y, clearances)).toBe(decision);
  expect(clearedAgainst(x, [x, y], clearances)).toEqual(new Set(decision === undefined ? [] : [y._id]));
});
