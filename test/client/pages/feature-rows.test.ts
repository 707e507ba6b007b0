import { describe, expect, it } from 'vitest';
import { showShare } from '../../../client/pages/features/feature-rows.ts';

const share = (value: number) => ({ value, low: 0, high: 1 });

describe('a share of checked reviews', () => {
  it.each([
    [share(0.857), 14, { text: '86\u202f%', note: 'n 14', isFigure: true }],
    [share(1), 10, { text: '100\u202f%', note: 'n 10', isFigure: true }],
    [share(1), 9, { text: 'too few', note: 'n 9', isFigure: false }],
    [null, 0, { text: '–', note: '', isFigure: false }],
  ])('%j of %d is shown as %j', (estimate, n, wanted) => expect(showShare(estimate, n)).toEqual(wanted));
});
