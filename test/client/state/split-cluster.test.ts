import { describe, expect, it } from 'vitest';
import {
  countRemoved,
  kindOfCopy,
  listCopies,
  listRemoved,
  showNextCopy,
  suggestSplit,
  swapSurvivor,
  toDecision,
  toggleKept,
} from '../../../client/state/split-cluster.ts';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';

const cluster = {
  id: 'C-1',
  survivor: 'R-1',
  suggestedKeep: ['R-1'],
  size: 3,
  version: 3,
  members: [{ id: 'R-1' }, { id: 'R-2' }, { id: 'R-3' }],
  pairs: [
    { a: 'R-1', b: 'R-2', kind: 'near', score: 0.8, reasons: [], dismissed: false },
    { a: 'R-2', b: 'R-3', kind: 'exact', score: 1, reasons: [], dismissed: false },
  ],
} as unknown as ClusterDetail;
const start = suggestSplit(cluster);

describe('splitting a cluster', () => {
  it('begins with the suggested survivor and its first copy', () =>
    expect(start).toEqual({ survivor: 'R-1', shown: 'R-2', kept: [] }));

  it('swaps survivor and shown copy, and back', () => {
    const swapped = swapSurvivor(start);
    expect(swapped).toEqual({ survivor: 'R-2', shown: 'R-1', kept: [] });
    expect(swapSurvivor(swapped)).toEqual(start);
  });
  it('does not keep a survivor twice', () => {
    const kept = toggleKept(start);
    expect(swapSurvivor(kept).kept).toEqual([]);
  });
  it('keeps a copy too, and takes that back', () => {
    expect(listRemoved(cluster, toggleKept(start))).toEqual(['R-3']);
    expect(toggleKept(toggleKept(start))).toEqual(start);
  });
  it('shows one copy after the other and begins again', () => {
    const next = showNextCopy(cluster, start);
    expect(next.shown).toBe('R-3');
    expect(showNextCopy(cluster, next).shown).toBe('R-2');
  });
  it.each([start, swapSurvivor(start), toggleKept(start), toggleKept(showNextCopy(cluster, swapSurvivor(start)))])(
    'hands in every member once, with the version on the screen: %j',
    (split) => {
      const decision = toDecision(cluster, split, 'duplicate-near');
      if (decision.action !== 'remove') throw new Error('remove');
      expect([...decision.keep, ...(decision.remove ?? [])].sort()).toEqual(['R-1', 'R-2', 'R-3']);
      expect(decision.keep[0]).toBe(split.survivor);
      expect(decision.version).toBe(3);
    },
  );
  it('begins with what is suggested to keep, and shows a copy that goes', () => {
    const split = suggestSplit({ ...cluster, suggestedKeep: ['R-1', 'R-2'] });
    expect(split).toEqual({ survivor: 'R-1', shown: 'R-3', kept: ['R-2'] });
  });
  it('names only what is kept of a cluster too large to list', () => {
    const large = { ...cluster, size: 900 };
    expect(toDecision(large, toggleKept(start), 'duplicate-near')).not.toHaveProperty('remove');
    expect(countRemoved(large, toggleKept(start))).toBe(898);
  });
  it('compares with the survivor where that was measured, else with the nearest', () => {
    expect(kindOfCopy(cluster, 'R-1', 'R-2')?.kind).toBe('near');
    expect(kindOfCopy(cluster, 'R-1', 'R-3')?.kind).toBe('exact');
  });
  it('lists copies without the survivor', () =>
    expect(listCopies(cluster, start).map(({ id }) => id)).toEqual(['R-2', 'R-3']));
});
