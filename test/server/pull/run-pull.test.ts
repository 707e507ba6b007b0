import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { ImportState, ImportView } from '../../../server/contract/imports.ts';
import { AppError } from '../../../server/errors.ts';
import { type OutboundAnswer, OutboundFailure, type SendRequest } from '../../../server/outbound/outbound-request.ts';
import type { StoredPull } from '../../../server/pull/pull-store.ts';
import { createRunPull, type RunPullDeps } from '../../../server/pull/run-pull.ts';

const at = new Date('2026-05-01T10:00:00Z');
const pull = (more: Partial<StoredPull> = {}): StoredPull => ({
  ...{ _id: 1, url: 'https://files.example.com/a.csv', everyMinutes: 60, format: 'auto', product: null, source: null },
  ...{
    map: null,
    dates: null,
    encoding: null,
    active: true,
    nextAt: at,
    isAsked: false,
    owner: null,
    until: null,
    etag: null,
  },
  ...{ lastModified: null, hash: null, lastRun: null, lastImport: null, createdAt: at, updatedAt: at },
  ...more,
});
const answer = (text: string, more: Partial<OutboundAnswer> = {}): OutboundAnswer => ({
  ...{ status: 200, headers: {}, close: () => {} },
  chunks: (async function* () {
    yield Buffer.from(text);
  })(),
  ...more,
});

function setUp({
  send = async () => answer('text\na\n'),
  state = 'done',
  create,
}: {
  send?: SendRequest;
  state?: ImportState | undefined;
  create?: RunPullDeps['imports']['create'];
}) {
  const created: object[] = [];
  const runPull = createRunPull({
    ...{ send, now: () => at, allowedOrigins: ['https://files.example.com'] },
    imports: {
      create:
        create ??
        (async ({ chunks, request }) => {
          for await (const _ of chunks);
          created.push(request);
          return { id: `I-${created.length + 10}` } as ImportView;
        }),
      get: async () => {
        if (state === undefined) throw new AppError('not-found', 404, 'There is no such import.');
        return { state } as ImportView;
      },
    },
  });
  return { runPull: (one: StoredPull, signal = new AbortController().signal) => runPull(one, signal), created };
}

describe('one run', () => {
  it('hands all that is said of the file to its import', async () => {
    const { runPull, created } = setUp({});
    const settings = {
      format: 'csv',
      product: 'cam',
      source: 's',
      map: { text: 'words' },
      dates: 'day-first',
      encoding: 'windows-1252',
    } as const;
    const outcome = await runPull(pull(settings));
    expect(created).toEqual([{ ...settings, filename: 'a.csv' }]);
    expect(outcome).toMatchObject({ lastRun: { at, result: 'imported' }, lastImport: 11, hash: expect.any(String) });
  });

  it.each<[ImportState | undefined, number]>([
    ['done', 0],
    ['queued', 0],
    ['undone', 0],
    [undefined, 0],
    ['failed', 1],
  ])('of the same content imports it again where the last import is %s: %i', async (state, imports) => {
    let asked: Readonly<Record<string, string>> = {};
    const send: SendRequest = async ({ headers }) => {
      asked = headers;
      return answer('text\na\n');
    };
    const { hash = null } = await setUp({}).runPull(pull());
    const { runPull, created } = setUp({ send, state });
    await runPull(pull({ hash, etag: '"1"', lastModified: 'Fri, 01 May 2026 10:00:00 GMT', lastImport: 3 }));
    expect(created).toHaveLength(imports);
    expect('If-None-Match' in asked && 'If-Modified-Since' in asked).toBe(imports === 0);
  });

  it.each<[string, Parameters<typeof setUp>[0], string]>([
    ['the server does not answer', { send: () => Promise.reject(new OutboundFailure('No answer.')) }, 'No answer.'],
    [
      'the file is too large, as its server says',
      { send: async () => answer('', { headers: { 'content-length': String(600 * 1024 * 1024) } }) },
      'The file is larger than 512 MB.',
    ],
    [
      'it breaks off',
      {
        send: async () =>
          answer('', {
            chunks: (async function* () {
              yield Buffer.from('text');
              throw new OutboundFailure('The connection was cut.');
            })(),
          }),
      },
      'The connection was cut.',
    ],
    [
      'the import refuses it',
      { create: () => Promise.reject(new AppError('empty-file', 422, 'The file is empty.')) },
      'The file is empty.',
    ],
  ])('fails where %s', async (_what, options, detail) => {
    expect(await setUp(options).runPull(pull({ hash: 'old', lastImport: 3 }))).toEqual({
      lastRun: { at, result: 'failed', detail },
    });
  });

  it('does not ask an origin that is no longer allowed', async () => {
    const send: SendRequest = () => Promise.reject(new Error('asked'));
    const { lastRun } = await setUp({ send }).runPull(pull({ url: 'https://example.org/a.csv' }));
    expect(lastRun).toMatchObject({ result: 'failed', detail: expect.stringContaining('PULL_ALLOW') });
  });

  it('throws what is not the fault of the file, and leaves nothing on the disk', async () => {
    const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('reviewfinder-pull-'));
    const create = () => Promise.reject(new AppError('database-unavailable', 503, 'The database does not answer.'));
    const before = await folders();
    await expect(setUp({ create }).runPull(pull())).rejects.toThrow('database');
    expect((await folders()).filter((name) => !before.includes(name))).toEqual([]);
  });

  it('that is broken off has no result', async () => {
    const stopping = new AbortController();
    const send: SendRequest = () =>
      new Promise((_, reject) => {
        setTimeout(() => {
          stopping.abort(new Error('stopping'));
          reject(new OutboundFailure('The connection was cut.'));
        }, 20);
      });
    await expect(setUp({ send }).runPull(pull(), stopping.signal)).rejects.toThrow();
  });
});
