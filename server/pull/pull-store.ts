import type { Connection } from 'mongoose';
import type { ColumnMap, DateOrder, ImportFormat, TextEncoding } from '../contract/imports.ts';
import type { PullRun } from '../contract/pull.ts';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface StoredPull {
  _id: number;
  url: string;
  everyMinutes: number;
  format: ImportFormat;
  product: string | null;
  source: string | null;
  map: ColumnMap | null;
  dates: DateOrder | null;
  encoding: TextEncoding | null;
  active: boolean;
  nextAt: Date;
  /** A person has asked for a run, of one that is not active too. */
  isAsked: boolean;
  /** Which run is at it, and until when it is that run's. */
  owner: string | null;
  until: Date | null;
  /** What the file was when it was imported last: as its server names it, and by its content. */
  etag: string | null;
  lastModified: string | null;
  hash: string | null;
  lastRun: { at: Date; result: PullRun['result']; detail: string | null } | null;
  lastImport: number | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What pulls of an earlier release lack. */
const complete = (pull: StoredPull): StoredPull => ({ ...pull, encoding: pull.encoding ?? null });
const completeIf = (pull: StoredPull | null): StoredPull | null => pull && complete(pull);

type PullChange = Partial<Omit<StoredPull, '_id'>>;

export interface PullStore {
  prepare(): Promise<void>;
  add(pull: StoredPull): Promise<void>;
  list(): Promise<StoredPull[]>;
  byId(id: number): Promise<StoredPull | null>;
  change(id: number, change: PullChange): Promise<StoredPull | null>;
  remove(id: number): Promise<boolean>;
  /** Takes the pull that has been due longest and that nobody is at. */
  claim(lease: { owner: string; now: Date; until: Date }): Promise<StoredPull | null>;
  renew(id: number, owner: string, until: Date): Promise<void>;
  /** Ends a run, as far as it is still the owner's. */
  finish(id: number, owner: string, change: PullChange): Promise<void>;
}

export function createPullStore(connection: Connection): PullStore {
  const pulls = connection.collection<StoredPull>('pulls');
  const after = { returnDocument: 'after' } as const;
  return {
    prepare: () => ensureCollection(connection, 'pulls'),
    async add(pull) {
      await pulls.insertOne(pull);
    },
    list: async () => (await pulls.find().sort({ _id: 1 }).toArray()).map(complete),
    byId: async (id) => completeIf(await pulls.findOne({ _id: id })),
    change: async (id, change) => completeIf(await pulls.findOneAndUpdate({ _id: id }, { $set: change }, after)),
    async remove(id) {
      return (await pulls.deleteOne({ _id: id })).deletedCount === 1;
    },
    claim: async ({ owner, now, until }) =>
      completeIf(
        await pulls.findOneAndUpdate(
          {
            nextAt: { $lte: now },
            $and: [
              { $or: [{ active: true }, { isAsked: true }] },
              { $or: [{ until: null }, { until: { $lte: now } }] },
            ],
          },
          { $set: { owner, until } },
          { sort: { nextAt: 1 }, ...after },
        ),
      ),
    async renew(id, owner, until) {
      await pulls.updateOne({ _id: id, owner }, { $set: { until } });
    },
    async finish(id, owner, change) {
      await pulls.updateOne({ _id: id, owner }, { $set: { ...change, owner: null, until: null } });
    },
  };
}
