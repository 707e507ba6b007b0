import { describe, expect, it } from 'vitest';
import { suggestReason } from '../../../client/state/checks.ts';
import type { CheckId } from '../../../server/contract/review-flags.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';

describe('the reason that is suggested', () => {
  const flagged = (...flags: [CheckId, 'hold' | 'note'][]) =>
    ({ flags: flags.map(([check, level]) => ({ check, level })) }) as unknown as ReviewView;
  it.each([
    ['what holds it first', flagged(['link', 'note'], ['account-number', 'hold']), 'personal-data'],
    ['what was noted', flagged(['advertising', 'note']), 'spam'],
    ['another finding where the first has none', flagged(['profanity', 'hold'], ['unreadable', 'note']), 'off-product'],
    ['nothing', flagged(), 'other'],
  ])('goes by %s', (_, held, reason) => expect(suggestReason(held)).toBe(reason));
});
