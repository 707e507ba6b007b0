import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CreateImport, ImportView } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import type { ImportService } from '../ingest/import-service.ts';
import { OutboundFailure, type SendRequest } from '../outbound/outbound-request.ts';
import { idNumber, importId } from '../public-ids.ts';
import { fetchFile } from './fetch-file.ts';
import type { StoredPull } from './pull-store.ts';

export interface RunPullDeps {
  send: SendRequest;
  imports: Pick<ImportService, 'create' | 'get'>;
  allowedOrigins: readonly string[];
  now: () => Date;
}

/** What a run changes of its pull. */
export type PullOutcome = Pick<StoredPull, 'lastRun'> &
  Partial<Pick<StoredPull, 'lastImport' | 'etag' | 'lastModified' | 'hash'>>;

/** One run of a pull. Throws what is not the fault of the file or its server, and the signal's reason. */
export type RunPull = (pull: StoredPull, signal: AbortSignal) => Promise<PullOutcome>;

export const NOT_ALLOWED = 'must be of an origin that the operator allows (PULL_ALLOW)';

/** The name of the file, as the last part of the address has it. */
export function fileNameOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = basename(pathname);
  try {
    return (decodeURIComponent(last) || hostname).slice(0, 255);
  } catch {
    return last.slice(0, 255);
  }
}

const requestOf = ({ url, format, product, source, map, dates, encoding }: StoredPull): CreateImport => ({
  ...{ format, filename: fileNameOf(url) },
  ...(product === null ? {} : { product }),
  ...(source === null ? {} : { source }),
  ...(map === null ? {} : { map }),
  ...(dates === null ? {} : { dates }),
  ...(encoding === null ? {} : { encoding }),
});

export function createRunPull({ send, imports, allowedOrigins, now }: RunPullDeps): RunPull {
  const ran = (result: 'imported' | 'unchanged' | 'failed', detail: string | null) => ({
    lastRun: { at: now(), result, detail },
  });

  /** A file whose import failed is imported again, though it is the same. */
  const hasFailed = async ({ lastImport }: StoredPull): Promise<boolean> => {
    if (lastImport === null) return false;
    try {
      return (await imports.get(lastImport)).state === 'failed';
    } catch (error) {
      if (error instanceof AppError && error.status === 404) return false;
      throw error;
    }
  };

  const importFile = async (pull: StoredPull, path: string, signal: AbortSignal): Promise<ImportView> => {
    const chunks = createReadStream(path, { signal });
    try {
      return await imports.create({ chunks, request: requestOf(pull) });
    } finally {
      chunks.destroy();
    }
  };

  const fetchAndImport = async (pull: StoredPull, path: string, signal: AbortSignal): Promise<PullOutcome> => {
    const isKnown = pull.hash !== null && !(await hasFailed(pull));
    const { etag, lastModified } = isKnown ? pull : { etag: null, lastModified: null };
    const fetched = await fetchFile(send, { url: pull.url, known: { etag, lastModified }, path, signal });
    if (!fetched.isModified) return ran('unchanged', 'The server says that the file has not changed.');
    const version = { etag: fetched.etag, lastModified: fetched.lastModified };
    if (isKnown && fetched.hash === pull.hash)
      return { ...ran('unchanged', 'The file has the content that was imported last.'), ...version };
    const created = await importFile(pull, path, signal);
    return { ...ran('imported', null), ...version, hash: fetched.hash, lastImport: idNumber(created.id) };
  };

  return async (pull, signal) => {
    if (!URL.canParse(pull.url) || !allowedOrigins.includes(new URL(pull.url).origin))
      return ran('failed', `The address ${NOT_ALLOWED}.`);
    const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-pull-'));
    try {
      return await fetchAndImport(pull, join(dir, 'file'), signal);
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof OutboundFailure) return ran('failed', error.message);
      if (error instanceof AppError && error.status < 500) return ran('failed', error.message);
      throw error;
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
}

export const toLastImport = (id: number | null) => (id === null ? null : importId(id));
