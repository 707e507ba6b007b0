import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageEstimate, netEstimate, shareEstimate } from '../../../server/analytics/estimate.ts';

const count = fc.nat({ max: 5000 });

describe('shareEstimate', () => {
  // Newcombe 1998, table I: 81 of 263 by Wilson's score interval without continuity correction.
  it('equals a published Wilson interval', () => {
    const { low, high } = shareEstimate(81, 263) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it.each([
    [0, 0, null],
    [0, 10, { value: 0, low: 0, high: 0.2775 }],
    [10, 10, { value: 1, low: 0.7225, high: 1 }],
  ])('%i of %i', (n, of, wanted) => {
    const estimate = shareEstimate(n, of);
    if (wanted === null) expect(estimate).toBeNull();
    else for (const key of ['value', 'low', 'high'] as const) expect(estimate?.[key]).toBeCloseTo(wanted[key], 4);
  });
});

describe('netEstimate', () => {
  it('lies in its interval, and the interval in −1 to 1', () => {
    fc.assert(
      fc.property(count, count, count, count, (positive, negative, neutral, mixed) => {
        const estimate = netEstimate({ positive, negative, neutral, mixed });
        if (positive + negative + neutral + mixed === 0) {
          expect(estimate).toBeNull();
          return;
        }
        const { value, low, high } = estimate ?? { value: 9, low: 9, high: 9 };
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps its width when all of few agree, and narrows with more', () => {
    const width = (positive: number) => {
      const { low, high } = netEstimate({ positive, negative: 0, neutral: 0, mixed: 0 }) ?? { low: 0, high: 0 };
      return high - low;
    };
    expect(width(2)).toBeGreaterThan(0.5);
    expect(width(200)).toBeLessThan(0.05);
  });
});

describe('averageEstimate', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0], null, null],
    [[0, 0, 0, 0, 0, 1], 5, { value: 5, low: 1, high: 5 }],
    [[3, 1, 0, 0, 0, 1], 3, { value: 3, low: 1, high: 5 }],
    [[0, 0, 0, 50, 50, 0], 3.5, { value: 3.5, low: 3.4015, high: 3.5985 }],
  ])('%j', (stars, average, wanted) => {
    const estimate = averageEstimate(stars, average);
    if (wanted === null) expect(estimate).toBeNull();
    else for (const key of ['value', 'low', 'high'] as const) expect(estimate?.[key]).toBeCloseTo(wanted[key], 3);
  });
});
