import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../server/ingest/gunzip.ts';
import { spoolToFile } from '../../../server/ingest/spool-file.ts';
import { limitUnpacked } from '../../../server/ingest/unpack-limits.ts';
import { listZip } from '../../../server/ingest/zip-archive.ts';
import { makeXlsx, makeZip } from './make-archive.ts';
import { inChunks, readAll } from './read-all.ts';

const CSV = 'text,rating\na,3\nb,9\n';
const JSONL = '{"text":"c"}\n{"text":""}\n';
const filesOf = (read: Awaited<ReturnType<typeof readAll>>) =>
  read.items.flatMap((item) =>
    item.kind === 'reject' ? [[item.reject.file, item.reject.line, item.reject.code]] : [],
  );

describe('a packed file', () => {
  it.each<[what: string, file: () => Buffer, texts: string[], rejects: unknown[]]>([
    ['gzip', () => gzipSync(CSV), ['a'], [[null, 3, 'rating-out-of-range']]],
    ['gzip in two members', () => Buffer.concat([gzipSync('text,rating\n'), gzipSync('a,3\n')]), ['a'], []],
    ['a spreadsheet in gzip', () => gzipSync(makeXlsx({ S: [['text'], ['a'], [' ']] })), ['a'], []],
    ['a ZIP of one file', () => makeZip({ 'a.csv': CSV }), ['a'], [['a.csv', 3, 'rating-out-of-range']]],
    [
      'a ZIP of several formats, with folders and what systems add',
      () =>
        makeZip({
          'out/': undefined,
          'out/a.csv': CSV,
          '__MACOSX/out/._a.csv': 'junk',
          'out/.DS_Store': '\0',
          'b.data': JSONL,
          'c/all.json': '[{"text":"d"},{"text":""}]',
          'sheet.xlsx': makeXlsx({
            Ratings: [
              ['text', 'rating'],
              ['e', 7],
              ['f', 2],
            ],
          }),
        }),
      ['a', 'c', 'd', 'f'],
      [
        ['out/a.csv', 3, 'rating-out-of-range'],
        ['b.data', 2, 'text-missing'],
        ['c/all.json', 1, 'text-missing'],
        ['sheet.xlsx/Ratings', 2, 'rating-out-of-range'],
      ],
    ],
    [
      'a ZIP in which some files cannot be read',
      () =>
        makeZip({
          'photo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]),
          'other.csv': 'colour,size\nred,3\nblue,4\n',
          'old.zip': makeZip({ 'x.csv': CSV }),
          'old.gz': gzipSync(CSV),
          'good.csv': 'text\na\n',
        }),
      ['a'],
      [
        ['photo.png', null, 'binary-file'],
        ['other.csv', null, 'unknown-header'],
        ['old.zip', null, 'nested-archive'],
        ['old.gz', null, 'nested-archive'],
      ],
    ],
  ])('%s is read', async (_what, file, texts, rejects) => {
    for (const chunk of [5, 65_536]) {
      const read = await readAll(file(), {}, chunk);
      expect([read.texts, filesOf(read)]).toEqual([texts, rejects]);
    }
  });

  it('says the same as what is in it, packed either way', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 30 }), fc.integer({ min: 1, max: 60 }), async (cells, chunk) => {
        const csv = ['rating,text', ...cells.map((text) => `4,"${text.replaceAll('"', '""')}"`)].join('\n');
        const plain = await readAll(csv);
        const zipped = await readAll(makeZip({ 'a.csv': csv }), {}, chunk);
        expect((await readAll(gzipSync(csv), {}, chunk)).items).toEqual(plain.items);
        expect(zipped.texts).toEqual(plain.texts);
        expect(zipped.faults).toEqual(plain.faults);
      }),
      { numRuns: 60 },
    );
  });

  it('of which one format is asked for still holds others', async () => {
    const file = makeZip({ 'a.csv': 'text,rating\na,3\n', 'b.json': JSONL, 'page.txt': 'text' });
    expect((await readAll(file, { format: 'csv' })).texts).toEqual(['a', 'c']);
  });
});

