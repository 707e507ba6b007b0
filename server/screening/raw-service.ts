import type { AccessLogStore } from '../access/access-log-store.ts';
import type { Actor } from '../access/actor.ts';
import type { RawReview } from '../contract/screening.ts';
import { AppError, notFound } from '../errors.ts';
import { reviewId } from '../public-ids.ts';
import type { StoredReview } from '../reviews/review-model.ts';

export interface RawDeps {
  byId: (id: number) => Promise<StoredReview | null>;
  accessLog: Pick<AccessLogStore, 'add'>;
  now: () => Date;
}

export type RawService = ReturnType<typeof createRawService>;

/** Reviews as they were written, for those who may read them; each read is noted before it is answered. */
export const createRawService = ({ byId, accessLog, now }: RawDeps) => ({
  /** @throws AppError `forbidden` (403), `not-found` */
  async read(id: number, actor: Actor): Promise<RawReview> {
    if (!actor.mayReadPersonalData) throw new AppError('forbidden', 403, 'Personal data is not for everybody to read.');
    const review = await byId(id);
    if (!review) throw notFound('review');
    await accessLog.add({ at: now(), actor: actor.name, what: 'raw-review', subject: reviewId(id) });
    return { id: reviewId(id), title: review.title, text: review.text, author: review.author };
  },
});
