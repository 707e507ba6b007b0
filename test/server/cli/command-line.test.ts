import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCli } from '../../support/run-cli.ts';
import { makeZip } from '../ingest/make-archive.ts';

let database: TestDatabase;
let dir = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  database = await openTestDatabase('cli');
  dir = await mkdtemp(join(tmpdir(), 'reviewfinder-cli-'));
  env = { MONGODB_URI: database.uri };
});
afterAll(async () => {
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('usage', () => {
  it.each([
    ['no such command', ['fly']],
    ['no such option', ['serve', '--fast']],
    ['no file', ['import']],
    ['no such layout', ['import', 'x', '--format', 'pdf']],
    ['no such field', ['import', 'x', '--map', 'colour=Farbe']],
    ['a field without a column', ['import', 'x', '--map', 'text']],
    ['a field with two columns', ['import', 'x', '--map', 'text=a', '--map', 'text=b']],
    ['no such order of dates', ['import', 'x', '--dates', 'year-first']],
    ['no such encoding', ['import', 'x', '--encoding', 'latin-1']],
  ])('%s ends with 2 and says why', async (_, args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  it('a bad environment is told in one message', async () => {
    const { code, stderr } = await runCli(['serve'], { env: { PORT: 'many', MONGODB_URI: 'postgres://x' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/PORT.*MONGODB_URI|MONGODB_URI.*PORT/s);
  });

  it('a database that does not answer ends with 1', async () => {
    const { code, stderr } = await runCli(['rollups', 'verify'], {
      env: { MONGODB_URI: 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=500' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('MongoDB');
  });
});

describe('analyze', () => {
  it('answers a line for a line, in order, and refuses bad ones by number', async () => {
    const input = [
      '{"id":"a","text":"Night vision is excellent.","aspects":[{"start":0,"end":12}]}',
      'not json',
      '{"id":"b","title":"The app crashes","text":"All the time.","rating":1}',
      '{"id":"c"}',
    ].join('\n');
    const { code, stdout, stderr } = await runCli(['analyze'], { input });
    expect(code).toBe(2);
    expect(stderr).toMatch(/line 2: .*JSON[\s\S]*line 4: text/);
    const [first, second] = lines(stdout);
    expect(first).toMatchObject({
      id: 'a',
      language: 'en',
      features: { night_vision: 'positive' },
      aspects: [{ start: 0, end: 12, polarity: 'positive' }],
    });
    expect(first.mentions[0]).toMatchObject({
      feature: 'night_vision',
      field: 'text',
      quote: expect.stringContaining('ight vision'),
    });
    expect(second).toMatchObject({ id: 'b', features: { app: 'negative' } });
  });
});

describe('duplicates', () => {
  it('prints a line a cluster', async () => {
    const text =
      'We mounted it above the garage door and at midnight you can read the number plates across the street.';
    const rows = [
      { id: '1', text },
      { id: '2', text: 'Great!' },
      { id: '3', text: text.toUpperCase() },
    ];
    const { code, stdout } = await runCli(['duplicates'], { input: rows.map((row) => JSON.stringify(row)).join('\n') });
    expect(code).toBe(0);
    expect(lines(stdout)).toMatchObject([
      {
        members: ['1', '3'],
        pairs: [{ a: '1', b: '3', kind: 'exact', score: 1, reasons: [{ code: expect.any(String) }] }],
      },
    ]);
  });
});

describe('import', { timeout: 120_000 }, () => {
  it('stores the good rows, names the line of the others, and stores nothing the second time', async () => {
    const file = join(dir, 'rows.csv');
    await writeFile(
      file,
      'id,product,rating,review,date\n1,cam,5,Easy to install.,2026-01-02\n2,cam,11,Good.,2026-01-02\n3,cam,4,,2026-01-02\n4,cam,3,The app is slow.,2026-01-03\n',
    );
    const first = await runCli(['import', file, '--source', 'export'], { env });
    expect(first.code).toBe(0);
    expect(lines(first.stdout)).toEqual([
      {
        files: 1,
        received: 4,
        stored: 2,
        updated: 0,
        unchanged: 0,
        rejected: 2,
        notReviews: 0,
        exactDuplicates: 0,
        nearDuplicates: 0,
      },
    ]);
    expect(first.stderr).toMatch(/rows\.csv:3: .*rating/i);
    expect(first.stderr).toMatch(/rows\.csv:4: /);
    expect(first.stderr).toContain('2 of 4 rows not taken');
    const second = await runCli(['import', file, '--source', 'export'], { env });
    expect(lines(second.stdout)).toMatchObject([{ stored: 0, unchanged: 2, rejected: 2 }]);
    const verified = await runCli(['rollups', 'verify'], { env });
    expect(verified.code).toBe(0);
    expect(lines(verified.stdout)).toMatchObject([{ reviews: 2, differences: 0 }]);
  });

  it('ends with the second look at what came in', async () => {
    const file = join(dir, 'looked-at.csv');
    const text = 'The herons on our pond are on every clip and the battery has lasted since the ice melted.';
    await writeFile(file, `id,product,review\n1,pond,${text}\n`);
    expect((await runCli(['import', file, '--source', 'pond'], { env })).code).toBe(0);
    expect(await database.connection.collection('lookups').countDocuments()).toBe(0);
    expect(await database.connection.collection('meanings').countDocuments({ product: 'pond' })).toBe(1);
  });

  it('says what a dry run would do, and does not do it', async () => {
    const file = join(dir, 'dry.ndjson');
    const text =
      'Our hallway camera greets every visitor politely, records three angles at once, and never misses the postman.';
    await writeFile(file, [1, 2].map((n) => JSON.stringify({ id: `d-${n}`, product: 'cam', text })).join('\n'));
    const dry = await runCli(['import', file, '--source', 'dry', '--dry-run'], { env });
    expect(lines(dry.stdout)).toMatchObject([{ received: 2, stored: 2, exactDuplicates: 1 }]);
    const wet = await runCli(['import', file, '--source', 'dry'], { env });
    expect(lines(wet.stdout)).toEqual(lines(dry.stdout));
  });

  it('reads columns and dates as it is told, and the columns again without being told', async () => {
    const file = join(dir, 'mapped.csv');
    await writeFile(file, 'Artikel;Meinung;Am\ncam;Hält im Regen.;05/03/2024\ncam;Fällt = aus.;25/12/2023\n');
    const told = ['--map', 'product=Artikel', '--map', 'text=Meinung', '--map', 'date=Am', '--dates', 'day-first'];
    const first = await runCli(['import', file, '--source', 'mapped', ...told], { env });
    expect([first.code, lines(first.stdout)]).toMatchObject([0, [{ stored: 2, rejected: 0 }]]);
    const second = await runCli(['import', file, '--source', 'mapped', '--dates', 'day-first'], { env });
    expect(lines(second.stdout)).toMatchObject([{ unchanged: 2, rejected: 0 }]);
    const third = await runCli(['import', file, '--source', 'mapped'], { env });
    expect(third.stderr).toContain('date-ambiguous');
    expect(lines(third.stdout)).toMatchObject([{ unchanged: 1, rejected: 1 }]);
  });

  it('reads what Excel saved as plain CSV in its encoding, and says of it without', async () => {
    const file = join(dir, 'excel.csv');
    await writeFile(file, Buffer.from('product,text\r\ncam,\x93Caf\xe9\x94 is in view.\r\n', 'latin1'));
    const without = await runCli(['import', file, '--source', 'excel'], { env });
    expect(lines(without.stdout)).toMatchObject([{ stored: 0, rejected: 1 }]);
    expect(without.stderr).toMatch(/excel\.csv:2: .*windows-1252\. \(invalid-utf8\)/);
    const told = await runCli(['import', file, '--source', 'excel', '--encoding', 'windows-1252'], { env });
    expect([told.code, lines(told.stdout)]).toMatchObject([0, [{ stored: 1, rejected: 0 }]]);
    const review = await database.connection.collection('reviews').findOne({ source: 'excel' });
    expect(review?.['text']).toBe('“Café” is in view.');
  });

  it('reads an archive, and names the file of a faulty row', async () => {
    const file = join(dir, 'exports.zip');
    await writeFile(
      file,
      makeZip({ 'shop/a.csv': 'product,text,rating\ncam,Holds up in the rain.,5\ncam,Too many stars.,9\n' }),
    );
    const { code, stdout, stderr } = await runCli(['import', file, '--source', 'zip'], { env });
    expect([code, lines(stdout)]).toMatchObject([0, [{ received: 2, stored: 1, rejected: 1 }]]);
    expect(stderr).toContain('exports.zip/shop/a.csv:3: ');
  });

  it.each([
    ['an unknown header', 'colour,shape\nred,round\n', 'colour'],
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), 'PNG'],
  ])('%s is refused as a whole, the next file is still taken', async (_, content, word) => {
    const bad = join(dir, 'bad.csv');
    const good = join(dir, 'good.csv');
    await writeFile(bad, content);
    await writeFile(good, 'product,text\ncam,Sturdy and small.\n');
    const { code, stdout, stderr } = await runCli(['import', bad, good, '--source', word], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('bad.csv');
    expect(stderr).toContain(word);
    expect(lines(stdout)).toMatchObject([{ files: 1, stored: 1 }]);
  });

  it('a file that is not there is named', async () => {
    const { code, stderr } = await runCli(['import', join(dir, 'none.csv')], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('there is no such file');
  });
});

describe('openapi', () => {
  it('prints the document without a database', async () => {
    const { code, stdout } = await runCli(['openapi'], { env: { MONGODB_URI: 'mongodb://127.0.0.1:1/x' } });
    expect(code).toBe(0);
    const [document] = lines(stdout);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/v1/duplicates/{id}/decisions');
  });
});
