import type { DecisionReason } from '../../server/contract/duplicates.ts';
import type { CheckId } from '../../server/contract/review-flags.ts';
import type { ReviewView } from '../../server/contract/reviews.ts';

/** What each check is called on screen; the server's own labels where they are known. */
export const CHECK_WORDS: Record<CheckId, string> = {
  unreadable: 'Says nothing',
  'account-number': 'Card or account number',
  'contact-data': 'E-mail or phone',
  profanity: 'Obscene or abusive',
  'rough-language': 'Rough language',
  link: 'Link',
  advertising: 'Advertising',
  'stars-against-text': 'Stars against the text',
  burst: 'Wave of alike texts',
};

const REASON_OF: Partial<Record<CheckId, DecisionReason>> = {
  unreadable: 'off-product',
  'account-number': 'personal-data',
  'contact-data': 'personal-data',
  link: 'spam',
  advertising: 'spam',
  burst: 'spam',
};

/** The reason that removing a review would most likely have, by what holds it. */
export function suggestReason(review: ReviewView): DecisionReason {
  const holds = review.flags.filter(({ level }) => level === 'hold');
  for (const { check } of [...holds, ...review.flags]) {
    const reason = REASON_OF[check];
    if (reason) return reason;
  }
  return 'other';
}
