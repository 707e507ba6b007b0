import { findAdvertising, findLinks, tellUnreadable } from '../../nlp/screen.ts';
import type { CheckId } from '../contract/review-flags.ts';
import type { CheckMode } from '../contract/screening.ts';
import { findOpposedStars } from './opposed-stars.ts';
import type { FieldSpan, ScreenedReview } from './screened-review.ts';

/** What a check has against a review, and the words behind it. */
export interface Finding {
  detail: string;
  spans: readonly FieldSpan[];
}

export interface Check {
  id: CheckId;
  label: string;
  description: string;
  defaultMode: CheckMode;
  /** Undefined for a check that looks at many reviews at once: see find-bursts.ts. */
  find?: (review: ScreenedReview) => Finding | undefined;
}

const bare = ({ field, start, end }: FieldSpan): FieldSpan => ({ field, start, end });
const count = (spans: readonly unknown[], one: string, many = `${one}s`) =>
  `${spans.length} ${spans.length === 1 ? one : many}`;

const told = (spans: readonly FieldSpan[], detail: string): Finding | undefined =>
  spans.length > 0 ? { detail, spans: spans.map(bare) } : undefined;

/**
 * The whole policy, in the order in which it is carried out. Every check is asked, and every reason is kept: one that
 * holds does not hide the others. Defaults hold what must not be seen by anybody, and otherwise only note: an import
 * must not vanish into a queue that nobody knows of.
 */
export const CHECKS: readonly Check[] = [
  {
    id: 'unreadable',
    label: 'Says nothing',
    description: 'No words, keys typed at random, or a placeholder in place of a review.',
    defaultMode: 'note',
    find: ({ text }) => {
      const detail = tellUnreadable(text);
      return detail === undefined ? undefined : { detail, spans: [{ field: 'text', start: 0, end: text.length }] };
    },
  },
  {
    id: 'account-number',
    label: 'Card or account number',
    description: 'Numbers of payment cards and bank accounts, told by their check digits.',
    defaultMode: 'hold',
    find: ({ personal }) => {
      const spans = personal().filter(({ kind }) => kind === 'card' || kind === 'iban');
      return told(spans, `Holds ${count(spans, 'card or account number')}.`);
    },
  },
  {
    id: 'contact-data',
    label: 'E-mail or phone',
    description: 'E-mail addresses and phone numbers. They are masked wherever the review is shown.',
    defaultMode: 'note',
    find: ({ personal }) => {
      const spans = personal().filter(({ kind }) => kind === 'e-mail' || kind === 'phone');
      return told(
        spans,
        `Holds ${count(spans, 'e-mail address or phone number', 'e-mail addresses or phone numbers')}.`,
      );
    },
  },
  {
    id: 'profanity',
    label: 'Obscene or abusive',
    description: 'Obscenities and slurs, whole words, also in disguise.',
    defaultMode: 'note',
    find: ({ rude }) => {
      const spans = rude().filter(({ strength }) => strength === 'strong');
      return told(spans, `Holds ${count(spans, 'obscene or abusive word')}.`);
    },
  },
  {
    id: 'rough-language',
    label: 'Rough language',
    description: 'What people say in anger of a thing that does not work, and in praise of one that does.',
    defaultMode: 'off',
    find: ({ rude }) => {
      const spans = rude().filter(({ strength }) => strength === 'mild');
      return told(spans, `Holds ${count(spans, 'rough word')}.`);
    },
  },
  {
    id: 'link',
    label: 'Link',
    description: 'Addresses of pages.',
    defaultMode: 'note',
    find: ({ inFields }) => {
      const spans = inFields(findLinks);
      return told(spans, `Holds ${count(spans, 'link')}.`);
    },
  },
  {
    id: 'advertising',
    label: 'Advertising',
    description: 'Codes and offers, other shops, contact outside of this one, schemes.',
    defaultMode: 'note',
    find: ({ inFields }) => told(inFields(findAdvertising), 'Advertises something.'),
  },
  {
    id: 'stars-against-text',
    label: 'Stars against the text',
    description: 'One or two stars with clear praise, four or five with clear blame.',
    defaultMode: 'note',
    find: findOpposedStars,
  },
  {
    id: 'burst',
    label: 'Wave of alike texts',
    description: 'Five or more alike texts came in together, under different names, dated over a week or more.',
    defaultMode: 'note',
  },
];
