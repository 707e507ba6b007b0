import type { ImportState } from '../contract/imports.ts';
import type { Session } from '../db/transaction.ts';
import type { WriteNote } from '../reviews/intake.ts';
import { noCounts } from './import-counts.ts';
import {
  type Checkpoint,
  completeJob,
  type importModel,
  NO_RUN,
  type StoredImport,
  type StoredUndo,
} from './import-model.ts';
import { ACTIVE } from './import-states.ts';

/** A run of a job: only the one that holds the lease writes. */
export interface Lease {
  id: number;
  owner: string;
}

/** Another run has taken the job over, or may have. */
export class LeaseLost extends Error {}

/** The checkpoint behind a batch, and how it goes. */
export type ImportUpdate = Checkpoint & Pick<StoredImport, 'format' | 'bytesRead' | 'rate' | 'secondsLeft'>;

export type UndoUpdate = Pick<StoredImport, 'rate' | 'secondsLeft'> & { undo: StoredUndo };

interface End {
  state: ImportState;
  at: Date;
  error?: string | null;
  differs?: boolean | null;
  /** Until when the bytes are kept; by default they are no longer named. */
  keepUntil?: Date | null;
}

/** What the run of a job writes, which only the one that holds the lease may. Part of the import store. */
export interface ImportRunStore {
  /** The oldest job that waits or whose run has let its lease expire, now leased to `owner`. */
  claim(owner: string, now: Date, until: Date): Promise<StoredImport | null>;
  /** Prolongs the lease, with the checkpoint of a batch if there is one. @throws LeaseLost */
  renew(lease: Lease, until: Date, update?: ImportUpdate): Promise<Pick<StoredImport, 'asked'>>;
  /** Notes inside a transaction what it writes of the batch behind the checkpoint. @throws LeaseLost */
  note(lease: Lease, note: WriteNote, session: Session): Promise<void>;
  /** Adds to a note what was found for its reviews. @throws LeaseLost */
  noteCopies(lease: Lease, entry: string, copies: NonNullable<WriteNote['copies']>): Promise<void>;
  /** Notes inside a transaction how far taking back has come. @throws LeaseLost */
  noteUndo(lease: Lease, progress: UndoUpdate, session: Session): Promise<void>;
  /** Ends the run; false when the lease was lost. */
  finish(lease: Lease, end: End, update?: ImportUpdate): Promise<boolean>;
  /** Ends the run of an undo or redo; what was told of the import stays, but for the reason of a failure. */
  finishUndo(lease: Lease, end: { state: ImportState; error?: string }): Promise<boolean>;
  /** Gives the job back in this state: what was asked of it is still to be done, unless it is paused now. */
  release(lease: Lease, state: ImportState): Promise<boolean>;
  /** Forgets how far a run had come. */
  restart(lease: Lease): Promise<void>;
}

export function createImportRuns(Import: ReturnType<typeof importModel>): ImportRunStore {
  const held = ({ id, owner }: Lease) => ({ _id: id, owner, state: { $in: [...ACTIVE] } });
  const change = async (lease: Lease, set: Partial<StoredImport>, session?: Session): Promise<boolean> => {
    const { matchedCount } = await Import.updateOne(held(lease), { $set: set }, session ? { session } : {});
    return matchedCount === 1;
  };

  return {
    async claim(owner, now, until) {
      const isFree = { leaseUntil: { $not: { $gte: now } } };
      const isRunning = { $eq: ['$state', 'running'] };
      const count = (field: string) => ({ $add: [{ $ifNull: [`$${field}`, 0] }, 1] });
      const job = await Import.collection.findOneAndUpdate(
        { $or: [{ state: 'queued' }, { state: { $in: [...ACTIVE] }, ...isFree }] },
        [
          {
            $set: {
              brokenOff: isRunning,
              state: { $cond: [{ $eq: ['$state', 'queued'] }, 'running', '$state'] },
              owner: { $literal: owner },
              leaseUntil: until,
              startedAt: { $ifNull: ['$startedAt', now] },
              attempts: count('attempts'),
              strikes: count('strikes'),
            },
          },
        ],
        { sort: { _id: 1 }, returnDocument: 'after' },
      );
      return job && completeJob(job as unknown as StoredImport);
    },

    async renew(lease, until, update) {
      const progress = update === undefined ? {} : { ...update, notes: [], strikes: 0 };
      const job = await Import.findOneAndUpdate(
        held(lease),
        { $set: { ...progress, leaseUntil: until } },
        { returnDocument: 'after' },
      )
        .select('asked')
        .lean<Pick<StoredImport, '_id' | 'asked'>>();
      if (job === null) throw new LeaseLost();
      return { asked: job.asked ?? null };
    },

    async note(lease, note, session) {
      const { matchedCount } = await Import.updateOne(held(lease), { $push: { notes: note } }, { session });
      if (matchedCount === 0) throw new LeaseLost();
    },

    async noteCopies(lease, entry, copies) {
      const { matchedCount } = await Import.updateOne(
        { ...held(lease), 'notes.entry': entry },
        { $set: { 'notes.$.copies': copies } },
      );
      if (matchedCount === 0) throw new LeaseLost();
    },

    async noteUndo(lease, progress, session) {
      if (!(await change(lease, { ...progress, strikes: 0 }, session))) throw new LeaseLost();
    },

    finish(lease, { state, at, error = null, differs = null, keepUntil = null }, update) {
      const file = keepUntil === null ? { fileId: null } : {};
      const end = { state, error, differs, keepUntil, finishedAt: at, asked: null, notes: [] };
      return change(lease, { ...update, ...end, ...file, ...NO_RUN });
    },

    finishUndo(lease, end) {
      return change(lease, { ...NO_RUN, ...end });
    },

    release(lease, state) {
      return change(lease, { ...NO_RUN, ...(state === 'paused' ? { asked: null } : {}), state });
    },

    async restart(lease) {
      await change(lease, { items: 0, rejects: 0, bytesRead: 0, counts: noCounts(), notes: [] });
    },
  };
}
