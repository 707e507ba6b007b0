import type { Connection } from 'mongoose';
import type { Reject } from '../contract/imports.ts';
import type { RowCells } from './import-item.ts';
import { rejectModel, type StoredReject } from './import-model.ts';

/** Something of a file that did not become a review, with its row where there is one. */
export interface RejectItem {
  reject: Reject;
  row?: RowCells | undefined;
}

interface RejectFilter {
  kind?: Reject['kind'] | undefined;
  /** Only rejects behind this place. */
  after: number;
  limit: number;
}

export interface RejectStore {
  prepare(): Promise<void>;
  /** Saves rejects from place `seq` on; the same ones saved again are there once. */
  add(importId: number, seq: number, rejects: readonly RejectItem[]): Promise<void>;
  /** Drops all from place `seq` on. */
  dropFrom(importId: number, seq: number): Promise<void>;
  /** The imports that something is kept of. */
  imports(): Promise<number[]>;
  list(importId: number, filter: RejectFilter): Promise<StoredReject[]>;
  count(importId: number, kind?: Reject['kind']): Promise<number>;
  /** Faulty rows of each code, the most frequent first. */
  countByCode(importId: number): Promise<{ code: string; rows: number }[]>;
  /** The headers that faulty rows came with, each once, in the order in which they first came. */
  headers(importId: number): Promise<string[][]>;
  /** All faulty rows, in the order of the file. */
  rows(importId: number): AsyncIterable<StoredReject>;
}

/** UTF-16 units of a row that are kept. */
const MAX_ROW = 65_536;

/** The row up to its limit: a cell in which that is reached is cut, those behind it are empty. */
export function capRow({ columns, cells }: RowCells): RowCells & { cut: boolean } {
  let left = MAX_ROW;
  let cut = false;
  const kept = cells.map((cell) => {
    const part = cell.length > left ? cell.slice(0, left).replace(/[\ud800-\udbff]$/, '') : cell;
    cut ||= part.length < cell.length;
    left -= part.length;
    return part;
  });
  return { columns: [...columns], cells: kept, cut };
}

export function createRejectStore(connection: Connection): RejectStore {
  const RejectRow = rejectModel(connection);
  const faulty = (importId: number) => ({ importId, kind: 'row' as const });

  return {
    async prepare() {
      await RejectRow.createCollection();
      await RejectRow.createIndexes();
    },

    async add(importId, seq, rejects) {
      const rows = rejects.map(({ reject, row }, index) => ({
        ...{ _id: `${importId}-${seq + index}`, importId, seq: seq + index },
        ...reject,
        row: row ? capRow(row) : null,
      }));
      await RejectRow.collection.bulkWrite(
        rows.map(({ _id, ...row }) => ({
          replaceOne: { filter: { _id: _id as never }, replacement: row, upsert: true },
        })),
        { ordered: false },
      );
    },

    async dropFrom(importId, seq) {
      await RejectRow.deleteMany({ importId, seq: { $gte: seq } });
    },

    imports: () => RejectRow.distinct('importId') as unknown as Promise<number[]>,

    list: (importId, { kind, after, limit }) =>
      RejectRow.find({ importId, seq: { $gt: after }, ...(kind ? { kind } : {}) })
        .select('-row')
        .sort({ seq: 1 })
        .limit(limit)
        .lean<StoredReject[]>(),

    count: (importId, kind) => RejectRow.countDocuments({ importId, ...(kind ? { kind } : {}) }),

    countByCode: (importId) =>
      RejectRow.aggregate<{ code: string; rows: number }>([
        { $match: faulty(importId) },
        { $group: { _id: '$code', rows: { $sum: 1 } } },
        { $sort: { rows: -1, _id: 1 } },
        { $project: { _id: 0, code: '$_id', rows: 1 } },
      ]),

    async headers(importId) {
      const rows = await RejectRow.aggregate<{ _id: string[] }>([
        { $match: { ...faulty(importId), row: { $ne: null } } },
        { $group: { _id: '$row.columns', first: { $min: '$seq' } } },
        { $sort: { first: 1 } },
      ]).allowDiskUse(true);
      return rows.map(({ _id }) => _id);
    },

    rows: (importId) =>
      RejectRow.find(faulty(importId))
        .sort({ seq: 1 })
        .lean<StoredReject[]>()
        .cursor({ batchSize: 200 }) as AsyncIterable<StoredReject>,
  };
}
