import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TAKEN_NAME = 'EEXIST';
const MOST_NAMES = 10_000;

/**
 * Moves a file into a folder, under its own name or, where that is taken, with a number behind it: nothing is
 * overwritten, whoever else moves files there. Answers the new path.
 */
export async function moveFile(from: string, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const to = join(folder, number === 1 ? name : `${stem}-${number}${extension}`);
    try {
      await (await open(to, 'wx')).close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === TAKEN_NAME) continue;
      throw error;
    }
    await rename(from, to);
    return to;
  }
  throw new Error(`${folder} has ${MOST_NAMES} files named like ${name}`);
}

/** Says beside a file why it is there. What stands there already stays. */
export async function explainFile(path: string, reason: string): Promise<void> {
  await writeFile(`${path}.reason.txt`, `${reason}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== TAKEN_NAME) throw error;
  });
}
