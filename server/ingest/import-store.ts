import type { Connection } from 'mongoose';
import type { ImportCounts, ImportFormat, Reject } from '../contract/imports.ts';
import { noCounts } from './import-counts.ts';
import { importModel, rejectModel, type StoredImport, type StoredReject } from './import-model.ts';
import { createUploadStore, type UploadStore } from './upload-store.ts';

/** What a new job is made of; the rest follows from how it begins. */
export type NewImport = Pick<
  StoredImport,
  'filename' | 'format' | 'product' | 'source' | 'dryRun' | 'fileId' | 'bytesTotal' | 'createdAt'
>;

/** A run of a job: only the one that holds the lease writes. */
export interface Lease {
  id: number;
  owner: string;
}

interface ImportUpdate {
  counts: ImportCounts;
  format: ImportFormat;
  bytesRead: number;
}

interface RejectFilter {
  kind?: Reject['kind'] | undefined;
  /** Only rejects behind this place. */
  after: number;
  limit: number;
}

export interface ImportStore {
  uploads: UploadStore;
  /** Makes the collections and their indexes; safe to repeat. */
  prepare(): Promise<void>;
  create(job: NewImport, lease?: { owner: string; until: Date }): Promise<StoredImport>;
  get(id: number): Promise<StoredImport | null>;
  /** Newest first, those with an id below `before`. */
  list(before: number | undefined, limit: number): Promise<StoredImport[]>;
  countOpen(): Promise<number>;
  usesFile(fileId: string): Promise<boolean>;
  /** The oldest job that waits or whose run has let its lease expire, now leased to `owner`. */
  claim(owner: string, now: Date, until: Date): Promise<StoredImport | null>;
  /** Prolongs the lease, with the progress if there is some; false when it was lost. */
  renew(lease: Lease, until: Date, update?: ImportUpdate): Promise<boolean>;
  /** Ends the run; the job no longer names its bytes. False when the lease was lost. */
  finish(lease: Lease, end: { at: Date; error: string | null; update?: ImportUpdate | undefined }): Promise<boolean>;
  /** Gives the job back: to be run again at once, or when the lease has run out. */
  release(lease: Lease): Promise<boolean>;
  addRejects(job: Pick<StoredImport, '_id' | 'attempts'>, seq: number, rejects: readonly Reject[]): Promise<void>;
  /** Drops what earlier, broken-off runs left. */
  dropEarlierRejects(job: Pick<StoredImport, '_id' | 'attempts'>): Promise<void>;
  listRejects(job: Pick<StoredImport, '_id' | 'attempts'>, filter: RejectFilter): Promise<StoredReject[]>;
  countRejects(job: Pick<StoredImport, '_id' | 'attempts'>, kind?: Reject['kind']): Promise<number>;
  /** Faulty rows of each code, the most frequent first. */
  countRejectsByCode(job: Pick<StoredImport, '_id' | 'attempts'>): Promise<{ code: string; rows: number }[]>;
}

/** @param nextId hands out the numbers of the jobs, unique for all servers */
export function createImportStore(connection: Connection, nextId: () => Promise<number>): ImportStore {
  const Import = importModel(connection);
  const RejectRow = rejectModel(connection);
  const held = ({ id, owner }: Lease) => ({ _id: id, owner, state: 'running' as const });
  const ofRun = (job: Pick<StoredImport, '_id' | 'attempts'>) => ({ importId: job._id, attempt: job.attempts });

  return {
    uploads: createUploadStore(connection),

    async prepare() {
      for (const model of [Import, RejectRow]) {
        await model.createCollection();
        await model.createIndexes();
      }
    },

    async create(job, lease) {
      const started = lease === undefined ? null : job.createdAt;
      const row: StoredImport = {
        ...job,
        ...{ _id: await nextId(), state: lease === undefined ? 'queued' : 'running', counts: noCounts(), bytesRead: 0 },
        ...{ error: null, attempts: lease === undefined ? 0 : 1, owner: lease?.owner ?? null },
        ...{ leaseUntil: lease?.until ?? null, startedAt: started, finishedAt: null },
      };
      await Import.insertMany([row], { lean: true });
      return row;
    },

    get: (id) => Import.findById(id).lean<StoredImport>(),

    list: (before, limit) =>
      Import.find(before === undefined ? {} : { _id: { $lt: before } })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<StoredImport[]>(),

    countOpen: () => Import.countDocuments({ state: { $in: ['queued', 'running'] } }),

    usesFile: async (fileId) => (await Import.exists({ fileId })) !== null,

    claim: (owner, now, until) =>
      Import.findOneAndUpdate(
        { $or: [{ state: 'queued' }, { state: 'running', leaseUntil: { $lt: now } }] },
        {
          $set: { state: 'running', owner, leaseUntil: until, startedAt: now, counts: noCounts(), bytesRead: 0 },
          $inc: { attempts: 1 },
        },
        { sort: { _id: 1 }, returnDocument: 'after' },
      ).lean<StoredImport>(),

    async renew(lease, until, update) {
      const { matchedCount } = await Import.updateOne(held(lease), { $set: { ...update, leaseUntil: until } });
      return matchedCount === 1;
    },

    async finish(lease, { at, error, update }) {
      const { matchedCount } = await Import.updateOne(held(lease), {
        $set: {
          ...update,
          ...{ state: error === null ? 'done' : 'failed', error, finishedAt: at },
          ...{ fileId: null, owner: null, leaseUntil: null },
        },
      });
      return matchedCount === 1;
    },

    async release(lease) {
      const { matchedCount } = await Import.updateOne(held(lease), {
        $set: { state: 'queued', owner: null, leaseUntil: null },
      });
      return matchedCount === 1;
    },

    async addRejects(job, seq, rejects) {
      const rows = rejects.map((reject, index) => ({ ...reject, ...ofRun(job), seq: seq + index }));
      await RejectRow.insertMany(rows, { lean: true, ordered: false });
    },

    async dropEarlierRejects(job) {
      await RejectRow.deleteMany({ importId: job._id, attempt: { $lt: job.attempts } });
    },

    listRejects: (job, { kind, after, limit }) =>
      RejectRow.find({ ...ofRun(job), seq: { $gt: after }, ...(kind ? { kind } : {}) })
        .sort({ seq: 1 })
        .limit(limit)
        .lean<StoredReject[]>(),

    countRejectsByCode: (job) =>
      RejectRow.aggregate<{ code: string; rows: number }>([
        { $match: { ...ofRun(job), kind: 'row' } },
        { $group: { _id: '$code', rows: { $sum: 1 } } },
        { $sort: { rows: -1, _id: 1 } },
        { $project: { _id: 0, code: '$_id', rows: 1 } },
      ]),

    countRejects: (job, kind) => RejectRow.countDocuments({ ...ofRun(job), ...(kind ? { kind } : {}) }),
  };
}
