import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportPage, ImportView, RejectPage } from '../../../server/contract/imports.ts';
import { createApiRouter } from '../../../server/http/api-router.ts';
import { handleErrors } from '../../../server/http/problems.ts';
import { importOperations } from '../../../server/ingest/import-routes.ts';
import { createImportService, type ImportService } from '../../../server/ingest/import-service.ts';
import { createImportStore } from '../../../server/ingest/import-store.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openAccess } from '../../support/open-access.ts';
import { fakeIntake, fakeParts, manyRows } from './fake-intake.ts';
import { makeXlsx, makeZip } from './make-archive.ts';

let database: TestDatabase;
let service: ImportService;
const app = express();
const log = { info: () => {}, warn: () => {}, error: () => {} };
const { intake, stored } = fakeIntake();

beforeAll(async () => {
  database = await openTestDatabase('import-routes');
  let last = 0;
  const store = createImportStore(database.connection, async () => {
    last += 1;
    return last;
  });
  await store.prepare();
  service = createImportService({ store, intake, ...fakeParts(intake), now: () => new Date(), log, pollMs: 20 });
  app.use('/api/v1', createApiRouter(importOperations(service), { access: openAccess }));
  app.use(handleErrors(log as never));
  service.start();
});
afterAll(async () => {
  await service.stop();
  await database.close();
});

const post = (body: string | Buffer, type: string, query = 'product=cam') =>
  request(app).post(`/api/v1/imports?${query}`).set('Content-Type', type).send(body);
/** The messages of the event stream, read to its end. */
const events = async (id: string): Promise<unknown[]> => {
  const { text, headers } = await request(app).get(`/api/v1/imports/${id}/events`).expect(200);
  expect(headers['content-type']).toContain('text/event-stream');
  return text.split('\n\n').flatMap((event) => (event.startsWith('data: ') ? [JSON.parse(event.slice(6))] : []));
};

describe('POST /imports', () => {
  it('takes a file, runs it, and tells how it goes until it is over', async () => {
    const file = manyRows(1200);
    const { body, headers } = await post(file, 'application/x-ndjson', 'product=cam&filename=a.ndjson').expect(202);
    expect(ImportView.parse(body)).toMatchObject({ filename: 'a.ndjson', bytes: { total: file.length } });
    expect(headers['location']).toBe(`/api/v1/imports/${body.id}`);
    const views = (await events(body.id)).map((view) => ImportView.parse(view));
    expect(views.at(-1)).toMatchObject({ state: 'done', counts: { received: 1212, stored: 1200, rejected: 12 } });
    expect((await request(app).get(`/api/v1/imports/${body.id}`)).body).toEqual(views.at(-1));
    expect(stored.size).toBeGreaterThanOrEqual(1200);
  });

  it.each([
    ['text/csv', 'text,rating\na,3\n'],
    ['text/csv; charset=utf-8', 'text,rating\na,3\n'],
    ['text/plain', 'Words of a page'],
    ['text/html', '<p>Words of a page</p>'],
    ['application/jsonl', '{"text":"a"}'],
    ['application/json', '[{"text":"a"}]'],
    ['application/gzip', gzipSync('text,rating\na,3\n')],
    ['application/zip', makeZip({ 'a.csv': 'text,rating\na,3\n' })],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', makeXlsx({ S: [['text'], ['a']] })],
    ['text/xml', '<?xml version="1.0"?><feed><reviews/></feed>'],
    ['application/octet-stream', 'text,rating\na,3\n'],
  ] as [string, string | Buffer][])('takes %s', async (type, file) => {
    await post(file, type).expect(202);
  });

  it.each<[what: string, file: string | Buffer, type: string, query: string, status: number, says: string]>([
    ['another media type', '{}', 'image/png', 'product=cam', 415, 'text/csv'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 'product=cam', 415, 'text/csv'],
    ['an unknown header', 'colour\nred\n', 'text/csv', 'product=cam', 422, '"colour"'],
    ['an ambiguous header', 'text,comment\na,b\n', 'text/csv', 'product=cam', 422, '"comment"'],
    ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'application/octet-stream', 'product=cam', 422, 'ZIP'],
    ['an empty file', '', 'text/csv', 'product=cam', 422, 'empty'],
    ['no product', 'text\na\n', 'text/csv', '', 422, 'product'],
    ['an unknown parameter', 'text\na\n', 'text/csv', 'product=cam&color=red', 400, 'color'],
    ['an operator', 'text\na\n', 'text/csv', 'product[$ne]=cam', 400, 'product'],
    ['an unknown format', 'text\na\n', 'text/csv', 'product=cam&format=xls', 400, 'format'],
  ])('refuses %s', async (_what, file, type, query, status, says) => {
    const { body, headers } = await post(file, type, query).expect(status);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status, detail: expect.stringContaining(says) });
  });
});

