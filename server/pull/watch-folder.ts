import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { ImportService } from '../ingest/import-service.ts';
import type { Log } from '../log.ts';
import { idNumber } from '../public-ids.ts';
import { createRounds } from '../rounds.ts';
import { explainFile, moveFile } from './move-file.ts';
import {
  dropTaken,
  forgetImport,
  keepFresh,
  listTaken,
  noteImport,
  readTaken,
  takeFile,
  takeOver,
} from './taken-folder.ts';

export interface WatchDeps {
  folder: string;
  imports: Pick<ImportService, 'create' | 'get'>;
  log: Pick<Log, 'info' | 'warn'>;
  pollMs?: number;
  /** A taken file whose server has not been heard of for this long is taken over. */
  staleMs?: number;
  /** An empty file may be one that somebody is about to write. */
  emptyMs?: number;
}

export interface FolderWatch {
  start(): void;
  /** Ends after what is being copied; what was taken is found again. */
  stop(): Promise<void>;
}

/** Half-written by convention: hidden, or with one of the endings that copying programs give. */
const IS_UNFINISHED = /^\.|~$|\.(?:part|partial|tmp|crdownload)$/i;

type Sizes = Map<string, { size: number; mtimeMs: number }>;

/**
 * Imports the files that are put into a folder. A file is taken when it was the same at two looks; when its import is
 * over it lies in `done/` or `failed/`, there with the reason beside it. Nothing is deleted, and several servers may
 * watch one folder.
 */
export function createFolderWatch(deps: WatchDeps): FolderWatch {
  const { folder, imports, log, pollMs = 3000, staleMs = 30_000, emptyMs = 60_000 } = deps;
  const mine = new Set<string>();
  /** Folders of other servers: their time when it was last another one, and when that was seen, by this clock. */
  const others = new Map<string, { touchedMs: number; seenAt: number }>();
  let sizes: Sizes = new Map();
  let lastWarning = '';
  let freshening: NodeJS.Timeout | undefined;

  const warn = (error: unknown) => {
    const text = String(error);
    if (text !== lastWarning) log.warn({ err: error }, 'watched folder not served; tried again');
    lastWarning = text;
  };

  const takeStable = async (): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && !IS_UNFINISHED.test(entry.name)).map(({ name }) => name);
    const before = sizes;
    sizes = new Map();
    for (const name of names) {
      const now = await stat(join(folder, name)).catch(() => undefined); // taken by another server
      if (!now) continue;
      const was = before.get(name);
      const isStable = was?.size === now.size && was.mtimeMs === now.mtimeMs;
      sizes.set(name, { size: now.size, mtimeMs: now.mtimeMs });
      if (!isStable || (now.size === 0 && Date.now() - now.mtimeMs < emptyMs)) continue;
      const taken = await takeFile(folder, name);
      if (taken) mine.add(taken);
    }
  };

  const takeLeft = async (): Promise<void> => {
    const taken = await listTaken(folder);
    const here = new Set(taken.map(({ path }) => path));
    for (const path of others.keys()) if (!here.has(path)) others.delete(path);
    for (const { path, touchedMs } of taken.filter(({ path }) => !mine.has(path))) {
      const seen = others.get(path);
      if (seen?.touchedMs !== touchedMs) others.set(path, { touchedMs, seenAt: performance.now() });
      else if (performance.now() - seen.seenAt >= staleMs) {
        const own = await takeOver(folder, path);
        if (own) mine.add(own);
      }
    }
  };

  const giveAway = async (taken: string, name: string, failure: string | undefined): Promise<void> => {
    const target = join(folder, failure === undefined ? 'done' : 'failed');
    const path = await moveFile(join(taken, name), target, name);
    if (failure !== undefined) await explainFile(path, failure);
    await dropTaken(taken);
    mine.delete(taken);
    log.info({ file: name, failure }, failure === undefined ? 'file imported' : 'file not imported');
  };

  const beginImport = async (taken: string, name: string): Promise<void> => {
    const chunks = createReadStream(join(taken, name), { signal: rounds.signal });
    try {
      const created = await imports.create({ chunks, request: { filename: name } });
      await noteImport(taken, idNumber(created.id));
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      await giveAway(taken, name, error.message);
    } finally {
      chunks.destroy();
    }
  };

  /** Brings one taken file on. */
  const advance = async (taken: string): Promise<void> => {
    const { name, importId } = await readTaken(taken);
    if (name === undefined) {
      await dropTaken(taken);
      mine.delete(taken);
      return;
    }
    if (importId === undefined) return beginImport(taken, name);
    const view = await imports.get(importId).catch((error: unknown) => {
      if (error instanceof AppError && error.status === 404) return undefined;
      throw error;
    });
    if (view === undefined) return forgetImport(taken);
    if (view.state === 'failed') return giveAway(taken, name, view.error ?? 'The import failed.');
    if (view.state === 'cancelled') return giveAway(taken, name, 'The import was cancelled.');
    // Paused is not over; what was undone since had been imported.
    return ['queued', 'running', 'paused'].includes(view.state) ? undefined : giveAway(taken, name, undefined);
  };

  const look = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await takeLeft();
    await takeStable();
    for (const taken of mine) {
      if (rounds.signal.aborted) return;
      await advance(taken).catch((error: unknown) => {
        if (!rounds.signal.aborted) warn(error);
        // Another server has taken it over meanwhile, or somebody has removed it.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') mine.delete(taken);
      });
    }
  };

  const rounds = createRounds({
    ...{ pollMs, round: look, onError: warn },
    onEnd: async () => clearInterval(freshening),
  });

  return {
    ...rounds,
    start() {
      freshening ??= setInterval(() => {
        for (const taken of mine) keepFresh(taken).catch(() => undefined); // gone: `advance` finds out
      }, staleMs / 4);
      rounds.start();
    },
  };
}
