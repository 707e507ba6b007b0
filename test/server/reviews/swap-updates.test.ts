import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UpdateEvent } from '../../../server/reviews/event-store.ts';
import type { StoredContent } from '../../../server/reviews/stored-content.ts';
import { swapUpdates } from '../../../server/reviews/swap-updates.ts';

const says = (text: string) => ({ text }) as StoredContent;
const update = (version: number, by: number | undefined, former: string): UpdateEvent => ({
  ...{ _id: version, review: 1, at: new Date(version), actor: 'source', event: 'updated', detail: null, version },
  former: says(former),
  ...(by === undefined ? {} : { import: by }),
});

/** Updates by imports 1 to 3, or by nobody's (0), one after another: the nth says `n`, before the first it said `0`. */
const history = (by: readonly number[]) =>
  by.map((importId, index) => update(index + 1, importId === 0 ? undefined : importId, String(index)));

it('a review says what its last update says of those that stand, whatever is taken back and done again in what order', () => {
  const turns = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 7 }), turns, (by, toggled) => {
      let updates = history(by);
      let content = says(String(by.length));
      const undone = new Set<number>();
      for (const importId of toggled) {
        const direction = undone.has(importId) ? 'redo' : 'undo';
        const swapped = swapUpdates({ content, updates, importId, direction });
        expect(swapped).toBeDefined();
        const changed = new Map(swapped?.changed.map((one) => [one._id, one]));
        updates = updates.map((one) => changed.get(one._id) ?? one);
        content = swapped?.content as StoredContent;
        if (direction === 'undo') undone.add(importId);
        else undone.delete(importId);
        const last = by.findLastIndex((one) => !undone.has(one));
        expect(content.text).toBe(String(last + 1));
      }
    }),
  );
});

it('leaves a review alone that a later update has changed, and lets that lead back to what was before both', () => {
  const updates = history([1, 2]);
  const content = says('2');
  const first = swapUpdates({ content, updates, importId: 1, direction: 'undo' });
  expect(first?.content).toBe(content);
  expect(first?.changed.map(({ version, former, undone }) => [version, former?.text, undone])).toEqual([
    [1, '1', true],
    [2, '0', undefined],
  ]);
  expect(updates[0]?.undone).toBeUndefined();
});

it('does nothing where the history has gaps', () => {
  const [one, two] = history([1, 0]) as [UpdateEvent, UpdateEvent];
  const { former: _, ...gap } = two;
  expect(swapUpdates({ content: says('2'), updates: [one, gap], importId: 1, direction: 'undo' })).toBeUndefined();
});
