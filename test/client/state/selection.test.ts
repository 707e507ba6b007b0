import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseAll,
  chooseOnly,
  countChosen,
  isChosen,
  NO_SELECTION,
  type Selection,
  toggle,
  toggleRange,
} from '../../../client/state/selection.ts';

const ORDER = [...'abcdef'];
const chosen = (selection: Selection) => ORDER.filter((id) => isChosen(selection, id)).join('');

describe('choosing many', () => {
  it.each([
    ['one', () => toggle(NO_SELECTION, 'b'), 'b'],
    ['one and not after all', () => toggle(toggle(NO_SELECTION, 'b'), 'b'), ''],
    ['a range downwards', () => toggleRange(toggle(NO_SELECTION, 'b'), 'e', ORDER), 'bcde'],
    ['a range upwards', () => toggleRange(toggle(NO_SELECTION, 'e'), 'b', ORDER), 'bcde'],
    ['a range without a beginning', () => toggleRange(NO_SELECTION, 'c', ORDER), 'c'],
    ['a range that takes back', () => toggleRange(toggle(toggle(chooseOnly('abcdef'), 'b'), 'b'), 'd', ORDER), 'aef'],
    ['all that match', () => chooseAll(), 'abcdef'],
    ['all but one', () => toggle(chooseAll(), 'c'), 'abdef'],
    ['all but a range', () => toggleRange(toggle(chooseAll(), 'b'), 'd', ORDER), 'aef'],
    ['what has failed', () => chooseOnly(['c', 'a']), 'ac'],
    ['nothing that has failed', () => chooseOnly([]), ''],
  ])('chooses %s', (_, choose, wanted) => expect(chosen(choose())).toBe(wanted));

  it('counts what is not loaded too', () => {
    expect(countChosen(chooseAll(), 1240)).toBe(1240);
    expect(countChosen(toggle(chooseAll(), 'c'), 1240)).toBe(1239);
    expect(countChosen(toggle(NO_SELECTION, 'c'), 1240)).toBe(1);
  });

  it('ticks a row exactly when it was not', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ORDER), { maxLength: 12 }), fc.boolean(), (clicks, isAll) => {
        let selection = isAll ? chooseAll() : NO_SELECTION;
        for (const id of clicks) {
          const before = isChosen(selection, id);
          selection = toggle(selection, id);
          expect(isChosen(selection, id)).toBe(!before);
        }
      }),
    ));
});
