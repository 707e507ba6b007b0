import type { Connection } from 'mongoose';
import type { ColumnMap } from '../contract/imports.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { ImportHeader } from './formats/resolve-header.ts';

/** What was said of the columns of a file, for the next one with the same header. */
export interface StoredMapping {
  /** Signature of the header. */
  _id: string;
  columns: string[];
  map: ColumnMap;
  /** When a file was last imported by it. */
  usedAt: Date;
}

/** Mappings that are listed, and kept: those used last. */
const MAX_MAPPINGS = 500;

export type MappingStore = ReturnType<typeof createMappingStore>;

export function createMappingStore(connection: Connection, now: () => Date) {
  const rows = connection.collection<StoredMapping>('column_maps');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'column_maps');
      // The list, and what is dropped, go by the last use.
      await rows.createIndex({ usedAt: -1 });
    },

    async find(signature: string): Promise<ColumnMap | undefined> {
      return (await rows.findOne({ _id: signature }))?.map;
    },

    /** Keeps the map for files with this header, or says that it was used again. */
    async remember({ signature, columns, map }: Pick<ImportHeader, 'signature' | 'columns' | 'map'>): Promise<void> {
      await rows.updateOne(
        { _id: signature },
        { $set: { columns: [...columns], map, usedAt: now() } },
        { upsert: true },
      );
      const surplus = await rows
        .find({}, { projection: { _id: 1 } })
        .sort({ usedAt: -1 })
        .skip(MAX_MAPPINGS)
        .toArray();
      if (surplus.length > 0) await rows.deleteMany({ _id: { $in: surplus.map(({ _id }) => _id) } });
    },

    /** Last used first. */
    list: (): Promise<StoredMapping[]> => rows.find().sort({ usedAt: -1, _id: 1 }).toArray(),

    /** False when there is none. */
    async forget(signature: string): Promise<boolean> {
      return (await rows.deleteOne({ _id: signature })).deletedCount === 1;
    },
  };
}