describe('a packed file is refused with the reason', () => {
  const cut = (bytes: Buffer, by: number) => bytes.subarray(0, bytes.length - by);
  const broken = (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    copy.fill(0xff, 40, 60);
    return copy;
  };
  const rows = `text\n${'some words of a review\n'.repeat(20_000)}`;
  it.each<[what: string, file: () => Buffer, code: string, says?: string]>([
    ['a gzip file that ends too soon', () => cut(gzipSync(CSV), 9), 'archive-damaged', 'ends too soon'],
    ['a long one that ends too soon', () => cut(gzipSync(rows), 100), 'archive-damaged', 'ends too soon'],
    ['a gzip file that is damaged', () => broken(gzipSync(rows)), 'archive-damaged'],
    ['a gzip file of nothing', () => gzipSync(''), 'empty-file'],
    ['gzip in gzip', () => gzipSync(gzipSync(CSV)), 'nested-archive'],
    ['a ZIP in gzip', () => gzipSync(makeZip({ 'a.csv': CSV })), 'nested-archive'],
    [
      'a tar in gzip',
      () => gzipSync(Buffer.concat([Buffer.from('a.csv'), Buffer.alloc(252), Buffer.from('ustar')])),
      'binary-file',
      'tar',
    ],
    ['a ZIP in a ZIP', () => makeZip({ 'x.zip': makeZip({ 'a.csv': CSV }) }), 'nested-archive', 'x.zip'],
    ['a ZIP that ends too soon', () => cut(makeZip({ 'a.csv': CSV }), 30), 'archive-damaged', 'ZIP'],
    ['a ZIP whose file is damaged', () => broken(makeZip({ 'a.csv': rows })), 'archive-damaged', 'a.csv'],
    ['an empty ZIP', () => makeZip({}), 'empty-file'],
    ['a ZIP of nothing but folders', () => makeZip({ 'a/': undefined, '__MACOSX/x': 'y' }), 'empty-file'],
    ['a ZIP with a path out of it', () => makeZip({ '../a.csv': CSV }), 'archive-damaged', '../a.csv'],
    [
      'a ZIP of too many files',
      () => makeZip(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.csv`, CSV]))),
      'archive-too-large',
      '1000',
    ],
    ['an unknown header', () => makeZip({ 'a.csv': 'colour,size\nred,3\nblue,4\n' }), 'unknown-header', '"a.csv"'],
    ['OpenDocument', () => makeZip({ mimetype: 'x', 'META-INF/manifest.xml': '<x/>' }), 'binary-file', 'OpenDocument'],
  ])('%s', async (_what, file, code, says = '') => {
    const error = await readAll(file(), {}, 4096).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, status: 422, message: expect.stringContaining(says) });
  });

  it('a bomb, long before it is unpacked', async () => {
    const text = `rating,text\n${`4,${'words '.repeat(15_000)}\n`.repeat(1400)}`;
    for (const file of [gzipSync(text), makeZip({ 'a.csv': text })]) {
      expect(file.length).toBeLessThan(1_000_000);
      await expect(readAll(file, {}, 65_536)).rejects.toMatchObject({ code: 'archive-too-large', status: 422 });
    }
  }, 60_000);

  it('many files that are harmless one by one', async () => {
    const limits = { maxBytes: 1e9, freeBytes: 1_000_000, maxRatio: 10 };
    const file = await spoolToFile(inChunks(makeZip({ a: 'x'.repeat(900_000), b: 'x'.repeat(900_000) }), 65_536), 1e9);
    const [a, b] = await listZip(file, limits);
    const drain = async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const _ of chunks);
    };
    await drain(a!.open(limits));
    await expect(drain(b!.open(limits))).rejects.toMatchObject({ code: 'archive-too-large' });
    await file.close();
  });
});

it('limits what comes out by size and by ratio', async () => {
  const limits = { maxBytes: 100, freeBytes: 50, maxRatio: 4 };
  const drain = async (bytes: number, packed: number) => {
    for await (const _ of limitUnpacked(inChunks(Buffer.alloc(bytes), 10), () => packed, limits));
    return 'all';
  };
  expect(await drain(50, 1)).toBe('all');
  expect(await drain(100, 25)).toBe('all');
  await expect(drain(60, 14)).rejects.toMatchObject({ code: 'archive-too-large' });
  await expect(drain(101, 100)).rejects.toMatchObject({ code: 'archive-too-large' });
});

it('throws on what the stream below gzip throws', async () => {
  async function* broken() {
    yield gzipSync('text\n').subarray(0, 15);
    throw new Error('gone');
  }
  const read = async () => {
    for await (const _ of gunzip(broken()));
  };
  await expect(read()).rejects.toThrow('gone');
});

it('leaves no file behind, whether it is read, refused or left', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('reviewfinder-upload-'));
  const before = left();
  await readAll(makeZip({ 'a.csv': CSV }));
  await readAll(makeZip({ 'a.bin': '\0' })).catch(() => undefined);
  expect(left()).toEqual(before);
});

it('can be spooled up to a limit only', async () => {
  await expect(spoolToFile(inChunks(Buffer.alloc(100)), 99)).rejects.toMatchObject({ code: 'archive-too-large' });
  const file = await spoolToFile(inChunks('some bytes', 3), 99);
  const read = async () => {
    const parts: Uint8Array[] = [];
    for await (const chunk of file.chunks()) parts.push(chunk);
    return Buffer.concat(parts).toString();
  };
  expect([file.size, await read(), await read()]).toEqual([10, 'some bytes', 'some bytes']);
  await file.close();
  await file.close();
});
