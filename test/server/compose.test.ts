import { describe, expect, it } from 'vitest';
import { composeCore } from '../../server/compose.ts';
import { loadConfig } from '../../server/config.ts';
import { SCHEMA_VERSION } from '../../server/db/migrations.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { createSchemaStore } from '../../server/db/schema-store.ts';
import { createLog } from '../../server/log.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** An index of the app's name over another field cannot be made the app's. */
const otherIndex = (collection: string, name: string) => async (stored: TestDatabase) => {
  await stored.connection.collection(collection).createIndex({ other: 1 }, { name });
};

/** A database on which composing fails at a certain step. */
const BROKEN: [string, (stored: TestDatabase) => Promise<unknown>][] = [
  [
    'the migrations',
    ({ connection }) =>
      createSchemaStore(connection).migrate({
        migrations: [{ version: SCHEMA_VERSION + 1, name: 'of a newer release', run: async () => undefined }],
        alone: (work) => work(),
        log: () => undefined,
      }),
  ],
  ['the stores', otherIndex('reviews', 'product_1_day_-1__id_-1')],
  ['access', otherIndex('users', 'nameKey_1')],
  ['the views', otherIndex('shares', 'tokenHash_1')],
];

describe('composing that fails', () => {
  it.each(BROKEN)('at %s leaves nothing open', async (_, makeBroken) => {
    const stored = await openTestDatabase('compose');
    try {
      await makeBroken(stored);
      const config = loadConfig({ MONGODB_URI: stored.uri, LOG_LEVEL: 'silent' });
      const log = createLog(config);
      const opened = await openDatabase(config, log);
      const ended: string[] = [];
      const end = (what: string) => async () => {
        ended.push(what);
      };
      const database = { ...opened, stop: end('MongoDB') };
      const workers = {
        run: () => Promise.reject(new Error('not asked')),
        use: () => ({ waiting: 0, threads: 0, share: 0 }),
        close: end('workers'),
      };
      await expect(composeCore({ config, log, database, workers })).rejects.toThrow();
      expect(ended).toEqual(['workers', 'MongoDB']);
      expect(opened.connection.readyState).toBe(0);
    } finally {
      await stored.close();
    }
  });
});
