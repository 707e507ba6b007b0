import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import type { Session, Transact } from '../db/transaction.ts';
import type { LookedUp } from '../duplicates/copy-finder.ts';
import { lookupKeys } from '../duplicates/lookup-keys.ts';
import { notFound } from '../errors.ts';
import { withStatusOfFlags } from '../screening/stored-flag.ts';
import { analysedFields, contentOf, NOTHING_SAID } from './build-review.ts';
import type { EventStore } from './event-store.ts';
import { toLookedUp } from './intake-result.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { ReplaceContent } from './replace-content.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import { storedContent } from './stored-content.ts';

export interface ReviseDeps {
  store: Pick<ReviewStore, 'byIds'>;
  replaceContent: ReplaceContent;
  events: Pick<EventStore, 'add'>;
  journal: Pick<LookupJournalStore, 'add'>;
  transact: Transact;
  now: () => Date;
}

/** Where a changed version comes from, and what else its transaction is to write. */
export interface ReviseContext {
  importId?: number | undefined;
  note?: ((session: Session) => Promise<void>) | undefined;
}

/** The review as stored now; `entry` and `lookedUp` when its copies have to be looked up anew. */
export type ReviseReview = (
  existing: StoredReview,
  input: ReviewInput,
  analysed: AnalysedReview,
  context?: ReviseContext,
) => Promise<{ review: StoredReview; entry: string | undefined; lookedUp: LookedUp[] }>;

/** Takes in a changed version of a stored review: its judgements and copies follow from the new text alone. */
export const createReviseReview =
  (deps: ReviseDeps): ReviseReview =>
  async (existing, input, analysed, { importId, note } = {}) =>
    deps.transact(async (session) => {
      const [fresh] = await deps.store.byIds([existing._id], session);
      if (!fresh) throw notFound('review');
      const { review, isLookedUp } = reviseContent(fresh, input, analysed, deps.now());
      const settled = await deps.replaceContent({ before: fresh, after: review, isLookedUp }, session);
      await deps.events.add(
        [
          {
            review: review._id,
            at: review.updatedAt,
            actor: 'source',
            event: 'updated',
            detail: changedFields(fresh, review),
            version: review.version,
            former: storedContent(fresh),
            ...(importId === undefined ? {} : { import: importId }),
          },
        ],
        session,
      );
      await note?.(session);
      if (!isLookedUp) return { review: settled, entry: undefined, lookedUp: [] };
      const entry = await deps.journal.add([review._id], review.updatedAt, session);
      return { review: settled, entry, lookedUp: [toLookedUp(settled, analysed)] };
    });

/** The review with a changed version of it, and whether its copies have to be looked up anew. */
export function reviseContent(fresh: StoredReview, input: ReviewInput, analysed: AnalysedReview, at: Date) {
  const content = contentOf(input);
  const { fingerprint } = analysed;
  const hasNewText = fresh.exact !== fingerprint.exact;
  // Whether a generic text is a copy hangs on who wrote it.
  const hasNewKeys = hasNewText || (fingerprint.generic && fresh.author !== content.author);
  // Another text is judged afresh: what people said was of the words that stood there.
  const base: StoredReview = hasNewText ? { ...fresh, ...NOTHING_SAID } : fresh;
  const review = withStatusOfFlags({
    ...base,
    ...content,
    day: content.date?.slice(0, 10) ?? fresh.createdAt.toISOString().slice(0, 10),
    ...analysedFields(analysed, base),
    bands: hasNewKeys ? lookupKeys(fingerprint, content.author) : fresh.bands,
    updatedAt: at,
    version: fresh.version + 1,
  });
  // Whether two tell the same in other words is asked of one product only.
  return { review, isLookedUp: hasNewKeys || fresh.product !== content.product };
}

const changedFields = (before: StoredReview, after: StoredReview) =>
  (['product', 'title', 'text', 'rating', 'author', 'date', 'verified'] as const)
    .filter((field) => before[field] !== after[field])
    .join(', ');
