import { withoutPersonalWords } from '../access/mask-personal.ts';
import type { CopyReason } from '../contract/reviews.ts';
import type { CopyCandidate } from '../reviews/copy-keys-store.ts';
import { type CopyKind, pairId, type StoredPair } from './cluster-model.ts';
import { CONTEXT_CODES, contextReasons } from './context-reasons.ts';

const VIA_REMOVED: CopyReason = {
  code: 'copy-of-removed',
  detail: 'Like a copy that was removed in favour of this review',
};

/** The pair of two reviews whose texts, or that of a copy removed in favour of one, were compared. */
export function makePair(
  one: CopyCandidate,
  other: CopyCandidate,
  compared: { kind: CopyKind; score: number; reasons: readonly CopyReason[]; isViaRemoved: boolean },
): StoredPair {
  const texts = [one, other].map(({ title, text }) => `${title ?? ''}\n${text}`);
  const words = compared.reasons
    .filter(({ code }) => !CONTEXT_CODES.has(code) && code !== VIA_REMOVED.code)
    .map(({ code, detail }) => ({ code, detail: withoutPersonalWords(detail, texts) }));
  return {
    _id: pairId(one._id, other._id),
    a: Math.min(one._id, other._id),
    b: Math.max(one._id, other._id),
    kind: compared.kind,
    score: compared.score,
    reasons: [...words, ...(compared.isViaRemoved ? [VIA_REMOVED] : []), ...contextReasons(one, other)],
    dismissedBy: null,
  };
}

/** The pair as it is when one of the two has been removed meanwhile: with the review that was kept for it. */
export const withKept = (pair: StoredPair, one: CopyCandidate, other: CopyCandidate): StoredPair =>
  pair._id === pairId(one._id, other._id) ? pair : makePair(one, other, { ...pair, isViaRemoved: true });

/** Steps from a removed copy to the review that was kept for it. */
const MAX_HOPS = 5;

/** The review that stands for another: itself, or what was kept when it was removed; undefined when it was removed for a reason of its own. */
export async function standingFor<Review extends CopyCandidate>(
  review: Review,
  read: (id: number) => Promise<Review | undefined>,
): Promise<Review | undefined> {
  let at: Review | undefined = review;
  for (let hops = 0; at?.status === 'removed'; hops += 1) {
    if (at.copyOf === null || hops === MAX_HOPS) return undefined;
    at = await read(at.copyOf);
  }
  return at;
}
