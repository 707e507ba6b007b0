import type { Connection } from 'mongoose';
import { reviewModel, type StoredReview } from '../reviews/review-model.ts';
import { decisionModel, type StoredDecision } from './decision-model.ts';
import { between, RULE_ACTOR } from './decision-store.ts';

/** A standing decision of a person, with the stars of those of its members that are asked about. */
export interface DecidedStars extends Pick<StoredDecision, 'actor' | 'action' | 'at'> {
  reason: string | null;
  members: { rating: number | null; removed: boolean }[];
}

export interface NeutralityQuery {
  from?: string | undefined;
  to?: string | undefined;
  product?: string | undefined;
  source?: string | undefined;
}

type Decided = Pick<StoredDecision, '_id' | 'actor' | 'action' | 'at' | 'reason' | 'members' | 'removed'>;
type Rated = Pick<StoredReview, '_id' | 'rating'>;

const BATCH = 500;

export type NeutralityStore = ReturnType<typeof createNeutralityStore>;

export function createNeutralityStore(connection: Connection) {
  const Decision = decisionModel(connection);
  const Review = reviewModel(connection);

  const withStars = async (decisions: readonly Decided[], query: NeutralityQuery): Promise<DecidedStars[]> => {
    const { product, source } = query;
    const ids = [...new Set(decisions.flatMap(({ members }) => members))];
    const reviews = await Review.find({
      _id: { $in: ids },
      ...(product === undefined ? {} : { product }),
      ...(source === undefined ? {} : { source }),
    })
      .select('rating')
      .lean<Rated[]>();
    const ratings = new Map(reviews.map(({ _id, rating }) => [_id, rating]));
    return decisions.map(({ actor, action, at, reason, members, removed }) => {
      const isRemoved = new Set(removed);
      const asked = members.filter((id) => ratings.has(id));
      return {
        ...{ actor, action, at, reason },
        members: asked.map((id) => ({ rating: ratings.get(id) ?? null, removed: isRemoved.has(id) })),
      };
    });
  };

  return {
    /** Oldest first; decisions without a member that is asked about are left out. */
    async *decided(query: NeutralityQuery): AsyncGenerator<DecidedStars> {
      const at = between(query);
      for (let after = 0; ; ) {
        const decisions = await Decision.find({
          _id: { $gt: after },
          ...{ undoneAt: null, actor: { $not: RULE_ACTOR } },
          ...(at ? { at } : {}),
        })
          .select('actor action at reason members removed')
          .sort({ _id: 1 })
          .limit(BATCH)
          .lean<Decided[]>();
        for (const row of await withStars(decisions, query)) if (row.members.length > 0) yield row;
        const last = decisions.at(-1);
        if (!last || decisions.length < BATCH) return;
        after = last._id;
      }
    },
  };
}
