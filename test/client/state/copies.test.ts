import { describe, expect, it } from 'vitest';
import { isMoved, netsOf, tellCopies, tellOther } from '../../../client/state/copies.ts';

const figure = (label: string, once: number | null, all: number | null) => ({ label, once, all });

describe('what copies do to figures', () => {
  it.each([
    [0.1, 0.12, true],
    [0.1, 0.104, false],
    [0.1, 0.1, false],
    [null, 0.1, false],
    [0.1, null, false],
  ])('%s and %s: moved as written is %s', (once, all, moved) => expect(isMoved({ once, all })).toBe(moved));

  it('is said of a figure in the counting that is not shown', () => {
    expect(tellOther(figure('', 0.1, 0.2), 'once', 'en')).toBe(', with all copies +0.20');
    expect(tellOther(figure('', 0.1, 0.2), 'all', 'en')).toBe(', counted once +0.10');
    expect(tellOther(figure('', 0.1, 0.1), 'once', 'en')).toBe('');
  });

  it.each([
    [[], ''],
    [[figure('App', null, null)], ''],
    [[figure('App', 0.1, 0.1), figure('Lens', 0.2, 0.2)], 'Copies move none of the 2 figures'],
    [
      [figure('App', 0.1, 0.2), figure('Lens', 0.2, -0.2), figure('Sound', 1, 1)],
      'Copies move 2 of 3 figures, most Lens: +0.20 counted once, \u22120.20 with all',
    ],
  ])('is summed up for a card', (figures, told) => expect(tellCopies(figures, 'en')).toBe(told));

  it('knows no figures where none were asked for', () => expect(netsOf(undefined)).toEqual({ once: null, all: null }));
});
