import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { ManifestContent } from './backup-manifest.ts';
import type { BackupStore } from './backup-store.ts';
import { checkBackup } from './check-backup.ts';
import { readPart } from './part-file.ts';

export interface RestoreBackup {
  store: Pick<BackupStore, 'state' | 'begin' | 'end' | 'load' | 'sums' | 'decode'>;
  folder: string;
  /** Drops what the database holds. */
  replace: boolean;
  /** The newest version of the database that this program knows. */
  schema: number;
}

/**
 * Reads a backup whole and checks it, then writes it into the database and holds what is stored against it. Indexes are
 * made when the app opens the database. @throws AppError `database-not-empty`, `database-newer`, `restore-failed`, and as `checkBackup`
 */
export async function restoreBackup({ store, folder, replace, schema }: RestoreBackup): Promise<ManifestContent> {
  const state = await store.state();
  if (state !== 'empty' && !replace) {
    const detail =
      state === 'interrupted'
        ? 'An earlier restore into this database was broken off: run it again with --replace.'
        : 'The database is not empty: name another one, or drop all that it holds with --replace.';
    throw new AppError('database-not-empty', 409, detail);
  }
  const manifest = await checkBackup(folder, store);
  if (manifest.schema > schema) {
    const detail = `The backup is of a database of version ${manifest.schema}, this program knows up to ${schema}: restore it with a newer release.`;
    throw new AppError('database-newer', 409, detail);
  }
  await store.begin();
  for (const part of manifest.parts) await store.load(part.collection, readPart(join(folder, part.file), part));
  const faults: string[] = [];
  for (const { collection, documents, contentSha256 } of manifest.parts) {
    const stored = await store.sums(collection);
    if (stored.documents !== documents)
      faults.push(`${collection} has ${stored.documents} documents, not ${documents}`);
    else if (stored.contentSha256 !== contentSha256) faults.push(`${collection} holds other documents`);
  }
  if (faults.length > 0) {
    const detail = `What is stored is not what the backup holds: ${faults.join('; ')}. Was something else writing to the database?`;
    throw new AppError('restore-failed', 500, detail);
  }
  await store.end();
  return manifest;
}
