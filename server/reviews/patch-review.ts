import type { PatchReview } from '../contract/reviews.ts';
import type { Transact } from '../db/transaction.ts';
import { AppError, notFound } from '../errors.ts';
import { reviewId } from '../public-ids.ts';
import { type ChangeStatus, hasMoved } from './change-status.ts';
import { isErased } from './erased-review.ts';
import type { EventStore, ReviewEvent } from './event-store.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { StoredCorrection, StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import { checkFound, rightTags } from './right-tags.ts';

export interface PatchDeps {
  store: Pick<ReviewStore, 'byIds'>;
  changeStatus: ChangeStatus;
  events: Pick<EventStore, 'add'>;
  journal: Pick<LookupJournalStore, 'addForSecondLook'>;
  featureIds: () => readonly string[];
  transact: Transact;
  now: () => Date;
}

export type PatchStoredReview = (id: number, patch: PatchReview, actor: string) => Promise<StoredReview>;

/**
 * A person's changes to one review: its status, and what is right about its tags.
 * @throws AppError `not-found`, `version-conflict` (409), `unknown-feature` (422)
 */
export const createPatchReview =
  (deps: PatchDeps): PatchStoredReview =>
  async (id, patch, actor) => {
    const featureIds = deps.featureIds();
    refuseUnknownFeatures(patch, featureIds);
    return deps.transact(async (session) => {
      const [review] = await deps.store.byIds([id], session);
      if (!review) throw notFound('review');
      if (review.version !== patch.version) {
        const detail = `${reviewId(id)} has changed since you saw it (version ${review.version}, yours was ${patch.version}).`;
        throw new AppError('version-conflict', 409, detail);
      }
      if (isErased(review))
        throw new AppError('erased', 409, `${reviewId(id)} is erased: there is nothing left of it to change.`);
      const at = deps.now();
      const after = withStatus(withTagsSaid(review, patch, { actor, at, featureIds }), patch, at);
      const change = { before: review, after };
      const [settled = after] = await deps.changeStatus([change], session);
      await deps.events.add(eventsOf(review, after, patch, actor), session);
      // While it was removed, nothing was held against it.
      if (review.status === 'removed' && hasMoved(change)) await deps.journal.addForSecondLook([id], at, session);
      return settled;
    });
  };

function refuseUnknownFeatures({ features = {} }: PatchReview, known: readonly string[]): void {
  const unknown = Object.keys(features).filter((feature) => !known.includes(feature));
  if (unknown.length === 0) return;
  const errors = unknown.map((feature) => ({
    pointer: `/features/${feature}`,
    detail: 'is not a feature of the taxonomy',
  }));
  throw new AppError('unknown-feature', 422, `${unknown.join(', ')} is not in the taxonomy.`, { errors });
}

function withTagsSaid(
  review: StoredReview,
  { features, asFound = [], tagsChecked }: PatchReview,
  { featureIds, ...by }: { actor: string; at: Date; featureIds: readonly string[] },
): StoredReview {
  const named = Object.entries(features ?? {}).map(([feature, right]): StoredCorrection => ({ feature, right, ...by }));
  const corrections = [
    ...review.corrections.filter(
      (old) => !asFound.includes(old.feature) && !named.some(({ feature }) => feature === old.feature),
    ),
    ...named,
  ];
  const after = { ...review, corrections, ...checkFields(review, { tagsChecked, at: by.at, featureIds }) };
  return { ...after, tags: rightTags(after) };
}

function checkFields(
  review: StoredReview,
  { tagsChecked, at, featureIds }: { tagsChecked: boolean | undefined; at: Date; featureIds: readonly string[] },
): Pick<StoredReview, 'tagsCheckedAt' | 'checkedFound'> {
  const { tagsCheckedAt, checkedFound } = review;
  if (tagsChecked === undefined) return { tagsCheckedAt, checkedFound };
  return tagsChecked
    ? { tagsCheckedAt: at, checkedFound: checkFound(review, featureIds) }
    : { tagsCheckedAt: null, checkedFound: null };
}

function withStatus(review: StoredReview, { status = review.status, reason }: PatchReview, at: Date): StoredReview {
  const changed = { ...review, updatedAt: at, version: review.version + 1 };
  if (status === review.status) return changed;
  const isRemoved = status === 'removed';
  return {
    ...changed,
    status,
    statusReason: reason ?? null,
    copyOf: null,
    // What a person publishes, no check holds again.
    ...(status === 'published' ? { screenCleared: true } : {}),
    ...(isRemoved ? { cluster: null, once: true } : {}),
  };
}

function eventsOf(before: StoredReview, after: StoredReview, patch: PatchReview, actor: string): ReviewEvent[] {
  const base = { review: after._id, at: after.updatedAt, actor, version: after.version };
  const events: ReviewEvent[] = [];
  if (before.status !== after.status) {
    const detail = `${before.status} → ${after.status}${after.statusReason ? `: ${after.statusReason}` : ''}`;
    events.push({ ...base, event: 'status-changed', detail });
  }
  const corrected = Object.entries(patch.features ?? {});
  if (corrected.length > 0) {
    const detail = corrected.map(([feature, right]) => `${feature}: ${right ?? 'not mentioned'}`).join(', ');
    events.push({ ...base, event: 'tags-corrected', detail });
  }
  const withdrawn = before.corrections.filter(({ feature }) => patch.asFound?.includes(feature));
  if (withdrawn.length > 0) {
    const detail = withdrawn.map(({ feature }) => feature).join(', ');
    events.push({ ...base, event: 'correction-taken-back', detail });
  }
  if (patch.tagsChecked) events.push({ ...base, event: 'tags-checked', detail: null });
  else if (patch.tagsChecked === false && before.tagsCheckedAt)
    events.push({ ...base, event: 'tags-unchecked', detail: null });
  return events;
}
