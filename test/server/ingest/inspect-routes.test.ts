import { gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InspectedFile, MappingList } from '../../../server/contract/imports.ts';
import { createApiRouter } from '../../../server/http/api-router.ts';
import { handleErrors } from '../../../server/http/problems.ts';
import { headerSignature } from '../../../server/ingest/formats/resolve-header.ts';
import { inspectOperations } from '../../../server/ingest/inspect-routes.ts';
import { createInspectService } from '../../../server/ingest/inspect-service.ts';
import { createMappingStore, type MappingStore } from '../../../server/ingest/mapping-store.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openAccess } from '../../support/open-access.ts';
import { makeXlsx, makeZip } from './make-archive.ts';
import { NOW } from './read-all.ts';

let database: TestDatabase;
let store: MappingStore;
let clock = NOW;
const app = express();
const log = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  database = await openTestDatabase('inspect');
  store = createMappingStore(database.connection, () => clock);
  await store.prepare();
  await store.prepare();
  app.use(
    '/api/v1',
    createApiRouter(inspectOperations(createInspectService({ store, now: () => NOW })), { access: openAccess }),
  );
  app.use(handleErrors(log as never));
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.connection.collection('column_maps').deleteMany({});
});

const post = (body: string | Buffer, type = 'application/octet-stream', query: object = {}) =>
  request(app).post('/api/v1/imports/inspect').query(query).set('Content-Type', type).send(body);
const inspect = async (body: string | Buffer, query: object = { product: 'cam' }, type?: string) =>
  InspectedFile.parse((await post(body, type, query).expect(200)).body);

const LONG = 'The picture is clear by day, and at night it still tells a cat from a fox.';
const UNKNOWN = `Artikel;Meinung;Note;Am\nsolo;${LONG};5;05/03/2024\nduo;${LONG}!;4;25/12/2023\n`;
const COLUMNS = ['Artikel', 'Meinung', 'Note', 'Am'];
const MAP = { product: 'Artikel', text: 'Meinung', rating: 'Note', date: 'Am' };