it('takes the rest of a refused file, for clients that read the answer only after they have sent all', async () => {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  const rows = Buffer.alloc(1_000_000, 'red\n');
  const send = (bytes: Uint8Array | string) =>
    new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
  const head = ['POST /api/v1/imports?product=cam HTTP/1.1', 'Host: x', 'Content-Type: text/csv'];
  await send(`${head.join('\r\n')}\r\nContent-Length: ${7 + 40 * rows.length}\r\n\r\ncolour\n`);
  for (let sent = 0; sent < 40; sent += 1) await send(rows);
  const [answer] = (await once(socket.resume(), 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 422 /);
  socket.destroy();
  server.close();
});

it('leaves nothing of an upload that breaks off', async () => {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const chunks = database.connection.collection('uploads.chunks');
  const jobs = await database.connection.collection('imports').countDocuments();
  await expect.poll(() => chunks.countDocuments()).toBe(0);
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const head = ['POST /api/v1/imports?product=cam HTTP/1.1', 'Host: x', 'Content-Type: text/csv'];
  socket.write(`${head.join('\r\n')}\r\nContent-Length: 9000000\r\n\r\ntext\n${'red\n'.repeat(800_000)}`);
  await expect.poll(() => chunks.countDocuments(), { timeout: 5000 }).toBeGreaterThan(0);
  socket.destroy();
  await expect.poll(() => chunks.countDocuments(), { timeout: 5000 }).toBe(0);
  expect(await database.connection.collection('imports').countDocuments()).toBe(jobs);
  server.close();
});

describe('GET', () => {
  it('lists imports and rejects page by page', async () => {
    const { body } = await post(manyRows(500), 'application/x-ndjson').expect(202);
    await events(body.id);
    const get = async (path: string) => (await request(app).get(`/api/v1${path}`).expect(200)).body as unknown;
    const first = ImportPage.parse(await get('/imports?limit=1'));
    expect(first.items.map(({ id }) => id)).toEqual([body.id]);
    const second = ImportPage.parse(await get(`/imports?limit=1&cursor=${first.next}`));
    expect(second.items[0]!.id).toBe(`I-${Number(body.id.slice(2)) - 1}`);
    const rejects = RejectPage.parse(await get(`/imports/${body.id}/rejects?limit=2&kind=row`));
    expect(rejects.items.map(({ line, code }) => [line, code])).toEqual([
      [101, 'json-invalid'],
      [202, 'json-invalid'],
    ]);
    const rest = RejectPage.parse(await get(`/imports/${body.id}/rejects?limit=9&kind=row&cursor=${rejects.next}`));
    expect([rest.items.length, rest.total, rest.next]).toEqual([3, 5, null]);
  });

  it.each([
    ['/imports/I-999999', 404],
    ['/imports/I-999999/events', 404],
    ['/imports/I-999999/rejects', 404],
    ['/imports/x', 404],
    ['/imports?limit=0', 400],
    ['/imports?limit=1e9', 400],
    ['/imports?cursor=xyz', 400],
    ['/imports?state=done', 400],
    ['/imports/I-1/rejects?kind=other', 400],
  ])('%s answers %i', async (path, status) => {
    const { body } = await request(app).get(`/api/v1${path}`).expect(status);
    expect(body).toMatchObject({ status });
  });
});
