import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTtlIndex } from '../../../server/db/ensure-ttl-index.ts';
import { createLeaseStore } from '../../../server/db/lease-store.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../server/db/migrations.ts';
import { runAlone } from '../../../server/db/run-alone.ts';
import { createSchemaStore, type Migration } from '../../../server/db/schema-store.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCli } from '../../support/run-cli.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('schema');
});
afterAll(() => database.close());

const leases = () => createLeaseStore(database.connection);
const alone = (work: () => Promise<void>) => runAlone(leases(), 'migrations', work);

describe('migrations', () => {
  it('have versions from 1, without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(SCHEMA_VERSION).toBe(MIGRATIONS.length);
  });

  it('are run once each, in order, whoever starts at the same time, and go on behind one that failed', async () => {
    await leases().prepare();
    const ran: number[] = [];
    let isBroken = true;
    const step = (version: number): Migration => ({
      version,
      name: `step ${version}`,
      async run() {
        if (version === 3 && isBroken) throw new Error('no room');
        ran.push(version);
        await new Promise((resolve) => setTimeout(resolve, 30));
      },
    });
    const migrations = [step(1), step(2), step(3)];
    const start = () => createSchemaStore(database.connection).migrate({ migrations, alone, log: () => undefined });
    await expect(start()).rejects.toThrow('no room');
    expect(await createSchemaStore(database.connection).version()).toBe(2);
    isBroken = false;
    await Promise.all([start(), start(), start()]);
    expect(ran).toEqual([1, 2, 3]);
  });

  it('of a newer program keep an older one from starting', async () => {
    const rows = database.connection.collection<{ _id: string; version: number }>('workspace');
    await rows.updateOne({ _id: 'schema' }, { $set: { version: SCHEMA_VERSION + 1 } }, { upsert: true });
    const { code, stderr } = await runCli(['rollups', 'verify'], { env: { MONGODB_URI: database.uri } });
    expect(code).toBe(2);
    expect(stderr).toContain(`version ${SCHEMA_VERSION + 1}`);
  });
});

describe('retention', () => {
  it('follows its setting, whatever it was before', async () => {
    const { connection } = database;
    await connection.createCollection('notes_kept');
    const indexed = async () =>
      (await connection.db!.collection('notes_kept').indexes()).find(({ key }) => 'at' in key)?.expireAfterSeconds;
    const seen: unknown[] = [];
    for (const days of [30, 30, 7, null, 1]) {
      await ensureTtlIndex(connection, { collection: 'notes_kept', field: 'at', days });
      seen.push(await indexed());
    }
    expect(seen).toEqual([30 * 86_400, 30 * 86_400, 7 * 86_400, undefined, 86_400]);
  });
});
