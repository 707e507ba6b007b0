import type { ReviewToAnalyse } from '../analysis/analyse-pool.ts';
import type { CheckId } from '../contract/review-flags.ts';
import { CHECKS, type Check } from './checks.ts';
import { type FieldSpan, type ScreenedReview, toScreened } from './screened-review.ts';

/** Goes up when the checks find something else, or what is kept of it is another: then all reviews are screened again. */
export const SCREENING_VERSION = 2;

/** What a check has found, whatever is then made of it. */
export interface CheckFinding {
  check: CheckId;
  detail: string;
  spans: FieldSpan[];
  /** The check broke off: nobody knows what it would have found. */
  failed: boolean;
}

/** Places of one finding that are kept. */
const MAX_SPANS = 20;

function findingOf({ id, label, find }: Check, review: ScreenedReview): CheckFinding | undefined {
  try {
    const found = find?.(review);
    return found && { check: id, detail: found.detail, spans: found.spans.slice(0, MAX_SPANS), failed: false };
  } catch {
    // Not swallowed: a check that fails holds the review, with this as the reason that the moderator sees.
    return { check: id, detail: `The check “${label}” could not be carried out.`, spans: [], failed: true };
  }
}

/** All that the checks have against a review, in their order. Never throws. */
export function screenReview(
  review: ReviewToAnalyse,
  analysis: ScreenedReview['analysis'],
  checks: readonly Check[] = CHECKS,
): CheckFinding[] {
  const screened = toScreened(review, analysis);
  return checks.flatMap((check) => findingOf(check, screened) ?? []);
}
