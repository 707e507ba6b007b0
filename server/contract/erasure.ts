import { z } from 'zod';
import { EmailAddress, Instant, Paging, ReviewId } from './primitives.ts';

/** Ids of erasures begin with E. */
export const ErasureId = z.string().regex(/^E-[1-9][0-9]{0,14}$/);

/**
 * Whose data goes: the reviews of an author (by the whole name, case aside), all that has the e-mail address, and single
 * reviews. At least one is named. With `dryRun` it is counted, and nothing goes.
 */
export const RequestErasure = z
  .strictObject({
    author: z.string().trim().min(2).max(200).optional(),
    email: EmailAddress.optional(),
    reviewIds: z.array(ReviewId).min(1).max(1000).optional(),
    dryRun: z.boolean().optional(),
  })
  .refine(({ author, email, reviewIds }) => author !== undefined || email !== undefined || reviewIds !== undefined, {
    message: 'names nobody: give author, email or reviewIds',
  })
  .meta({ id: 'RequestErasure' });
export type RequestErasure = z.infer<typeof RequestErasure>;

/**
 * An erasure and what it has touched so far. It does not tell whose it is: that would keep what it erases. `running`
 * goes on after a restart.
 */
export const Erasure = z
  .object({
    /** Null for a dry run, which is not kept. */
    id: ErasureId.nullable(),
    state: z.enum(['running', 'done']),
    dryRun: z.boolean(),
    actor: z.string(),
    /** Reviews that were (or would be) erased, and those whose text only lost (or would lose) the address. */
    reviews: z.int(),
    /** What was (or would be) removed or blanked elsewhere, by what it is. */
    touched: z.array(z.object({ what: z.string(), count: z.int() })),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof Erasure>;

/** Newest first. */
export const ListErasures = z.strictObject({ ...Paging });
export const ErasurePage = z
  .object({ items: z.array(Erasure), next: z.string().nullable() })
  .meta({ id: 'ErasurePage' });
export type ErasurePage = z.infer<typeof ErasurePage>;
