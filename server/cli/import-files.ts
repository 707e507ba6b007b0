import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { boundYoungGeneration } from '../bound-heap.ts';
import { type Core, composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import type { CreateImport, ImportCounts, ImportView } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import { noCounts } from '../ingest/import-counts.ts';
import { createLog } from '../log.ts';
import { idNumber } from '../public-ids.ts';
import type { ImportOptions } from './command-line.ts';
import { writeJsonLine } from './write-line.ts';

/** Faulty rows told on stderr; the others are counted, and all can be seen in the app. */
const SHOWN_REJECTS = 20;

export interface ImportFilesRequest {
  config: Config;
  files: readonly string[];
  options: ImportOptions;
}

type Summary = { files: number } & ImportCounts;

const countNames = Object.keys(noCounts()) as (keyof ImportCounts)[];

/**
 * Imports files one after another and prints the summary. A file that is refused is told on stderr, the others are
 * still imported. Answers 2 when one was refused, 1 when one failed.
 */
export async function runImportFiles({ config, files, options }: ImportFilesRequest): Promise<0 | 1 | 2> {
  boundYoungGeneration();
  const core = await composeCore({ config, log: createLog({ logLevel: 'warn' }) });
  const summary: Summary = { files: 0, ...noCounts() };
  let code: 0 | 1 | 2 = 0;
  try {
    for (const file of files) {
      try {
        const view = await importFile(core, file, options);
        summary.files += 1;
        for (const name of countNames) summary[name] += view.counts[name];
        await tellRejects(core, view);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        process.stderr.write(`${file}: ${error.message}\n`);
        code = error.status >= 500 ? 1 : code === 1 ? 1 : 2;
      }
    }
    await writeJsonLine(summary);
    if (!options.dryRun) await finishSecondLook(core);
    return code;
  } finally {
    await core.close();
  }
}

/** What is said of a file from outside, without what is not said. */
const toRequest = (filename: string, options: ImportOptions): CreateImport => {
  const { product, source, format, map, dates, encoding, dryRun } = options;
  return {
    ...{ format, filename },
    ...(product === undefined ? {} : { product }),
    ...(source === undefined ? {} : { source }),
    ...(map === undefined ? {} : { map }),
    ...(dates === undefined ? {} : { dates }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(dryRun ? { dryRun } : {}),
  };
};

async function importFile(core: Core, file: string, options: ImportOptions): Promise<ImportView> {
  const isInput = file === '-';
  const size = isInput ? null : (await statFile(file)).size;
  const bar = process.stderr.isTTY
    ? new SingleBar({
        stream: process.stderr,
        clearOnComplete: true,
        format: '{bar} {percentage} % | {received} found, {stored} stored',
      })
    : undefined;
  bar?.start(size ?? 0, 0, { received: 0, stored: 0 });
  try {
    return await core.services.imports.runDirect({
      chunks: isInput ? process.stdin : createReadStream(file),
      request: toRequest(isInput ? 'standard input' : basename(file), options),
      bytesTotal: size,
      onProgress: ({ bytesRead, counts }) =>
        bar?.update(bytesRead, { received: counts.received, stored: counts.stored }),
    });
  } finally {
    bar?.stop();
  }
}

/** Longest wait for the second look at the end of an import. */
const SECOND_LOOK_MS = 60_000;

/** Looks for rewordings among the reviews that came in; what takes too long is left to the next server, and said. */
async function finishSecondLook({ secondLook }: Core): Promise<void> {
  const total = await secondLook.countPending();
  if (total === 0) return;
  const bar = process.stderr.isTTY
    ? new SingleBar({
        stream: process.stderr,
        clearOnComplete: true,
        format: '{bar} {percentage} % | looking for rewordings, {value} of {total} reviews',
      })
    : undefined;
  bar?.start(total, 0);
  try {
    await secondLook.finish({
      signal: AbortSignal.timeout(SECOND_LOOK_MS),
      onProgress: (pending) => bar?.update(Math.max(0, total - pending)),
    });
  } finally {
    bar?.stop();
  }
  const left = await secondLook.countPending();
  if (left > 0)
    process.stderr.write(`${left} reviews are still to be looked at for rewordings: the app goes on with them.\n`);
}

async function statFile(file: string) {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new AppError(
      'file-unreadable',
      400,
      `cannot be read: ${cause.code === 'ENOENT' ? 'there is no such file' : cause.message}.`,
      { cause },
    );
  });
  if (!found.isFile()) throw new AppError('file-unreadable', 400, 'is not a file.');
  return found;
}

/** Each of the first faulty rows by line, then how many there were of each fault. */
async function tellRejects(core: Core, { id, filename, counts }: ImportView): Promise<void> {
  if (counts.rejected === 0) return;
  const number = idNumber(id);
  const { items } = await core.services.imports.rejects(number, { kind: 'row', limit: SHOWN_REJECTS });
  for (const { file, line, detail, code } of items) {
    const place = `${filename}${file === null ? '' : `/${file}`}${line === null ? '' : `:${line}`}`;
    process.stderr.write(`${place}: ${detail} (${code})\n`);
  }
  const byCode = await core.services.imports.countRejectsByCode(number);
  const kinds = byCode.map(({ code, rows }) => `${rows} ${code}`).join(', ');
  process.stderr.write(`${filename}: ${counts.rejected} of ${counts.received} rows not taken: ${kinds}\n`);
}
