import { request } from 'node:http';
import type { Role, Scope } from '../../../server/contract/access.ts';
import type { TestApp } from '../../support/app.ts';

export const PASSWORD = 'four plain words of mine';

export interface Sent {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

type Headers = Record<string, string>;

/** One request, whose answer is read to its end unless it is a stream of events. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Headers; body?: unknown } = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const json: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(url, { method, headers: { ...json, ...headers } }, (answer) => {
      const done = (text: string) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      if (answer.headers['content-type']?.startsWith('text/event-stream')) {
        answer.destroy();
        done('');
        return;
      }
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** As a page of the app sends it. */
export const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

/** The cookie that an answer sets, as it is sent back. */
export const cookieOf = ({ headers }: Sent): string =>
  (headers['set-cookie'] as string[] | undefined)?.find((line) => line.startsWith('reviewfinder='))?.split(';')[0] ??
  '';

export async function signIn(test: TestApp, name: string, password = PASSWORD): Promise<Headers> {
  const answer = await send(`${test.url}/api/v1/session`, { method: 'POST', body: { name, password } });
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.body}`);
  return { ...SAME_SITE, cookie: cookieOf(answer) };
}

export const addUser = (test: TestApp, name: string, role: Role) =>
  test.core.services.users.create({ name, role, password: PASSWORD });

/** The header of a new key. */
export async function addKey(test: TestApp, ...scopes: Scope[]): Promise<Headers> {
  const { key } = await test.core.services.keys.create({ name: scopes.join(' '), scopes, expiresInDays: null });
  return { authorization: `Bearer ${key}` };
}
