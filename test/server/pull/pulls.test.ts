import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PullList, PullView } from '../../../server/contract/pull.ts';
import { fileNameOf } from '../../../server/pull/run-pull.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
let server: Server;
let origin = '';
let asked: { path: string; headers: IncomingHttpHeaders }[] = [];
/** What the server has: its files, each with its version. */
let status = 200;
let content: string | Buffer = '';
let etag: string | undefined;

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push({ path: req.url ?? '', headers: req.headers });
    const isKnown = etag !== undefined && req.headers['if-none-match'] === etag;
    res.writeHead(isKnown ? 304 : status, { 'Content-Type': 'text/csv', ...(etag ? { ETag: etag } : {}) });
    res.end(isKnown ? undefined : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { PULL_ALLOW: `${origin},https://files.example.com`, PULL_ALLOW_PRIVATE: 'true' };
  test = await startTestApp('pulls', { env });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});
beforeEach(() => {
  [asked, status, content, etag] = [[], 200, 'text,product\nIt opens by itself.,gate\n', undefined];
});

const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
  request(test.app)[method](`/api/v1${path}`).send(body);
const create = async (more: object = {}) =>
  (await api('post', '/pulls', { url: `${origin}/daily.csv`, everyMinutes: 60, ...more }).expect(201)).body as PullView;
const view = async (id: string) => PullView.parse((await api('get', `/pulls/${id}`).expect(200)).body);
const remove = async (id: string) => void (await api('delete', `/pulls/${id}`).expect(204));
/** The pull once it has run at least `times` times. */
const ran = async (id: string, times: number) => {
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(times);
  await expect.poll(async () => (await view(id)).state, { timeout: 10_000 }).toBe('waiting');
  await expect.poll(async () => (await view(id)).lastRun, { timeout: 10_000 }).not.toBeNull();
  return view(id);
};
const again = async (id: string, times: number) => {
  await api('post', `/pulls/${id}/run`).expect(202);
  return ran(id, times);
};
const isOver = (importId: string | null) =>
  expect.poll(async () => (await api('get', `/imports/${importId}`)).body.state, { timeout: 10_000 });

describe('a pull', () => {
  it('is fetched at once, imported, and due again after its time', async () => {
    const before = Date.now();
    const pull = await create({ source: 'shop-feed' });
    const done = await ran(pull.id, 1);
    expect(done).toMatchObject({ lastRun: { result: 'imported', detail: null }, source: 'shop-feed', active: true });
    const next = Date.parse(done.nextRunAt ?? '') - before;
    expect(next).toBeGreaterThanOrEqual(60 * 60_000);
    expect(next).toBeLessThan(61 * 60_000);
    await isOver(done.lastImport).toBe('done');
    const imported = (await api('get', `/imports/${done.lastImport}`)).body;
    expect(imported).toMatchObject({ filename: 'daily.csv', source: 'shop-feed', counts: { stored: 1 } });
    await remove(pull.id);
  });

  it('asks with the version it knows, and imports nothing where there is no other', async () => {
    etag = '"v1"';
    const pull = await create();
    const first = await ran(pull.id, 1);
    const second = await again(pull.id, 2);
    expect(asked[0]?.headers['if-none-match']).toBeUndefined();
    expect(asked[1]?.headers['if-none-match']).toBe('"v1"');
    expect(second).toMatchObject({ lastRun: { result: 'unchanged' }, lastImport: first.lastImport });
    etag = '"v2"';
    content += 'It closes by itself.,gate\n';
    const third = await again(pull.id, 3);
    expect(third.lastRun).toMatchObject({ result: 'imported' });
    expect(third.lastImport).not.toBe(first.lastImport);
    await remove(pull.id);
  });

  it('is not imported again with the same content, whatever its server says', async () => {
    const pull = await create();
    const first = await ran(pull.id, 1);
    etag = '"new"';
    const second = await again(pull.id, 2);
    expect(second).toMatchObject({ lastRun: { result: 'unchanged' }, lastImport: first.lastImport });
    await remove(pull.id);
  });

  it('is read anew when it is to be read otherwise', async () => {
    etag = '"v1"';
    const pull = await create();
    const first = await ran(pull.id, 1);
    await api('patch', `/pulls/${pull.id}`, { source: 'other' }).expect(200);
    const second = await ran(pull.id, 2);
    expect(asked[1]?.headers['if-none-match']).toBeUndefined();
    await expect.poll(async () => (await view(pull.id)).lastImport).not.toBe(first.lastImport);
    expect(second.source).toBe('other');
    await remove(pull.id);
  });

  it('is read in the encoding that is said of it, and anew in another', async () => {
    content = Buffer.from('text,product\nOpens at the caf\xe9.,gate\n', 'latin1');
    const pull = await create();
    expect(pull.encoding).toBeNull();
    const first = await ran(pull.id, 1);
    await isOver(first.lastImport).toBe('done');
    expect((await api('get', `/imports/${first.lastImport}`)).body.counts).toMatchObject({ stored: 0, rejected: 1 });
    // As an earlier release has stored it.
    const connection = await mongoose.createConnection(test.uri).asPromise();
    await connection.collection('pulls').updateMany({}, { $unset: { encoding: 1 } });
    await connection.close();
    expect((await view(pull.id)).encoding).toBeNull();
    await api('patch', `/pulls/${pull.id}`, { encoding: null }).expect(200);
    const unchanged = await again(pull.id, 2);
    expect(unchanged).toMatchObject({ lastRun: { result: 'unchanged' }, encoding: null });
    await api('patch', `/pulls/${pull.id}`, { encoding: 'windows-1252' }).expect(200);
    await ran(pull.id, 3);
    await expect.poll(async () => (await view(pull.id)).lastImport).not.toBe(first.lastImport);
    const { lastImport } = await view(pull.id);
    await isOver(lastImport).toBe('done');
    const imported = (await api('get', `/imports/${lastImport}`)).body;
    expect(imported).toMatchObject({ encoding: 'windows-1252', counts: { stored: 1, rejected: 0 } });
    await remove(pull.id);
  });

  it.each([
    [404, 'The server answered 404.'],
    [302, 'The server answered 302; redirects are not followed: name the address that it leads to.'],
    [500, 'The server answered 500.'],
  ])('whose server answers %i has failed', async (answer, detail) => {
    status = answer;
    const pull = await create();
    expect(await ran(pull.id, 1)).toMatchObject({ lastRun: { result: 'failed', detail }, lastImport: null });
    status = 200;
    expect(await again(pull.id, 2)).toMatchObject({ lastRun: { result: 'imported' } });
    await remove(pull.id);
  });

  it('whose file is refused has failed, and says why', async () => {
    content = 'colour\nred\n';
    const pull = await create();
    const { lastRun } = await ran(pull.id, 1);
    expect(lastRun).toMatchObject({ result: 'failed', detail: expect.stringContaining('colour') });
    await remove(pull.id);
  });

  it('that is not active runs only when asked', async () => {
    const pull = await create({ active: false });
    expect(pull.nextRunAt).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toHaveLength(0);
    expect((await again(pull.id, 1)).nextRunAt).toBeNull();
    await remove(pull.id);
  });
});