describe('POST /imports/inspect', () => {
  it('tells a known layout with its columns, examples and dates', async () => {
    const rows = ['Good,5,05/03/2024', 'Good,4,06/03/2024', 'Bad,1,25/12/2023', ',2,12/25/2023'];
    expect(await inspect(`Review Text,Stars,Date\n${rows.join('\n')}\n`)).toEqual({
      ...{ format: 'csv', layout: 'generic', remembered: false, problem: null },
      columns: [
        { name: 'Review Text', samples: ['Good', 'Bad'] },
        { name: 'Stars', samples: ['5', '4', '1'] },
        { name: 'Date', samples: ['05/03/2024', '06/03/2024', '25/12/2023'] },
      ],
      map: { text: 'Review Text', rating: 'Stars', date: 'Date' },
      dates: { ambiguous: 2, dayFirst: 1, monthFirst: 1 },
      encoding: 'utf-8',
    });
  });

  it('suggests a map for an unknown header, and says that it would be refused', async () => {
    expect(await inspect(UNKNOWN)).toMatchObject({
      ...{ format: 'csv', layout: null, remembered: false, problem: expect.stringContaining('"Meinung"') },
      ...{ map: MAP, dates: { ambiguous: 1, dayFirst: 1, monthFirst: 0 } },
    });
  });

  it('uses a map that is given, and one that was', async () => {
    const given = { text: 'Meinung' };
    expect(await inspect(UNKNOWN, { product: 'cam', map: JSON.stringify(given) })).toMatchObject({
      ...{ layout: 'mapped', map: given, remembered: false, problem: null },
    });
    expect(await store.list()).toEqual([]);
    await store.remember({ signature: headerSignature(COLUMNS), columns: COLUMNS, map: MAP });
    expect(await inspect(UNKNOWN, {})).toMatchObject({ map: MAP, remembered: true, problem: null });
  });

  it('suggests Windows-1252 for such bytes, and reads names and examples by it unless told otherwise', async () => {
    const bytes = Buffer.from('Größe;Qualität\nXL;\x93schön\x94\nL;gut\n', 'latin1');
    const columns = [
      { name: 'Größe', samples: ['XL', 'L'] },
      { name: 'Qualität', samples: ['“schön”', 'gut'] },
    ];
    const suggested = { encoding: 'windows-1252', columns };
    for (const file of [bytes, gzipSync(bytes), makeZip({ 'a.csv': bytes })]) {
      expect(await inspect(file)).toMatchObject(suggested);
      expect(await inspect(file, { product: 'x', encoding: 'windows-1252' })).toMatchObject(suggested);
    }
    expect(await inspect(bytes, { product: 'x', encoding: 'utf-8', format: 'csv' })).toMatchObject({
      ...{ encoding: 'windows-1252', columns: [{ name: 'Gr\ufffd\ufffde' }, { name: 'Qualit\ufffdt' }] },
    });
  });

  it.each<[what: string, file: () => string | Buffer, query: object, wanted: object]>([
    [
      'no product',
      () => 'text\tstars\na\t3\n',
      {},
      { problem: expect.stringContaining('product'), map: { text: 'text' } },
    ],
    [
      'two columns for the text',
      () => 'text,comment\na,b\n',
      { product: 'x' },
      { problem: expect.stringContaining('"comment"') },
    ],
    [
      'a column that is not there',
      () => 'text,stars\na,3\n',
      { product: 'x', map: '{"text":"body"}' },
      { problem: expect.stringContaining('"body"') },
    ],
    [
      'a page without a product',
      () => '<p>Words of a page</p>',
      {},
      { format: 'page', columns: [], problem: expect.stringContaining('product') },
    ],
    [
      'an object a line',
      () => '{"text":"a","email":"ada@example.test"}\n{"text":"b","x":1}',
      { product: 'x' },
      {
        format: 'ndjson',
        columns: [
          { name: 'text', samples: ['a', 'b'] },
          { name: 'email', samples: [] },
          { name: 'x', samples: ['1'] },
        ],
      },
    ],
    [
      'unknown keys',
      () => '[{"words":"a"}]',
      { product: 'x' },
      { format: 'json', layout: null, problem: expect.stringContaining('"words"') },
    ],
    [
      'a spreadsheet',
      () =>
        makeXlsx({
          A: [['x']],
          B: [
            ['text', 'date'],
            ['a', [45_356]],
          ],
        }),
      { product: 'x' },
      {
        ...{ format: 'xlsx', encoding: 'utf-8' },
        columns: [
          { name: 'text', samples: ['a'] },
          { name: 'date', samples: ['2024-03-05'] },
        ],
      },
    ],
    [
      'a spreadsheet that nobody knows',
      () => makeXlsx({ A: [['Meinung'], [LONG]] }),
      { product: 'x' },
      { format: 'xlsx', layout: null, map: { text: 'Meinung' } },
    ],
    [
      'an archive',
      () => makeZip({ 'x.bin': '\0', 'a.csv': UNKNOWN, 'b.csv': 'text\na\n' }),
      { product: 'x' },
      { layout: 'generic', columns: [{ name: 'text', samples: ['a'] }] },
    ],
    ['an archive that nobody knows', () => makeZip({ 'a.csv': UNKNOWN }), { product: 'x' }, { layout: null, map: MAP }],
    [
      'a feed',
      () => '<?xml version="1.0"?><feed><reviews/></feed>',
      {},
      { format: 'google-xml', layout: 'google-product-reviews', problem: null },
    ],
    ['an end too soon', () => '[{"text":"a"},', { product: 'x' }, { format: 'json', problem: null }],
  ])('%s', async (_what, file, query, wanted) => expect(await inspect(file(), query)).toMatchObject(wanted));

  it.each<[what: string, file: string | Buffer, type: string, query: object, status: number]>([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'application/octet-stream', {}, 422],
    ['nothing', '', 'text/csv', {}, 422],
    ['another media type', 'x', 'image/png', {}, 415],
    ['a map that is no JSON', 'text\na\n', 'text/csv', { map: '{' }, 400],
    ['a map of unknown fields', 'text\na\n', 'text/csv', { map: '{"colour":"x"}' }, 400],
    ['an unknown order of dates', 'text\na\n', 'text/csv', { dates: 'year-first' }, 400],
    ['an encoding that is not read', 'text\na\n', 'text/csv', { encoding: 'utf-16' }, 400],
  ])('refuses %s', async (_what, file, type, query, status) => {
    const { headers } = await post(file, type, query).expect(status);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('reads no more than it needs of a large file', async () => {
    const large = Buffer.from(`text,rating\n${`${LONG},4\n`.repeat(300_000)}`);
    expect(await inspect(large)).toMatchObject({ problem: null });
  });
});

describe('remembered maps', () => {
  const remember = (columns: string[], map = MAP) =>
    store.remember({ signature: headerSignature(columns), columns, map });

  it('are listed by last use, replaced, and forgotten', async () => {
    await remember(COLUMNS);
    clock = new Date(NOW.getTime() + 1000);
    await remember(['Wort', 'Note']);
    clock = new Date(NOW.getTime() + 2000);
    await remember([...COLUMNS].reverse(), { ...MAP, rating: 'Artikel' });
    const list = async () =>
      MappingList.parse((await request(app).get('/api/v1/imports/mappings').expect(200)).body).items;
    const [first, second] = await list();
    expect(first).toEqual({
      signature: headerSignature(COLUMNS),
      columns: [...COLUMNS].reverse(),
      map: { ...MAP, rating: 'Artikel' },
      usedAt: '2026-11-21T12:00:02.000Z',
    });
    expect(second).toMatchObject({ columns: ['Wort', 'Note'] });
    await request(app).delete(`/api/v1/imports/mappings/${first!.signature}`).expect(204);
    await request(app).delete(`/api/v1/imports/mappings/${first!.signature}`).expect(404);
    expect(await list()).toEqual([second]);
    expect(await store.find(first!.signature)).toBeUndefined();
  });

  it.each([
    ['delete', '/imports/mappings/x', 404],
    ['get', '/imports/mappings?limit=1', 400],
    ['get', '/imports/inspect', 405],
    ['post', '/imports/mappings', 405],
  ] as const)('%s %s answers %i', async (method, path, status) => {
    await request(app)[method](`/api/v1${path}`).expect(status);
  });
});
