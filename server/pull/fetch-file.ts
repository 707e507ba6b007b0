import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type OutboundAnswer, OutboundFailure, type SendRequest } from '../outbound/outbound-request.ts';

/** What a server says of the version of a file, for asking whether it has another. */
export interface FileVersion {
  etag: string | null;
  lastModified: string | null;
}

/** `hash` is of the content; undefined where there is no other version than the known one. */
export type Fetched = { isModified: false } | ({ isModified: true; hash: string } & FileVersion);

const TIMEOUT_MS = 10 * 60_000;
const MB = 1024 * 1024;
/** Exports of some hundred thousand reviews; larger ones are uploaded. */
const MOST_BYTES = 512 * MB;

const tooLarge = () => new OutboundFailure(`The file is larger than ${MOST_BYTES / MB} MB.`);

function refuseStatus({ status }: OutboundAnswer): void {
  if (status === 200) return;
  const isRedirect = status >= 300 && status < 400;
  const advice = isRedirect ? '; redirects are not followed: name the address that it leads to' : '';
  throw new OutboundFailure(`The server answered ${status}${advice}.`);
}

/**
 * Fetches a file to `path`, within bounds of size and time, unless it is still the known version.
 * @throws OutboundFailure that says what went wrong
 */
export async function fetchFile(
  send: SendRequest,
  { url, known, path, signal }: { url: string; known: FileVersion; path: string; signal: AbortSignal },
): Promise<Fetched> {
  const headers = {
    ...{ 'User-Agent': 'Reviewfinder-Pull', Accept: '*/*', 'Accept-Encoding': 'identity' },
    ...(known.etag === null ? {} : { 'If-None-Match': known.etag }),
    ...(known.lastModified === null ? {} : { 'If-Modified-Since': known.lastModified }),
  };
  const answer = await send({ url, method: 'GET', headers, timeoutMs: TIMEOUT_MS, signal });
  try {
    if (answer.status === 304) return { isModified: false };
    refuseStatus(answer);
    if (Number(answer.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted() {
      for await (const chunk of answer.chunks) {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) throw tooLarge();
        hash.update(chunk);
        yield chunk;
      }
    }
    await pipeline(counted, createWriteStream(path), { signal });
    const { etag = null, 'last-modified': lastModified = null } = answer.headers;
    return { isModified: true, hash: hash.digest('hex'), etag, lastModified };
  } finally {
    answer.close();
  }
}
