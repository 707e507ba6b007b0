import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { FORMAT_VERSION, MANIFEST, type ManifestContent, type Part, renderManifest } from './backup-manifest.ts';
import type { BackupStore } from './backup-store.ts';
import { checkBackup } from './check-backup.ts';
import { writePart } from './part-file.ts';

export interface TakeBackup {
  store: Pick<BackupStore, 'snapshot' | 'decode'>;
  /** Is made; may be there if it is empty. */
  folder: string;
  program: string;
  schema: number;
}

/** Names of collections have a dot at most; anything else is written as %XX. */
const fileOf = (collection: string) => `${encodeURIComponent(collection)}.bson.gz`;

/**
 * Writes all collections as they are at one moment into a folder, reads it again, and answers its manifest. Until it is
 * whole it has another name. @throws AppError `folder-taken`, `snapshot-lost`, `backup-damaged`
 */
export async function takeBackup({ store, folder, program, schema }: TakeBackup): Promise<ManifestContent> {
  const target = resolve(folder);
  await expectFree(target);
  const work = join(dirname(target), `.${basename(target)}.unfinished-${process.pid}`);
  try {
    const manifest = await store.snapshot(async (snapshot) => {
      // A second try begins anew.
      await rm(work, { recursive: true, force: true });
      await mkdir(work, { recursive: true, mode: 0o700 });
      const parts: Part[] = [];
      for (const collection of snapshot.collections) {
        const file = fileOf(collection);
        parts.push({ collection, file, ...(await writePart(join(work, file), snapshot.documents(collection))) });
      }
      const { takenAt, logHead: decisionLog } = snapshot;
      return {
        ...({ format: 'reviewfinder-backup', formatVersion: FORMAT_VERSION, program, schema } as const),
        ...{ takenAt: takenAt.toISOString(), decisionLog, parts },
      };
    });
    await writeFile(join(work, MANIFEST), renderManifest(manifest), { mode: 0o600, flush: true });
    await checkBackup(work, store);
    await syncFolder(work);
    await rename(work, target);
    await syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}

async function expectFree(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new AppError('folder-taken', 409, `${folder} is no folder.`, { cause: error });
  });
  if (found.length > 0) throw new AppError('folder-taken', 409, `${folder} is not empty: name a new folder.`);
}

/** Names in a folder are durable once the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