describe('pulls', () => {
  it('are listed with the origins that may be named', async () => {
    const pull = await create({ active: false });
    const list = PullList.parse((await api('get', '/pulls').expect(200)).body);
    expect(list.items.map(({ id }) => id)).toEqual([pull.id]);
    expect(list).toMatchObject({ allowedOrigins: [origin, 'https://files.example.com'], watchesFolder: false });
    await remove(pull.id);
    await api('get', `/pulls/${pull.id}`).expect(404);
    await api('delete', `/pulls/${pull.id}`).expect(404);
    await api('post', `/pulls/${pull.id}/run`).expect(404);
  });

  it.each<[string, object, string]>([
    ['of another origin', { url: 'https://example.com/a.csv', everyMinutes: 60 }, '/url'],
    ['of another port', { url: 'http://127.0.0.1:9/a.csv', everyMinutes: 60 }, '/url'],
    ['of another scheme', { url: 'http://files.example.com/a.csv', everyMinutes: 60 }, '/url'],
    ['with credentials', { url: 'https://a:b@files.example.com/a.csv', everyMinutes: 60 }, '/url'],
    ['of a file', { url: 'file:///etc/passwd', everyMinutes: 60 }, '/url'],
    ['that is too frequent', { url: 'https://files.example.com/a.csv', everyMinutes: 4 }, '/everyMinutes'],
    ['with an unknown format', { url: 'https://files.example.com/', everyMinutes: 60, format: 'doc' }, '/format'],
    ['with an unknown name', { url: 'https://files.example.com/', everyMinutes: 60, lastImport: 'I-1' }, '/lastImport'],
  ])('%s are refused', async (_what, body, pointer) => {
    const answer = await api('post', '/pulls', body).expect(422);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });
});

it('refuses private addresses where only their origin is allowed', async () => {
  const strict = await startTestApp('pulls-strict', { env: { PULL_ALLOW: origin } });
  const body = { url: `${origin}/daily.csv`, everyMinutes: 60 };
  const answer = await request(strict.app).post('/api/v1/pulls').send(body).expect(422);
  expect(answer.body).toMatchObject({ errors: [{ pointer: '/url' }] });
  await strict.close();
});

it.each([
  ['https://example.com/exports/daily.csv?key=1', 'daily.csv'],
  ['https://example.com/', 'example.com'],
  ['https://example.com/caf%C3%A9.csv', 'café.csv'],
  ['https://example.com/%ff.csv', '%ff.csv'],
  [`https://example.com/${'x'.repeat(400)}`, 'x'.repeat(255)],
])('the file of %s is named %s', (url, name) => {
  expect(fileNameOf(url)).toBe(name);
});
