import type { Problem } from '../server/contract/problem.ts';
import type { Query } from './state/filters.ts';

const ROOT = '/api/v1';

/** What went wrong in words for the reader; `status` 0 when the server could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, detail: string, problem: Problem | null = null) {
    super(detail);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

const SHARED = /^\/shared\/([^/]+)/;

/** The token of the share link by which this page is read, or null. */
export const shareToken = (): string | null => SHARED.exec(globalThis.location?.pathname ?? '')?.[1] ?? null;

/** Figures of a page that is read by a share link come by that link. */
function byShare(path: string): string {
  const token = shareToken();
  return token !== null && path.startsWith('/analytics/') ? `/shared/${token}${path}` : path;
}

/** A path of the API with its query; a path may have parameters already, such as one that repeats. */
export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${ROOT}${byShare(path)}${search === '' ? '' : `${path.includes('?') ? '&' : '?'}${search}`}`;
}

/** The problem document of an answer as an error; answers that carry none are named by their status. */
export function toApiError(status: number, body: string): ApiError {
  try {
    const problem = JSON.parse(body) as Problem;
    if (typeof problem.detail === 'string') return new ApiError(status, problem.detail, problem);
  } catch {
    // A proxy's own page is no problem document: fall through to the status.
  }
  return new ApiError(status, status >= 500 ? 'The server could not answer.' : `The request was refused (${status}).`);
}

let whenSignedOut = () => {};

/** What to do when the server no longer knows who one is. */
export const onSignedOut = (run: () => void) => {
  whenSignedOut = run;
};

const SESSION = `${ROOT}/session`;

/** A wrong password is refused with the same status, and is no end of anything. */
function noteRefusal(status: number, url: string): void {
  if (status === 401 && !url.startsWith(SESSION) && shareToken() === null) whenSignedOut();
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, 'The server cannot be reached.');
  }
  if (!response.ok) {
    noteRefusal(response.status, url);
    throw toApiError(response.status, await response.text());
  }
  return response;
}

/** Reads one resource. @throws ApiError, or an AbortError when `signal` was aborted. */
export async function getJson<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const response = await send(apiPath(path, query), {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  });
  return (await response.json()) as T;
}

/** Sends JSON (or nothing) and reads the answer. @throws ApiError */
async function sendJson<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<T> {
  const response = await send(apiPath(path), {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** Deletes what is at a path; the answer has no body. @throws ApiError */
export async function deleteFrom(path: string): Promise<void> {
  await send(apiPath(path), { method: 'DELETE', headers: { accept: 'application/json' } });
}

export const postJson = <T>(path: string, body?: unknown) => sendJson<T>('POST', path, body);
export const putJson = <T>(path: string, body: unknown) => sendJson<T>('PUT', path, body);
export const patchJson = <T>(path: string, body: unknown) => sendJson<T>('PATCH', path, body);

/** What a caller shows of a failure: its words, also where it is none of the API. */
export const toApiFailure = (error: unknown) => (error instanceof ApiError ? error : new ApiError(0, String(error)));

/** The same rows as the JSON answer, as CSV. @throws ApiError */
export async function getCsv(path: string, query: Query = {}): Promise<Blob> {
  return (await send(apiPath(path, query), { headers: { accept: 'text/csv' } })).blob();
}

export type Upload = { file: File; type: string; query: Query; onProgress: (sentShare: number) => void };

/** Sends a file as the raw body. XMLHttpRequest, since fetch tells nothing of the upload's progress. @throws ApiError */
export function uploadFile<T>(path: string, { file, type, query, onProgress }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiPath(path, query));
    request.setRequestHeader('content-type', type);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ApiError(0, 'The server cannot be reached, or the upload broke off.'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else {
        noteRefusal(request.status, apiPath(path));
        reject(toApiError(request.status, request.responseText));
      }
    };
    request.send(file);
  });
}

/** Listens to the `data:` messages of an event stream until `onMessage` says it is over. Returns how to stop. */
export function listen<T>(path: string, onMessage: (message: T) => 'more' | 'over'): () => void {
  const stream = new EventSource(apiPath(path));
  stream.onmessage = (event: MessageEvent<string>) => {
    if (onMessage(JSON.parse(event.data) as T) === 'over') stream.close();
  };
  return () => stream.close();
}
