import type { Connection } from 'mongoose';
import type { ImportState } from '../contract/imports.ts';
import { createTransact, type Session } from '../db/transaction.ts';
import type { WriteNote } from '../reviews/intake.ts';
import { noCounts } from './import-counts.ts';
import { type Checkpoint, importModel, type StoredImport, type StoredUndo } from './import-model.ts';
import { ACTIVE } from './import-states.ts';
import { createRejectStore, type RejectStore } from './reject-store.ts';
import { createUploadStore, type UploadStore } from './upload-store.ts';

/** What a new job is made of; the rest follows from how it begins. */
export type NewImport = Pick<
  StoredImport,
  'filename' | 'format' | 'product' | 'source' | 'map' | 'dates' | 'dryRun' | 'fileId' | 'bytesTotal' | 'createdAt'
>;

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

export interface ImportStore {
  uploads: UploadStore;
  rejects: RejectStore;
  /** Makes the collections and their indexes; safe to repeat. */
  prepare(): Promise<void>;
  create(job: NewImport, lease?: { owner: string; until: Date }): Promise<StoredImport>;
  /** Makes a job of a dry run's file and settings, once; null when that has happened or the file is gone. */
  confirm(dryRun: StoredImport, at: Date): Promise<StoredImport | null>;
  /** Without the notes. */
  get(id: number): Promise<StoredImport | null>;
  /** Newest first, those with an id below `before`. */
  list(before: number | undefined, limit: number): Promise<StoredImport[]>;
  countOpen(): Promise<number>;
  usesFile(fileId: string): Promise<boolean>;
  /** Those of the imports that had ended before. */
  endedBefore(ids: readonly number[], before: Date): Promise<number[]>;
  /** Ends the keeping of files whose time is over; answers their ids, which no job names any more. */
  expireFiles(now: Date): Promise<string[]>;
  /** The oldest job that waits or whose run has let its lease expire, now leased to `owner`. */
  claim(owner: string, now: Date, until: Date): Promise<StoredImport | null>;
  /** Changes a job that is in this state; false when it is no longer. */
  move(id: number, from: ImportState, set: Partial<StoredImport>): Promise<boolean>;
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

const IDLE = { owner: null, leaseUntil: null, rate: null, secondsLeft: null };

/** Jobs of an earlier release lack what came later. */
const LATER: Partial<StoredImport> = {
  ...{
    ...IDLE,
    asked: null,
    map: null,
    dates: null,
    items: 0,
    rejects: 0,
    notes: [],
    undo: null,
    strikes: 0,
    brokenOff: false,
  },
  ...{ confirms: null, confirmedBy: null, expected: null, differs: null, keepUntil: null },
};
const complete = (job: StoredImport): StoredImport => ({ ...LATER, ...job });

/** @param nextId hands out the numbers of the jobs, unique for all servers */
export function createImportStore(connection: Connection, nextId: () => Promise<number>): ImportStore {
  const Import = importModel(connection);
  const transact = createTransact(connection);
  const held = ({ id, owner }: Lease) => ({ _id: id, owner, state: { $in: [...ACTIVE] } });
  const change = async (lease: Lease, set: Partial<StoredImport>, session?: Session): Promise<boolean> => {
    const { matchedCount } = await Import.updateOne(held(lease), { $set: set }, session ? { session } : {});
    return matchedCount === 1;
  };
  const newJob = (_id: number, job: NewImport): StoredImport => ({
    ...(LATER as StoredImport),
    ...{ ...job, _id, state: 'queued', counts: noCounts(), bytesRead: 0, error: null, attempts: 0 },
    ...{ startedAt: null, finishedAt: null },
  });
  const insert = async (job: StoredImport, session?: Session): Promise<StoredImport> => {
    await Import.insertMany([job], { lean: true, ...(session ? { session } : {}) });
    return job;
  };

  return {
    uploads: createUploadStore(connection),
    rejects: createRejectStore(connection),

    async prepare() {
      await Import.createCollection();
      await Import.createIndexes();
      await this.rejects.prepare();
    },

    async create(job, lease) {
      const queued = newJob(await nextId(), job);
      if (lease === undefined) return insert(queued);
      const run = { owner: lease.owner, leaseUntil: lease.until, startedAt: job.createdAt, attempts: 1, strikes: 1 };
      return insert({ ...queued, ...run, state: 'running' });
    },

    async confirm(dryRun, at) {
      const { _id, fileId, filename, format, product, source, map, dates, bytesTotal, counts } = dryRun;
      const settings = { fileId, filename, format, product, source, map, dates, bytesTotal };
      const id = await nextId();
      return transact(async (session) => {
        const isOpen = { _id, state: 'done' as const, fileId, confirmedBy: null };
        const { matchedCount } = await Import.updateOne(
          isOpen,
          { $set: { confirmedBy: id, fileId: null, keepUntil: null } },
          { session },
        );
        if (matchedCount === 0) return null;
        const job = newJob(id, { ...settings, dryRun: false, createdAt: at });
        return insert({ ...job, confirms: _id, expected: counts }, session);
      });
    },

    async get(id) {
      const job = await Import.findById(id).select('-notes').lean<StoredImport>();
      return job && complete(job);
    },

    async list(before, limit) {
      const jobs = await Import.find(before === undefined ? {} : { _id: { $lt: before } })
        .select('-notes')
        .sort({ _id: -1 })
        .limit(limit)
        .lean<StoredImport[]>();
      return jobs.map(complete);
    },

    countOpen: () => Import.countDocuments({ state: { $in: ['queued', ...ACTIVE] } }),

    async endedBefore(ids, before) {
      const jobs = await Import.find({ _id: { $in: [...ids] }, finishedAt: { $lt: before } })
        .select('_id')
        .lean<Pick<StoredImport, '_id'>[]>();
      return jobs.map(({ _id }) => _id);
    },

    usesFile: async (fileId) => (await Import.exists({ fileId })) !== null,

    async expireFiles(now) {
      const jobs = await Import.find({ fileId: { $type: 'string' }, keepUntil: { $lt: now } })
        .select('fileId')
        .lean<Pick<StoredImport, '_id' | 'fileId'>[]>();
      const expired: string[] = [];
      for (const { _id, fileId } of jobs) {
        const { modifiedCount } = await Import.updateOne({ _id, fileId }, { $set: { fileId: null } });
        if (modifiedCount === 1) expired.push(fileId as string);
      }
      return expired;
    },

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
      return job && complete(job as unknown as StoredImport);
    },

    async move(id, from, set) {
      const { matchedCount } = await Import.updateOne({ _id: id, state: from }, { $set: set });
      return matchedCount === 1;
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
      return change(lease, { ...update, ...end, ...file, ...IDLE });
    },

    finishUndo(lease, end) {
      return change(lease, { ...IDLE, ...end });
    },

    release(lease, state) {
      return change(lease, { ...IDLE, ...(state === 'paused' ? { asked: null } : {}), state });
    },

    async restart(lease) {
      await change(lease, { items: 0, rejects: 0, bytesRead: 0, counts: noCounts(), notes: [] });
    },
  };
}
