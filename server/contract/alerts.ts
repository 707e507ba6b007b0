import { z } from 'zod';
import { Day, EmailAddress, FeatureId, Instant, Paging, WebhookId } from './primitives.ts';
import { Line } from './views.ts';

export const AlertId = z.string().regex(/^A-[1-9][0-9]{0,14}$/);
const FiringId = z.string().regex(/^F-[1-9][0-9]{0,14}$/);

const areUnique = (list: readonly string[]) => new Set(list.map((entry) => entry.toLowerCase())).size === list.length;
const Recipients = z.array(EmailAddress).max(20).refine(areUnique, 'names an address twice');

/**
 * What an alert watches, of the reviews counted once. `net`: (positive − negative) / all judgements, −1 to 1; `stars`:
 * mean of the ratings; `volume`: reviews (with a feature: those that mention it); `share-negative`: share of the
 * judgements that are negative, 0 to 1. Judgements are those of the scope's feature, or of all features.
 */
export const AlertMetric = z.enum(['net', 'stars', 'volume', 'share-negative']).meta({ id: 'AlertMetric' });
export type AlertMetric = z.infer<typeof AlertMetric>;

/** `feature` is not for `stars`. */
export const AlertScope = z
  .strictObject({
    product: z.string().min(1).max(120).optional(),
    source: z.string().min(1).max(80).optional(),
    feature: FeatureId.optional(),
  })
  .meta({ id: 'AlertScope' });
export type AlertScope = z.infer<typeof AlertScope>;

/** How unlikely by chance a change has to be: p below 0.01, 0.05 or 0.1, two-sided. */
export const Sensitivity = z.enum(['low', 'medium', 'high']).meta({ id: 'Sensitivity' });
export type Sensitivity = z.infer<typeof Sensitivity>;

const watched = {
  metric: AlertMetric,
  scope: AlertScope,
  direction: z.enum(['drop', 'rise', 'any']),
  /** The least change that counts, in the unit of the metric. */
  change: z.number().min(0).max(1_000_000),
  /** Days of each of the two periods: the last complete days, and as many before them (UTC). */
  windowDays: z.int().min(1).max(90),
  /** Ratings, judgements or reviews that both periods need (`volume`: one of them). */
  minimumN: z.int().min(1).max(100_000),
  sensitivity: Sensitivity,
  /** Fires at most once a day, or once in seven days. */
  frequency: z.enum(['daily', 'weekly']),
};

/** Where firings go besides the list of firings; nowhere when empty. */
export const AlertChannel = z
  .strictObject({ email: Recipients.optional(), webhook: WebhookId.optional() })
  .meta({ id: 'AlertChannel' });
export type AlertChannel = z.infer<typeof AlertChannel>;

const shape = { name: Line.trim().min(1).max(120), ...watched, channel: AlertChannel, enabled: z.boolean() };

/** Fires when the metric has moved by `change` or more in the direction, with enough reviews, and not by chance. */
export const CreateAlert = z
  .strictObject({
    ...shape,
    scope: AlertScope.optional(),
    channel: AlertChannel.optional(),
    enabled: z.boolean().optional(),
  })
  .meta({ id: 'CreateAlert' });
export type CreateAlert = z.infer<typeof CreateAlert>;

/** What is not named stays. An alert that watches something else begins anew: what fired before holds nothing back. */
export const PatchAlert = z.strictObject(shape).partial().meta({ id: 'PatchAlert' });
export type PatchAlert = z.infer<typeof PatchAlert>;

/** What is to be tried out; the other fields of an alert may be there and change nothing. */
export const PreviewAlert = z
  .strictObject({ ...z.strictObject(shape).partial().shape, ...watched, scope: AlertScope.optional() })
  .meta({ id: 'PreviewAlert' });
export type PreviewAlert = z.infer<typeof PreviewAlert>;

/** First and last day, both counted. */
const Days = z.object({ from: Day, to: Day });

/** The two periods held against each other. Values are null without anything to measure. */
export const AlertFigures = z
  .object({
    period: Days,
    before: Days,
    value: z.number().nullable(),
    n: z.int(),
    beforeValue: z.number().nullable(),
    beforeN: z.int(),
    /** `value` − `beforeValue`. */
    change: z.number().nullable(),
    /** Probability of a change as large by chance, two-sided. */
    p: z.number().nullable(),
    verdict: z.enum(['fires', 'quiet', 'too-few']),
  })
  .meta({ id: 'AlertFigures' });
export type AlertFigures = z.infer<typeof AlertFigures>;

export const AlertView = z
  .object({
    id: AlertId,
    ...shape,
    owner: z.string(),
    lastFiredAt: Instant.nullable(),
    /** How it stood when it was looked at last. */
    lastLook: z.object({ at: Instant, figures: AlertFigures }).nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Alert' });
export type AlertView = z.infer<typeof AlertView>;

/** `canMail`: whether this server has a mail server to send by. */
export const AlertList = z.object({ items: z.array(AlertView), canMail: z.boolean() }).meta({ id: 'AlertList' });

/** `failed` has had all its tries. */
export const MailState = z.enum(['waiting', 'sent', 'failed']).meta({ id: 'MailState' });
export type MailState = z.infer<typeof MailState>;

/** What has become of a mail to one recipient; `error` is why the last try failed. */
export const MailStatus = z
  .object({ to: z.string(), state: MailState, tries: z.int(), error: z.string().nullable(), at: Instant.nullable() })
  .meta({ id: 'MailStatus' });
export type MailStatus = z.infer<typeof MailStatus>;

/** `page` and `query` are the address at which the figures of the period can be seen. */
export const AlertFiring = z
  .object({
    id: FiringId,
    alert: AlertId,
    name: z.string(),
    metric: AlertMetric,
    scope: AlertScope,
    /** The day on which it fired; the period ends on the day before. */
    day: Day,
    at: Instant,
    figures: AlertFigures,
    page: z.string(),
    query: z.string(),
    url: z.string(),
  })
  .meta({ id: 'AlertFiring' });
export type AlertFiring = z.infer<typeof AlertFiring>;

export const FiringView = AlertFiring.extend({ mails: z.array(MailStatus), webhook: WebhookId.nullable() }).meta({
  id: 'Firing',
});
export type FiringView = z.infer<typeof FiringView>;

export const ListFirings = z.strictObject({ alert: AlertId.optional(), ...Paging });
export const FiringPage = z
  .object({ items: z.array(FiringView), next: z.string().nullable() })
  .meta({ id: 'FiringPage' });
export type FiringPage = z.infer<typeof FiringPage>;

/** The alert looked at on each of the last `days` days, with the reviews that are known of those days now. */
export const AlertPreview = z
  .object({
    days: z.int(),
    /** Would have fired this often, and then. */
    fired: z.int(),
    firings: z.array(z.object({ day: Day, figures: AlertFigures })),
    /** Days on which there were too few reviews to tell. */
    tooFewDays: z.int(),
    today: AlertFigures,
  })
  .meta({ id: 'AlertPreview' });
export type AlertPreview = z.infer<typeof AlertPreview>;
