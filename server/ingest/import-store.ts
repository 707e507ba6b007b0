import type { Connection } from 'mongoose';
import type { ImportState } from '../contract/imports.ts';
import { createTransact, type Session } from '../db/transaction.ts';
import { noCounts } from './import-counts.ts';
import { completeJob, importModel, LATER_FIELDS, type StoredImport } from './import-model.ts';
import { createImportRuns, type ImportRunStore } from './import-run-store.ts';
import { ACTIVE } from './import-states.ts';
import { createRejectStore, type RejectStore } from './reject-store.ts';
import { createUploadStore, type UploadStore } from './upload-store.ts';

/** What a new job is made of; the rest follows from how it begins. */
export type NewImport = Pick<
  StoredImport,
  | 'filename'
  | 'format'
  | 'product'
  | 'source'
  | 'map'
  | 'dates'
  | 'encoding'
  | 'dryRun'
  | 'fileId'
  | 'bytesTotal'
  | 'createdAt'
>;

export interface ImportStore extends ImportRunStore {
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
  /** Changes a job that is in this state; false when it is no longer. */
  move(id: number, from: ImportState, set: Partial<StoredImport>): Promise<boolean>;
}

/** @param nextId hands out the numbers of the jobs, unique for all servers */
export function createImportStore(connection: Connection, nextId: () => Promise<number>): ImportStore {
  const Import = importModel(connection);
  const transact = createTransact(connection);
  const newJob = (_id: number, job: NewImport): StoredImport => ({
    ...(LATER_FIELDS as StoredImport),
    ...{ ...job, _id, state: 'queued', counts: noCounts(), bytesRead: 0, error: null, attempts: 0 },
    ...{ startedAt: null, finishedAt: null },
  });
  const insert = async (job: StoredImport, session?: Session): Promise<StoredImport> => {
    await Import.insertMany([job], { lean: true, ...(session ? { session } : {}) });
    return job;
  };

  return {
    ...createImportRuns(Import),
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
      const { _id, fileId, filename, format, product, source, map, dates, encoding, bytesTotal, counts } = dryRun;
      const settings = { fileId, filename, format, product, source, map, dates, encoding, bytesTotal };
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
      return job && completeJob(job);
    },

    async list(before, limit) {
      const jobs = await Import.find(before === undefined ? {} : { _id: { $lt: before } })
        .select('-notes')
        .sort({ _id: -1 })
        .limit(limit)
        .lean<StoredImport[]>();
      return jobs.map(completeJob);
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

    async move(id, from, set) {
      const { matchedCount } = await Import.updateOne({ _id: id, state: from }, { $set: set });
      return matchedCount === 1;
    },
  };
}
