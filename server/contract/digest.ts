import { z } from 'zod';
import { MailStatus } from './alerts.ts';
import { Day, EmailAddress, Estimate, Instant, WebhookId } from './primitives.ts';

export const Weekday = z
  .enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
  .meta({ id: 'Weekday' });
export type Weekday = z.infer<typeof Weekday>;

const areUnique = (list: readonly string[]) => new Set(list).size === list.length;
const ProductList = z.array(z.string().min(1).max(120)).max(10).refine(areUnique, 'names a product twice');

/**
 * A weekly mail of what changed. Sent when `hour` of `weekday` has begun in `timeZone` (IANA, such as `Europe/Berlin`).
 * `products`: a part for each; one for all products together when left out or empty.
 */
export const PutDigest = z
  .strictObject({
    enabled: z.boolean(),
    weekday: Weekday,
    hour: z.int().min(0).max(23),
    timeZone: z.string().regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/),
    recipients: z
      .array(EmailAddress)
      .max(100)
      .refine((list) => areUnique(list.map((entry) => entry.toLowerCase())), 'names an address twice'),
    products: ProductList.optional(),
    webhook: WebhookId.nullable().optional(),
  })
  .meta({ id: 'PutDigest' });
export type PutDigest = z.infer<typeof PutDigest>;

export const DigestSettings = z
  .object({
    ...PutDigest.shape,
    products: z.array(z.string()),
    webhook: WebhookId.nullable(),
    /** Whether this server has a mail server to send by. */
    canMail: z.boolean(),
    nextAt: Instant.nullable(),
    /** The last digest that went out by its schedule. */
    lastRun: z.object({ at: Instant, mails: z.array(MailStatus) }).nullable(),
    updatedAt: Instant.nullable(),
  })
  .meta({ id: 'DigestSettings' });
export type DigestSettings = z.infer<typeof DigestSettings>;

const Days = z.object({ from: Day, to: Day });

/** Net sentiment of a feature in the week; `quote` is a sentence of it. `url` opens the reviews behind it. */
const DigestFeature = z.object({
  feature: z.string(),
  label: z.string(),
  net: Estimate,
  n: z.int(),
  quote: z.string().nullable(),
  url: z.string(),
});

const DigestMover = z.object({
  feature: z.string(),
  label: z.string(),
  net: z.number(),
  n: z.int(),
  beforeNet: z.number(),
  beforeN: z.int(),
  change: z.number(),
  /** Probability of a change as large by chance, two-sided. */
  p: z.number(),
  url: z.string(),
});

/** Figures of one product, or of all (`product` null). */
const DigestPart = z.object({
  product: z.string().nullable(),
  reviews: z.int(),
  beforeReviews: z.int(),
  stars: z.number().nullable(),
  rated: z.int(),
  beforeStars: z.number().nullable(),
  beforeRated: z.int(),
  /** Features whose net sentiment changed most surely, five at most. */
  movers: z.array(DigestMover),
  /** Praised and blamed most surely, three at most each. */
  strengths: z.array(DigestFeature),
  weaknesses: z.array(DigestFeature),
  openDuplicates: z.int(),
  url: z.string(),
});

/** The last seven complete days (UTC) against the seven before; published reviews, copies counted once. */
export const Digest = z
  .object({ period: Days, before: Days, minimumN: z.int(), generatedAt: Instant, parts: z.array(DigestPart) })
  .meta({ id: 'Digest' });
export type Digest = z.infer<typeof Digest>;

/** `products` in place of those of the settings. */
export const PreviewDigest = z.strictObject({ products: ProductList.optional() }).meta({ id: 'PreviewDigest' });

/** `html` is a whole document without scripts, with its styles in its markup; `GET /digest/mail` is it as a page. */
export const DigestPreview = z
  .object({ subject: z.string(), html: z.string(), text: z.string(), digest: Digest })
  .meta({ id: 'DigestPreview' });
export type DigestPreview = z.infer<typeof DigestPreview>;

export const TestDigest = z.strictObject({ to: EmailAddress }).meta({ id: 'TestDigest' });

/** Whether the mail server has taken it; `error` is why not. */
export const TestedDigest = z
  .object({ state: z.enum(['sent', 'failed']), error: z.string().nullable() })
  .meta({ id: 'TestedDigest' });
export type TestedDigest = z.infer<typeof TestedDigest>;
