import type { DecideHeld, HeldDecision } from '../contract/screening.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Session, Transact } from '../db/transaction.ts';
import type { LogStore } from '../duplicates/log-store.ts';
import { AppError, notFound } from '../errors.ts';
import { heldDecisionId, reviewId } from '../public-ids.ts';
import type { ChangeStatus } from '../reviews/change-status.ts';
import type { EventStore } from '../reviews/event-store.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import { CHECKS } from './checks.ts';
import type { HeldDecisionStore, StoredHeldDecision } from './held-decision-store.ts';
import type { HeldFilter, HeldStore } from './held-store.ts';

export interface HeldDeps {
  held: HeldStore;
  decisions: HeldDecisionStore;
  changeStatus: ChangeStatus;
  events: Pick<EventStore, 'add'>;
  log: Pick<LogStore, 'append'>;
  ids: Pick<IdsStore, 'next'>;
  transact: Transact;
  now: () => Date;
}

export type HeldService = ReturnType<typeof createHeldService>;

/** The queue of reviews that wait for a moderator, decisions on them, and their undo. */
export function createHeldService(deps: HeldDeps) {
  const { held, decisions, transact, now } = deps;

  /** Review, counts, cluster, history and log in one transaction. */
  const settle = async (
    change: { before: StoredReview; after: StoredReview; decision: StoredHeldDecision; actor: string; undo: boolean },
    session: Session,
  ): Promise<StoredReview> => {
    const { before, after, decision, actor, undo } = change;
    const [settled = after] = await deps.changeStatus([{ before, after }], session);
    const id = heldDecisionId(decision._id);
    const told = undo ? `undo of ${id}` : [id, decision.reason, decision.note].filter(Boolean).join(': ');
    await deps.events.add(
      [
        {
          ...{ review: after._id, at: after.updatedAt, actor, event: 'status-changed', version: after.version },
          detail: `${before.status} → ${after.status}: ${told}`,
        },
      ],
      session,
    );
    const { action, reason, note, checks } = decision;
    await deps.log.append(
      {
        ...{ at: after.updatedAt, actor, action: undo ? 'undo-held' : 'decide-held', subject: reviewId(after._id) },
        payload: undo ? { decision: id } : { decision: id, action, reason, note, checks },
      },
      session,
    );
    return settled;
  };

  return {
    async page(filter: HeldFilter, paging: { after: number; limit: number }) {
      const [{ items, total }, counts] = await Promise.all([held.page(filter, paging), held.countsByCheck(filter)]);
      return { items, total, counts: CHECKS.map(({ id }) => ({ check: id, reviews: counts.get(id) ?? 0 })) };
    },

    /** @throws AppError `not-found`, `not-held`, `version-conflict` (409) */
    async decide(
      id: number,
      decide: DecideHeld,
      actor: string,
    ): Promise<{ decision: StoredHeldDecision; review: StoredReview }> {
      return transact(async (session) => {
        const before = await held.byId(id, session);
        if (!before) throw notFound('review');
        refuseOther(before, decide.version);
        const at = now();
        const version = before.version + 1;
        const { statusReason, copyOf, screenCleared = false } = before;
        const decision: StoredHeldDecision = {
          ...{ _id: await deps.ids.next('held-decisions', session), review: id, action: decide.action },
          checks: [...new Set((before.flags ?? []).flatMap(({ check, level }) => (level === 'off' ? [] : [check])))],
          reason: decide.action === 'remove' ? decide.reason : null,
          note: decide.note ?? null,
          ...{ actor, at, before: { statusReason, copyOf, screenCleared }, version, undoneAt: null, undoneBy: null },
        };
        await decisions.add(decision, session);
        const after: StoredReview =
          decide.action === 'publish'
            ? { ...before, status: 'published', statusReason: null, screenCleared: true, updatedAt: at, version }
            : {
                ...before,
                status: 'removed',
                statusReason: decide.reason,
                cluster: null,
                once: true,
                updatedAt: at,
                version,
              };
        return { decision, review: await settle({ before, after, decision, actor, undo: false }, session) };
      });
    },

    /** The review waits again. @throws AppError `not-found`, `already-undone`, `changed-since` (409) */
    async undo(id: number, actor: string): Promise<{ decision: StoredHeldDecision; review: StoredReview }> {
      return transact(async (session) => {
        const decision = await decisions.byId(id, session);
        const before = decision && (await held.byId(decision.review, session));
        if (!decision || !before) throw notFound('decision');
        if (decision.undoneAt) {
          const detail = `${heldDecisionId(id)} was undone by ${decision.undoneBy} at ${decision.undoneAt.toISOString()}.`;
          throw new AppError('already-undone', 409, detail);
        }
        const isAsLeft = before.status === (decision.action === 'publish' ? 'published' : 'removed');
        if (!isAsLeft || before.statusReason !== decision.reason) {
          const detail = `The status of ${reviewId(before._id)} was changed after ${heldDecisionId(id)}.`;
          throw new AppError('changed-since', 409, detail);
        }
        const at = now();
        const after: StoredReview = {
          ...{ ...before, ...decision.before, status: 'pending', updatedAt: at, version: before.version + 1 },
        };
        await decisions.markUndone(id, { at, by: actor }, session);
        const undone = { ...decision, undoneAt: at, undoneBy: actor };
        return {
          decision: undone,
          review: await settle({ before, after, decision, actor, undo: true }, session),
        };
      });
    },

    decisions: decisions.page,
  };
}

function refuseOther({ _id, status, version }: StoredReview, seen: number): void {
  if (status !== 'pending')
    throw new AppError('not-held', 409, `${reviewId(_id)} is ${status}: it does not wait any more.`);
  if (version === seen) return;
  const detail = `${reviewId(_id)} has changed since you saw it (version ${version}, yours was ${seen}).`;
  throw new AppError('version-conflict', 409, detail);
}

export const toHeldDecisionView = (decision: StoredHeldDecision): HeldDecision => ({
  id: heldDecisionId(decision._id),
  review: reviewId(decision.review),
  ...{ action: decision.action, checks: decision.checks, reason: decision.reason, note: decision.note },
  ...{ actor: decision.actor, at: decision.at.toISOString() },
  ...{ undoneAt: decision.undoneAt?.toISOString() ?? null, undoneBy: decision.undoneBy },
});
