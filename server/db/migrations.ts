import type { Connection } from 'mongoose';
import type { Migration } from './schema-store.ts';

const INDEX_NOT_FOUND = 27;
const NAMESPACE_NOT_FOUND = 26;

async function dropIndex(connection: Connection, collection: string, index: string): Promise<void> {
  await connection.db!.command({ dropIndexes: collection, index }).catch((error: { code?: unknown }) => {
    if (error.code !== INDEX_NOT_FOUND && error.code !== NAMESPACE_NOT_FOUND) throw error;
  });
}

/**
 * All steps, in order; added to at the end, never changed. What a store's `prepare` does anyway (collections, indexes)
 * needs none: a step is for what is there and has to become something else.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'drop the index of roll-ups by source, which they no longer have',
    run: (connection) => dropIndex(connection, 'rollups', 'product_1_source_1_month_1'),
  },
];

/** The version of the database that this program works with. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
