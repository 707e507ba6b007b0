import { z } from 'zod';

/** What a screening check looks for, in the order in which they are carried out. */
export const CheckId = z
  .enum([
    'unreadable',
    'account-number',
    'contact-data',
    'profanity',
    'rough-language',
    'link',
    'advertising',
    'stars-against-text',
    'burst',
  ])
  .meta({ id: 'CheckId' });
export type CheckId = z.infer<typeof CheckId>;

/** Kinds of personal data that are found and masked in texts. */
export const PersonalDataKind = z.enum(['e-mail', 'phone', 'card', 'iban']).meta({ id: 'PersonalDataKind' });
export type PersonalDataKind = z.infer<typeof PersonalDataKind>;

/**
 * One reason that a check gives against a review. `note` is only told; `hold` keeps the review for a moderator. `spans`
 * are the words behind it, UTF-16 offsets into the field as it is shown, masks included.
 */
export const ReviewFlag = z
  .object({
    check: CheckId,
    level: z.enum(['note', 'hold']),
    detail: z.string(),
    spans: z.array(z.object({ field: z.enum(['title', 'text']), start: z.int(), end: z.int() })),
    /** The check could not be carried out; then it holds. */
    failed: z.boolean(),
  })
  .meta({ id: 'ReviewFlag' });
export type ReviewFlag = z.infer<typeof ReviewFlag>;
