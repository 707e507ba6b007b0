import type { CheckId } from '../contract/review-flags.ts';
import type { CheckMode } from '../contract/screening.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { CHECKS } from './checks.ts';
import type { CheckFinding } from './run-checks.ts';

export type CheckModes = Readonly<Record<CheckId, CheckMode>>;

/** A finding as it is stored with its review; `level` follows from the settings, `off` is kept and not shown. */
export interface StoredFlag extends CheckFinding {
  level: CheckMode;
}

/** Why a review is pending that a check holds. */
const HELD_BY_SCREENING = 'screening';

export const DEFAULT_MODES = Object.fromEntries(CHECKS.map(({ id, defaultMode }) => [id, defaultMode])) as CheckModes;

/** What is made of a finding; a check that failed holds whatever its mode. */
export const toFlag = (finding: CheckFinding, modes: CheckModes): StoredFlag => ({
  ...finding,
  level: finding.failed ? 'hold' : modes[finding.check],
});

const isHeldBy = (flags: readonly StoredFlag[]) => flags.some(({ level }) => level === 'hold');

/**
 * The review with the status that its flags ask for: one reason that holds is enough. What a person has published
 * stays so while the text is the same; what is removed, or pending for another reason, is not touched.
 */
export function withStatusOfFlags(review: StoredReview): StoredReview {
  const isHeld = isHeldBy(review.flags ?? []);
  if (isHeld && review.status === 'published' && !review.screenCleared)
    return { ...review, status: 'pending', statusReason: HELD_BY_SCREENING };
  if (!isHeld && review.status === 'pending' && review.statusReason === HELD_BY_SCREENING)
    return { ...review, status: 'published', statusReason: null };
  return review;
}

/** Its flags as the modes say, and the status that follows. The same object where nothing changes. */
export function withModes(review: StoredReview, modes: CheckModes): StoredReview {
  const flags = review.flags ?? [];
  const levelled = flags.map((flag) => toFlag(flag, modes));
  const isSame = levelled.every(({ level }, index) => level === flags[index]?.level);
  return withStatusOfFlags(isSame ? review : { ...review, flags: levelled });
}
