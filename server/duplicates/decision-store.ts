import type { Connection } from 'mongoose';
import type { Session } from '../db/transaction.ts';
import type { Clearance } from './cleared-against.ts';
import { decisionModel, type StoredDecision } from './decision-model.ts';

/** Which reviews a decision was made on, and when. */
export type DecidedMembers = Pick<StoredDecision, '_id' | 'members' | 'at'>;

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
    async laterOn(id: number, members: readonly number[], session: Session): Promise<StoredDecision | null> {
      return Decision.findOne({ _id: { $gt: id }, undoneAt: null, members: { $in: [...members] } })
        .sort({ _id: -1 })
        .session(session)
        .lean<StoredDecision>();
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
    async page({
      cluster,
      before,
      limit,
    }: {
      cluster?: number | undefined;
      before?: number | undefined;
      limit: number;
    }): Promise<StoredDecision[]> {
      return Decision.find({
        ...(cluster === undefined ? {} : { cluster }),
        ...(before === undefined ? {} : { _id: { $lt: before } }),
      })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<StoredDecision[]>();
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
      const at = {
        ...(from === undefined ? {} : { $gte: new Date(`${from}T00:00:00Z`) }),
        ...(to === undefined ? {} : { $lt: new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000) }),
      };
      const stands = { $eq: ['$undoneAt', null] };
      return Decision.aggregate<{
        day: string;
        decisions: number;
        removedReviews: number;
        notDuplicates: number;
        undone: number;
      }>([
        ...(Object.keys(at).length > 0 ? [{ $match: { at } }] : []),
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
