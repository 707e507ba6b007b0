import { z } from 'zod';
import { Instant } from './primitives.ts';

export const ViewId = z.string().regex(/^V-[1-9][0-9]{0,14}$/);
export const ShareId = z.string().regex(/^S-[1-9][0-9]{0,14}$/);

/** A page of the app by the first part of its path: `reviews`, `duplicates`; `overview` is the page at `/`. */
const PageName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** What follows the question mark in the address of a page, percent-encoded. */
const PageQuery = z
  .string()
  .max(4096)
  .regex(/^[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*$/, 'is not the query of a URL');

/** A line of text: no control characters, which have no place in a list or in a mail's subject. */
export const Line = z.string().regex(/^[ -~\u00a0-\u2027\u202a-\uffff]*$/, 'has control characters');

const Name = Line.trim().min(1).max(120);

const shape = { name: Name, page: PageName, query: PageQuery, shared: z.boolean() };

/** The state of a page under a name. `shared`: everybody here sees it, not only its owner. */
export const CreateView = z.strictObject({ ...shape, shared: shape.shared.optional() }).meta({ id: 'CreateView' });
export type CreateView = z.infer<typeof CreateView>;

/** What is not named stays. */
export const PatchView = z.strictObject(shape).partial().meta({ id: 'PatchView' });
export type PatchView = z.infer<typeof PatchView>;

export const SavedView = z
  .object({ id: ViewId, ...shape, owner: z.string(), createdAt: Instant, updatedAt: Instant })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const ViewList = z.object({ items: z.array(SavedView) }).meta({ id: 'ViewList' });

/**
 * A link by which whoever has it reads one page's figures and nothing else. The filters in `query` (those of the
 * analytics paths, by their names) are the most that can be seen by it; its other parameters are the page's own. A
 * comparison (`p1` to `p4`; `by=period` with `compareFrom` and `compareTo`) shows only what it compares.
 */
export const CreateShare = z
  .strictObject({
    page: PageName,
    query: PageQuery,
    expiresInDays: z.int().min(1).max(365),
    title: Name.nullable().optional(),
  })
  .meta({ id: 'CreateShare' });
export type CreateShare = z.infer<typeof CreateShare>;

export const ShareView = z
  .object({
    id: ShareId,
    title: z.string().nullable(),
    page: PageName,
    query: PageQuery,
    /** The parameters of `query` that limit what can be seen; where there is none, everything can. */
    filters: z.record(z.string(), z.string()),
    owner: z.string(),
    createdAt: Instant,
    expiresAt: Instant,
    isExpired: z.boolean(),
    /** When it was last read by, to the hour. */
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'Share' });
export type ShareView = z.infer<typeof ShareView>;

/** `token` and the `url` with it are shown this once. The path of `url` is `/shared/` and the token. */
export const CreatedShare = ShareView.extend({ url: z.string(), token: z.string() }).meta({ id: 'CreatedShare' });
export type CreatedShare = z.infer<typeof CreatedShare>;

export const ShareList = z.object({ items: z.array(ShareView) }).meta({ id: 'ShareList' });

/** What a share link opens. Figures are at `/shared/{token}/analytics/…`. */
export const SharedPage = z
  .object({
    title: z.string().nullable(),
    page: PageName,
    query: PageQuery,
    filters: z.record(z.string(), z.string()),
    expiresAt: Instant,
  })
  .meta({ id: 'SharedPage' });
export type SharedPage = z.infer<typeof SharedPage>;
