import type { AnalysePool } from '../analysis/analyse-pool.ts';
import type { Session, Transact } from '../db/transaction.ts';
import type { DecisionStore } from '../duplicates/decision-store.ts';
import type { ChangeStatus } from './change-status.ts';
import type { EventStore } from './event-store.ts';
import type { ImportReviewStore } from './import-review-store.ts';
import type { LookUpStored } from './look-up-stored.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { ReplaceContent } from './replace-content.ts';
import { ChangedMeanwhile } from './restore-undone.ts';
import type { ReviewStore } from './review-store.ts';
import { redoCreated, undoCreated } from './undo-created.ts';
import { swapBatch } from './undo-updates.ts';

export interface UndoDeps {
  store: Pick<ReviewStore, 'byIds' | 'holdersOfExact' | 'textsKeptBy'>;
  importReviews: ImportReviewStore;
  decisions: Pick<DecisionStore, 'standing' | 'standingOn'>;
  events: EventStore;
  changeStatus: ChangeStatus;
  replaceContent: ReplaceContent;
  journal: Pick<LookupJournalStore, 'add'>;
  lookUpStored: LookUpStored;
  pool: AnalysePool;
  transact: Transact;
  now: () => Date;
}

/** Where taking back goes on: behind a review, by id, of those that the import updated or created. */
export interface UndoPosition {
  phase: 'updates' | 'created';
  after: number;
}

export interface UndoBatch {
  importId: number;
  direction: 'undo' | 'redo';
  position: UndoPosition;
  actor: string;
}

/** What came of a batch; `kept` were left as they are. `next` is null at the end. */
export interface UndoOutcome {
  next: UndoPosition | null;
  done: number;
  kept: number;
}

/** Called inside the transaction of a batch, and again when that is run again. */
export type NoteUndo = (outcome: UndoOutcome, session: Session) => Promise<void>;

export interface UndoImport {
  /** Standing decisions on what the import brought in: on reviews it created, or after it had updated them. Oldest first. */
  decisionsOn(importId: number): Promise<number[]>;
  /** Reviews that are to be changed. */
  count(importId: number, direction: UndoBatch['direction']): Promise<number>;
  /** Takes back, or does again, the next batch: reviews, counts, clusters and `note` in one transaction. */
  step(batch: UndoBatch, note: NoteUndo): Promise<void>;
}

/** What comes first: what was done last. */
export const firstPosition = (direction: UndoBatch['direction']): UndoPosition => ({
  phase: direction === 'undo' ? 'updates' : 'created',
  after: 0,
});

const DECISIONS = 500;
const MAX_TRIES = 5;

/**
 * Takes an import back as a whole: what it created is removed, with the reason `import-undone`, and what it updated says
 * again what it said before. Both can be redone; nothing is lost meanwhile. Reviews on which a decision stands are left.
 */
export function createUndoImport(deps: UndoDeps): UndoImport {
  const { importReviews, events, decisions } = deps;

  /** Those of some decisions that rest on the import. */
  const resting = async (importId: number, some: readonly { _id: number; members: number[]; at: Date }[]) => {
    const members = [...new Set(some.flatMap((decision) => decision.members))];
    const created = new Set(await importReviews.createdAmong(importId, members));
    const updates = await events.updatesAmong(importId, members);
    const updated = new Map<number, Date>();
    for (const { review, at } of updates) if (at < (updated.get(review) ?? FAR)) updated.set(review, at);
    return some
      .filter(({ members: ids, at }) => ids.some((id) => created.has(id) || (updated.get(id) ?? FAR) < at))
      .map(({ _id }) => _id);
  };

  const run = { updates: swapBatch, created: { undo: undoCreated, redo: redoCreated } };

  return {
    async decisionsOn(importId) {
      const found: number[] = [];
      let some: { _id: number; members: number[]; at: Date }[] = [];
      for await (const decision of decisions.standing()) {
        some.push(decision);
        if (some.length < DECISIONS) continue;
        found.push(...(await resting(importId, some)));
        some = [];
      }
      return [...found, ...(await resting(importId, some))];
    },

    async count(importId, direction) {
      const isUndone = direction === 'redo';
      const counts = await Promise.all([
        importReviews.countCreatedBy(importId, isUndone),
        events.countReviewsUpdatedBy(importId, isUndone),
      ]);
      return counts[0] + counts[1];
    },

    async step(batch, note) {
      const { phase } = batch.position;
      const take = phase === 'updates' ? run.updates : run.created[batch.direction];
      for (let tries = 1; ; tries += 1) {
        try {
          return await take(deps, batch, note);
        } catch (error) {
          if (!(error instanceof ChangedMeanwhile) || tries === MAX_TRIES) throw error;
        }
      }
    },
  };
}

const FAR = new Date(8.64e15);
