import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A file of the watched folder that one server has taken lies in a folder of its own, `.taken-<id>`, with a note of
 * the import that was made of it. Taking is one rename, so that of several servers one succeeds. As long as its server
 * lives, the folder's time is kept fresh; one that grows old is taken in the same way.
 */
const PREFIX = '.taken-';
const NOTE = '.import';

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const newPath = (folder: string) => join(folder, `${PREFIX}${randomUUID()}`);

/** Takes a file; answers the path of its folder, undefined when another server was first. */
export async function takeFile(folder: string, name: string): Promise<string | undefined> {
  const taken = newPath(folder);
  await mkdir(taken);
  try {
    await rename(join(folder, name), join(taken, name));
    return taken;
  } catch (error) {
    await rmdir(taken);
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Takes over what another server has left; undefined when a third was first. */
export async function takeOver(folder: string, left: string): Promise<string | undefined> {
  const taken = newPath(folder);
  try {
    await rename(left, taken);
    await keepFresh(taken);
    return taken;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

export const keepFresh = (taken: string) => utimes(taken, new Date(), new Date());

/** The folders of taken files, with the time that their servers keep fresh. */
export async function listTaken(folder: string): Promise<{ path: string; touchedMs: number }[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(PREFIX));
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const touched = await stat(path).catch(() => undefined); // gone since
      return touched?.isDirectory() ? [{ path, touchedMs: touched.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

/** What a folder holds: the name of its file, none where its server was killed while taking or giving it away, and the import of it. */
export async function readTaken(taken: string): Promise<{ name: string | undefined; importId: number | undefined }> {
  const name = (await readdir(taken)).find((entry) => entry !== NOTE);
  const note = await readFile(join(taken, NOTE), 'utf8').catch((error: unknown) => {
    if (isGone(error)) return '';
    throw error;
  });
  const importId = Number(note);
  return { name, importId: Number.isInteger(importId) && importId > 0 ? importId : undefined };
}

export const noteImport = (taken: string, importId: number) => writeFile(join(taken, NOTE), String(importId));
export const forgetImport = (taken: string) => rm(join(taken, NOTE), { force: true });

/** Removes the folder of a file that has been moved on. */
export async function dropTaken(taken: string): Promise<void> {
  await forgetImport(taken);
  await rmdir(taken);
}
