import { lookup as resolveName } from 'node:dns/promises';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { checkUrl, isPublicAddress, type OutboundPolicy } from './outbound-url.ts';

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly { address: string; family: number }[]>;

const resolveByDns: Resolve = (name) => resolveName(name, { all: true });

export interface OutboundRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** For the whole exchange, the body of the answer included. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** The answer as it begins to come in. `chunks` is read once, or `close` called. */
export interface OutboundAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  chunks: AsyncIterable<Uint8Array>;
  close(): void;
}

export type SendRequest = (request: OutboundRequest) => Promise<OutboundAnswer>;

/** What kept a request from being answered: `message` is for people, without anything of the answer. */
export class OutboundFailure extends Error {
  override name = 'OutboundFailure';
}

const SYSTEM_CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was cut.',
  ENOTFOUND: 'The host name is not known.',
  EAI_AGAIN: 'The host name cannot be looked up at the moment.',
  ETIMEDOUT: 'The connection was not made in time.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The network cannot be reached.',
  EPIPE: 'The connection was cut.',
};

const isTlsCode = (code: string) => /^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code);

/** Several addresses that all fail give one error around theirs. */
const codeOf = (error: unknown): string => {
  const { code, errors } = error as { code?: unknown; errors?: { code?: unknown }[] };
  return String(code ?? errors?.[0]?.code ?? '');
};

function toFailure(error: unknown, request: OutboundRequest): unknown {
  if (error instanceof OutboundFailure || request.signal?.aborted) return error;
  if ((error as Error).name === 'TimeoutError')
    return new OutboundFailure(`No answer within ${Math.round(request.timeoutMs / 1000)} seconds.`, { cause: error });
  const code = codeOf(error);
  const message = SYSTEM_CODES[code] ?? (isTlsCode(code) ? `The certificate is not valid (${code}).` : undefined);
  return new OutboundFailure(message ?? 'The request failed.', { cause: error });
}

/**
 * Requests of the server to addresses that its users name (R28: server-side request forgery). The connection goes to an
 * address that was checked, and no name is resolved a second time; redirects are answers like any other; no proxy, no
 * connection is used again.
 */
export function createSendRequest(policy: OutboundPolicy, resolve: Resolve = resolveByDns): SendRequest {
  const lookUp: LookupFunction = (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const refused = policy.allowPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
        const first = addresses[0];
        if (refused || !first) {
          const message = refused ? 'The host name leads to an address that is not public.' : SYSTEM_CODES['ENOTFOUND'];
          callback(new OutboundFailure(message), '');
        } else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };

  return async (request) => {
    const url = checkUrl(request.url, policy);
    if (typeof url === 'string') throw new OutboundFailure(`The address ${url}.`);
    const tooLate = AbortSignal.timeout(request.timeoutMs);
    const signal = request.signal ? AbortSignal.any([tooLate, request.signal]) : tooLate;
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const options = {
      ...{ method: request.method, lookup: lookUp, agent: false as const, signal },
      headers: { ...request.headers, ...(body ? { 'Content-Length': body.byteLength } : {}) },
    };
    const answer = await new Promise<http.IncomingMessage>((resolveAnswer, reject) => {
      const sent = (url.protocol === 'https:' ? https : http).request(url, options, resolveAnswer);
      sent.on('error', (error) => reject(toFailure(signal.aborted ? signal.reason : error, request)));
      sent.end(body);
    });
    answer.on('error', () => undefined); // whoever reads the chunks hears of it there
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      chunks: readChunks(answer, request, signal),
      close: () => answer.destroy(),
    };
  };
}

async function* readChunks(answer: http.IncomingMessage, request: OutboundRequest, signal: AbortSignal) {
  try {
    for await (const chunk of answer) yield chunk as Uint8Array;
  } catch (error) {
    throw toFailure(signal.aborted ? signal.reason : error, request);
  }
}

/** Whether a URL may be called as far as is known now: a name that does not resolve at the moment is not refused. */
export async function refuseUrl(
  text: string,
  policy: OutboundPolicy,
  { resolve = resolveByDns, timeoutMs = 2000 }: { resolve?: Resolve; timeoutMs?: number } = {},
): Promise<string | undefined> {
  const url = checkUrl(text, policy);
  if (typeof url === 'string') return url;
  if (policy.allowPrivate) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<[]>((give) => {
    timer = setTimeout(() => give([]), timeoutMs);
  });
  const addresses = await Promise.race([resolve(url.hostname.replace(/^\[|\]$/g, '')).catch(() => []), tooLate]);
  clearTimeout(timer);
  return addresses.every(({ address }) => isPublicAddress(address))
    ? undefined
    : 'must not lead to an address that is not public';
}
