import type { Decide } from '../contract/duplicates.ts';
import type { Transact } from '../db/transaction.ts';
import { createDecideCluster, type DecideCluster, type DecideDeps } from './decide-cluster.ts';
import type { StoredDecision } from './decision-model.ts';
import { splitMembers } from './split-members.ts';
import { createUndoDecision, type UndoDecision, type UndoDeps } from './undo-decision.ts';

export interface DecisionDeps extends DecideDeps, Omit<UndoDeps, keyof DecideDeps> {
  clusters: DecideDeps['clusters'] & UndoDeps['clusters'];
  decisions: DecideDeps['decisions'] & UndoDeps['decisions'];
  reviews: DecideDeps['reviews'] & UndoDeps['reviews'];
  transact: Transact;
}

export interface DecisionService {
  /** @throws AppError `not-found`, `already-decided`, `version-conflict`, `claimed` (409), `members-differ` (422) */
  decide(id: number, decide: Decide, actor: string): Promise<StoredDecision>;
  /** Puts everything back as it was. @throws AppError `not-found`, `already-undone`, `decided-later`, `changed-since` (409) */
  undo(id: number, actor: string): Promise<StoredDecision>;
  /** The same two inside a transaction of the caller, for what decides many. */
  decideIn: DecideCluster;
  undoIn: UndoDecision;
}

/** A moderator's decisions on clusters and their undo, each in one transaction. */
export function createDecisionService(deps: DecisionDeps): DecisionService {
  const decideIn = createDecideCluster(deps);
  const undoIn = createUndoDecision(deps);
  return {
    decideIn,
    undoIn,
    decide: (id, decide, actor) =>
      deps.transact((session) => {
        const { action, version, takeOver = false, note = null } = decide;
        const reason = decide.action === 'remove' ? decide.reason : null;
        const request = {
          ...{ cluster: id, version, actor, takeOver, bulk: null },
          choose: (cluster: Parameters<typeof splitMembers>[0], members: readonly { _id: number }[]) => ({
            ...{ action, reason, note },
            ...splitMembers(
              cluster,
              members.map(({ _id }) => _id),
              decide,
            ),
          }),
        };
        return decideIn(request, session);
      }),
    undo: (id, actor) => deps.transact((session) => undoIn({ decision: id, actor }, session)),
  };
}
