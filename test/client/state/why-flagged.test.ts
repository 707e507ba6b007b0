import { describe, expect, it } from 'vitest';
import { whyFlagged } from '../../../client/state/why-flagged.ts';
import type { ClusterDetail, CopyPair } from '../../../server/contract/duplicates.ts';

const pair = (a: string, b: string, reasons: [string, string][]): CopyPair => ({
  ...{ a, b, kind: 'near', score: 0.9, dismissed: false },
  reasons: reasons.map(([code, detail]) => ({ code, detail })),
});
const WHY = 'The whole story. Of two products, “alder-one” and “tarn-outdoor-2”.';
const clusterOf = (pairs: CopyPair[], signals: ClusterDetail['signals'] = []) =>
  ({ pairs, signals, why: WHY }) as unknown as ClusterDetail;
const split = { survivor: 'R-1', kept: [], shown: 'R-2' };
const WORDS: [string, string] = ['same-words', '9 of 10 words are the same'];

describe('why a copy was flagged', () => {
  it.each([
    ['the strongest evidence', [WORDS], '9 of 10 words are the same.', []],
    [
      'and what makes it likelier',
      [WORDS, ['days-apart', 'Dated 3 days apart.'], ['same-author', 'Both by “Ann”.']],
      '9 of 10 words are the same. Both by “Ann”.',
      ['Dated 3 days apart.'],
    ],
    [
      'with products and sources by their names',
      [WORDS, ['other-source', 'From two sources, “own-shop” and “play_store”.']],
      '9 of 10 words are the same.',
      ['From two sources, “Own shop” and “Play store”.'],
    ],
    [
      'of the cluster where the pair has none',
      [],
      'The whole story. Of two products, “Alder One” and “Tarn Outdoor 2”.',
      [],
    ],
  ] as [string, [string, string][], string, string[]][])('is %s', (_, reasons, line, more) =>
    expect(whyFlagged(clusterOf([pair('R-1', 'R-2', reasons)]), split)).toEqual({ line, more }),
  );

  it('names the copy that it is a copy of', () =>
    expect(whyFlagged(clusterOf([pair('R-3', 'R-2', [WORDS])]), split).line).toBe(
      'A copy of R-3, which is in this cluster too. 9 of 10 words are the same.',
    ));

  it('tells of a burst behind “More”', () =>
    expect(whyFlagged(clusterOf([pair('R-1', 'R-2', [WORDS])], ['burst']), split).more).toHaveLength(1));
});
