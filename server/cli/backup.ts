import type { ManifestContent } from '../backup/backup-manifest.ts';
import { createBackupStore } from '../backup/backup-store.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import { SCHEMA_VERSION } from '../db/migrations.ts';
import { openDatabase } from '../db/open-database.ts';
import { createSchemaStore } from '../db/schema-store.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { packageVersion } from './package-version.ts';
import { writeJsonLine } from './write-line.ts';

const summaryOf = ({ takenAt, program, schema, decisionLog, parts }: ManifestContent) => ({
  ...{ takenAt, program, schema, decisionLog },
  collections: parts.length,
  documents: parts.reduce((sum, part) => sum + part.documents, 0),
  bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
});

const secondsSince = (begin: number) => Math.round((performance.now() - begin) / 100) / 10;

/** Writes a backup into a folder, checks it, and prints what it holds. It may run beside the app. */
export async function backUp({ config, folder }: { config: Config; folder: string }): Promise<0> {
  const begin = performance.now();
  const { connection, stop } = await openDatabase(config, createLog({ logLevel: 'warn' }));
  try {
    const schema = await createSchemaStore(connection).version();
    const store = createBackupStore(connection);
    const manifest = await takeBackup({ store, folder, program: packageVersion(), schema });
    await writeJsonLine({ ok: true, folder, ...summaryOf(manifest), seconds: secondsSince(begin) });
    return 0;
  } finally {
    await connection.close();
    await stop();
  }
}

/**
 * Restores a backup, then recomputes the roll-ups from the reviews and reads the decision log's chain; answers 1 where
 * these do not hold. No app may run on the database meanwhile.
 */
export async function restore(request: { config: Config; folder: string; replace: boolean }): Promise<0 | 1> {
  const { config, folder, replace } = request;
  const begin = performance.now();
  const log = createLog({ logLevel: 'warn' });
  const database = await openDatabase(config, log);
  const close = async () => {
    await database.connection.close();
    await database.stop();
  };
  let manifest: ManifestContent;
  try {
    if (database.isShared)
      throw new AppError('app-running', 409, 'An app is running on this data folder: stop it, then restore.');
    const store = createBackupStore(database.connection);
    manifest = await restoreBackup({ store, folder, replace, schema: SCHEMA_VERSION });
  } catch (error) {
    await close();
    throw error;
  }
  const core = await composeCore({ config, log, database });
  try {
    const reviews = await core.countReviews();
    const differences = (await core.rollups.verify()).length;
    const chain = await core.services.decisionLog.verify(manifest.decisionLog?.hash);
    const ok = differences === 0 && chain.break === null;
    const checks = { reviews, rollupDifferences: differences, decisionLog: chain };
    await writeJsonLine({ ok, folder, ...summaryOf(manifest), ...checks, seconds: secondsSince(begin) });
    return ok ? 0 : 1;
  } finally {
    await core.close();
  }
}
