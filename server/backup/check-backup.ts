import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkChain, type StoredLogRow } from '../duplicates/log-chain.ts';
import { AppError } from '../errors.ts';
import { damaged, MANIFEST, type ManifestContent, parseManifest } from './backup-manifest.ts';
import type { BackupStore } from './backup-store.ts';
import { faultOfPart, readPart } from './part-file.ts';

/**
 * Reads a backup from end to end: every part is there and has the bytes and documents that the manifest names, and the
 * decision log is unbroken up to the row that it names. @throws AppError `backup-damaged` with all that is wrong, `backup-newer`
 */
export async function checkBackup(folder: string, store: Pick<BackupStore, 'decode'>): Promise<ManifestContent> {
  const manifest = parseManifest(await readManifest(folder));
  const faults: string[] = [];
  for (const part of manifest.parts) {
    const fault = await faultOfPart(join(folder, part.file), part);
    if (fault !== undefined) faults.push(fault);
  }
  if (faults.length > 0) throw damaged(faults);
  const log = manifest.parts.find(({ collection }) => collection === 'decision_log');
  async function* rows() {
    if (log) for await (const row of readPart(join(folder, log.file), log)) yield store.decode<StoredLogRow>(row);
  }
  const chain = await checkChain(rows(), { head: manifest.decisionLog });
  if (chain.break) throw damaged([`the decision log is broken: ${chain.break.detail.replace(/\.$/, '')}`]);
  return manifest;
}

async function readManifest(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, MANIFEST), 'utf8');
  } catch (cause) {
    const isFolder = await readdir(folder).then(
      () => true,
      () => false,
    );
    if (isFolder) throw damaged([`${folder} has no ${MANIFEST}: it was not finished, or is no backup`]);
    throw new AppError('file-unreadable', 400, `${folder} cannot be read as a folder.`, { cause });
  }
}
