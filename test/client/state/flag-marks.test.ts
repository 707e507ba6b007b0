import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFlags } from '../../../client/state/flag-marks.ts';
import type { ReviewFlag } from '../../../server/contract/review-flags.ts';

const flag = (...spans: [number, number][]): ReviewFlag => ({
  ...{ check: 'link', level: 'hold', detail: '', failed: false },
  spans: spans.map(([start, end]) => ({ field: 'text', start, end })),
});
const told = (text: string, flags: ReviewFlag[]) =>
  markFlags(text, flags, 'text').map((run) => (run.flags.length === 0 ? run.text : `[${run.text}:${run.flags}]`));

describe('marks of what was found', () => {
  it.each([
    ['nothing', [], ['abcdef']],
    ['one', [flag([1, 3])], ['a', '[bc:0]', 'def']],
    ['all', [flag([0, 6])], ['[abcdef:0]']],
    ['two apart', [flag([0, 1]), flag([5, 6])], ['[a:0]', 'bcde', '[f:1]']],
    ['two on one another', [flag([1, 4]), flag([2, 6])], ['a', '[b:0]', '[cd:0,1]', '[ef:1]']],
    ['beyond the end', [flag([4, 99])], ['abcd', '[ef:0]']],
    ['of no length', [flag([2, 2])], ['abcdef']],
  ])('stand on %s', (_, flags, wanted) => expect(told('abcdef', flags)).toEqual(wanted));

  it('are of one field', () => expect(markFlags('abc', [flag([0, 2])], 'title')).toEqual([{ text: 'abc', flags: [] }]));

  it('lose no letter', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), spans, (text, all) => {
        const runs = markFlags(text, [flag(...all)], 'text');
        expect(runs.map((run) => run.text).join('')).toBe(text);
      }),
    );
  });
});
