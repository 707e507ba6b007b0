import type { Connection, QueryFilter } from 'mongoose';
import type { Session } from '../db/transaction.ts';
import type { Clearance } from './cleared-against.ts';
import { decisionModel, type StoredDecision } from './decision-model.ts';

/** Which reviews a decision was made on, and when. */
export type DecidedMembers = Pick<StoredDecision, '_id' | 'members' | 'at'>;

/** Which decisions are listed; the days are inclusive, UTC. */
export interface DecisionQuery {
  cluster?: number | undefined;
  moderator?: string | undefined;
  action?: StoredDecision['action'] | undefined;
  reason?: string | undefined;
  bulk?: number | undefined;
  undone?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Older ones than this. */
  before?: number | undefined;
  limit: number;
}

export const between = ({ from, to }: Pick<DecisionQuery, 'from' | 'to'>) =>
  from === undefined && to === undefined
    ? undefined
    : {
        ...(from === undefined ? {} : { $gte: new Date(`${from}T00:00:00Z`) }),
        ...(to === undefined ? {} : { $lt: new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000) }),
      };

const filterOf = (query: DecisionQuery): QueryFilter<StoredDecision> => {
  const { cluster, moderator: actor, action, reason, bulk, undone, before } = query;
  const at = between(query);
  const fields = Object.entries({ cluster, actor, action, reason, bulk }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(fields),
    ...(undone === undefined ? {} : { undoneAt: undone ? { $ne: null } : null }),
    ...(at ? { at } : {}),
    ...(before === undefined ? {} : { _id: { $lt: before } }),
  };
};

/** The name of a rule as an actor begins with this. */
export const RULE_ACTOR = /^rule:/;

export type DecisionStore = ReturnType<typeof createDecisionStore>;

/** Decisions are added and marked as undone, never changed otherwise and never deleted. */
export function createDecisionStore(connection: Connection) {
  const Decision = decisionModel(connection);
  return {
    async prepare(): Promise<void> {
      await Decision.createCollection();
      await Decision.createIndexes();
    },
    async add(decision: StoredDecision, session: Session): Promise<void> {
      await Decision.insertMany([decision], { session, lean: true });
    },
    async byId(id: number, session?: Session): Promise<StoredDecision | null> {
      return Decision.findById(id)
        .session(session ?? null)
        .lean<StoredDecision>();
    },
    async markUndone(id: number, { at, by }: { at: Date; by: string }, session: Session): Promise<void> {
      await Decision.updateOne({ _id: id }, { $set: { undoneAt: at, undoneBy: by } }, { session });
    },
    /** A later decision that stands and has one of the reviews among its members. */
    async laterOn(id: number, members: readonly number[], session?: Session): Promise<StoredDecision | null> {
      return Decision.findOne({ _id: { $gt: id }, undoneAt: null, members: { $in: [...members] } })
        .sort({ _id: -1 })
        .session(session ?? null)
        .lean<StoredDecision>();
    },
    /** Whether a rule had decided on one of the reviews, and somebody has taken that back. */
    async undoneByRule(members: readonly number[], session?: Session): Promise<boolean> {
      const filter = { members: { $in: [...members] }, undoneAt: { $ne: null }, actor: RULE_ACTOR };
      return (await Decision.exists(filter).session(session ?? null)) !== null;
    },
    /** What standing decisions that one of the reviews had a part in said to be no duplicates of one another. */
    async clearancesOf(reviews: readonly number[], session: Session): Promise<Clearance[]> {
      if (reviews.length === 0) return [];
      const rows = await Decision.find({ members: { $in: [...reviews] }, undoneAt: null, 'kept.1': { $exists: true } })
        .select('_id kept before')
        .session(session)
        .lean<Pick<StoredDecision, '_id' | 'kept' | 'before'>[]>();
      return rows.map(({ _id, kept, before }) => {
        const texts = new Map(before.map(({ id, exact }) => [id, exact]));
        return { decision: _id, kept: new Map(kept.map((id) => [id, texts.get(id) ?? ''])) };
      });
    },

    /** Decisions that stand and have one of the reviews among their members, oldest first. */
    async standingOn(reviews: readonly number[], session?: Session): Promise<DecidedMembers[]> {
      return Decision.find({ members: { $in: [...reviews] }, undoneAt: null })
        .select('_id members at')
        .sort({ _id: 1 })
        .session(session ?? null)
        .lean<DecidedMembers[]>();
    },
    /** All decisions that stand, oldest first. */
    standing(): AsyncIterable<DecidedMembers> {
      return Decision.find({ undoneAt: null })
        .select('_id members at')
        .sort({ _id: 1 })
        .lean<DecidedMembers[]>()
        .cursor({ batchSize: 1000 }) as AsyncIterable<DecidedMembers>;
    },

    /** The decision that a cluster was closed by. */
    async standingOf(cluster: number, session?: Session): Promise<StoredDecision | null> {
      return Decision.findOne({ cluster, undoneAt: null })
        .sort({ _id: -1 })
        .session(session ?? null)
        .lean<StoredDecision>();
    },
    /** Newest first. */
    async page(query: DecisionQuery): Promise<StoredDecision[]> {
      return Decision.find(filterOf(query)).sort({ _id: -1 }).limit(query.limit).lean<StoredDecision[]>();
    },
    /** Decisions that have any of the reviews among their members, newest first. */
    async ofReviews(ids: readonly number[], limit: number): Promise<StoredDecision[]> {
      return Decision.find({ members: { $in: [...ids] } })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<StoredDecision[]>();
    },
    /** Counts by day (UTC) and action, oldest day first. */
    async byDay({ from, to }: { from: string | undefined; to: string | undefined }) {
      const at = between({ from, to });
      const stands = { $eq: ['$undoneAt', null] };
      return Decision.aggregate<{
        day: string;
        decisions: number;
        removedReviews: number;
        notDuplicates: number;
        undone: number;
      }>([
        ...(at ? [{ $match: { at } }] : []),
        {
          $group: {
            _id: { $dateToString: { date: '$at', format: '%Y-%m-%d' } },
            decisions: { $sum: { $cond: [stands, 1, 0] } },
            removedReviews: { $sum: { $cond: [stands, { $size: '$removed' }, 0] } },
            notDuplicates: { $sum: { $cond: [{ $and: [stands, { $eq: ['$action', 'not_duplicates'] }] }, 1, 0] } },
            undone: { $sum: { $cond: [stands, 0, 1] } },
          },
        },
        { $sort: { _id: 1 } },
        { $project: { _id: 0, day: '$_id', decisions: 1, removedReviews: 1, notDuplicates: 1, undone: 1 } },
      ]);
    },
  };
}
