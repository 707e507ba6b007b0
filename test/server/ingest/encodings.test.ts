import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { windows1252ToUtf8 } from '../../../server/ingest/decode-windows-1252.ts';
import { guessEncoding } from '../../../server/ingest/guess-encoding.ts';
import { makeXlsx, makeZip } from './make-archive.ts';
import { inChunks, readAll } from './read-all.ts';

/** Text of characters below U+0100 and bytes of Windows-1252, as the file has it. */
const latin = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const windows = { encoding: 'windows-1252' } as const;
/** “Café” – 5 € */
const QUOTED = latin([0x93], 'Café', [0x94, 0x20, 0x96], ' 5 ', [0x80]);
const WANTED = '“Café” – 5 €';

describe('Windows-1252', () => {
  /** The best fit of Unicode for 0x80 to 0x9f, as Unicode's mapping table has it; what is open there is a control. */
  const POINTS =
    '20ac 81 201a 192 201e 2026 2020 2021 2c6 2030 160 2039 152 8d 17d 8f 90 2018 2019 201c 201d 2022 2013 2014 2dc 2122 161 203a 153 9d 17e 178';

  it('has a character for each of its bytes', async () => {
    const parts: Uint8Array[] = [];
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for await (const part of windows1252ToUtf8(inChunks(all, 50))) parts.push(part);
    const wanted = [...all.keys()];
    wanted.splice(0x80, 32, ...POINTS.split(' ').map((point) => Number.parseInt(point, 16)));
    expect([...Buffer.concat(parts).toString('utf8')].map((char) => char.codePointAt(0))).toEqual(wanted);
  });

  it.each<[what: string, file: () => Buffer]>([
    ['CSV', () => latin('text,rating\r\n"', [...QUOTED], '",4\r\n')],
    ['CSV in gzip', () => gzipSync(latin('text,rating\n', [...QUOTED], ',4\n'))],
    ['CSV in a ZIP', () => makeZip({ 'a.csv': latin('text,rating\n', [...QUOTED], ',4\n') })],
    ['an object a line', () => latin('{"text":"', [...QUOTED], '"}\n')],
    ['a list', () => latin('[{"text":"', [...QUOTED], '"}]')],
  ])('is read as told: %s', async (_what, file) => {
    for (const chunk of [1, 3, 1000]) expect((await readAll(file(), windows, chunk)).texts).toEqual([WANTED]);
  });

  it('is read in names of columns and in pages', async () => {
    const table = await readAll(latin('Größe;Meinung\nXL;schön\n'), { ...windows, map: { text: 'Meinung' } });
    expect(table.items).toMatchObject([{ review: { text: 'schön' } }]);
    const named = await readAll(latin('Größe;Qualität\nXL;schön\n'), { ...windows, map: { text: 'Qualität' } });
    expect(named.texts).toEqual(['schön']);
    const page = latin('<html><script type="application/ld+json">{"@type":"Review","reviewBody":"', [...QUOTED]);
    expect((await readAll(latin([...page], '"}</script></html>'), windows)).texts).toEqual([WANTED]);
  });

  it('is what a spreadsheet and a file with a byte order mark are not, whatever is said', async () => {
    const text = 'text,rating\nüber “alles”,4\n';
    const files = [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      gzipSync(Buffer.from(`\ufeff${text}`)),
      makeXlsx({ S: [['text'], ['über “alles”']] }),
    ];
    for (const file of files) expect((await readAll(file, windows)).texts).toEqual(['über “alles”']);
  });

  it('is taken at its word where the file is UTF-8', async () => {
    expect((await readAll('text,rating\né,4\n', windows)).texts).toEqual(['Ã©']);
  });

  it.each([
    ['a JPEG image', [0xff, 0xd8, 0xff, 0xe0]],
    ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0, 1]],
  ])('is not what %s is taken for', async (_what, bytes) => {
    await expect(readAll(Buffer.from(bytes), windows)).rejects.toMatchObject({ code: 'binary-file' });
  });
});

it('without an encoding the row is refused, and told how it would be read', async () => {
  for (const options of [{}, { encoding: 'utf-8' } as const]) {
    const { texts, faults, items } = await readAll(latin('text,rating\na,4\ncafé,5\nb,3\n'), options);
    expect([texts, faults]).toEqual([['a', 'b'], ['3 invalid-utf8']]);
    const { detail } = items[1]?.kind === 'reject' ? items[1].reject : { detail: '' };
    expect(detail).toMatch(/^The row holds bytes that are not UTF-8\..*Excel.*encoding windows-1252\.$/);
  }
});

describe('the encoding that a text looks like', () => {
  const KB = 1024;
  it.each<[what: string, head: Buffer, complete: boolean, wanted: string]>([
    ['ASCII', latin('text\na\n'), true, 'utf-8'],
    ['UTF-8', Buffer.from('text\nüber\n'), true, 'utf-8'],
    ['Windows-1252', latin('text\nüber\n'), true, 'windows-1252'],
    ['Windows-1252 to the last byte', latin('text\ncafé'), true, 'windows-1252'],
    ['Windows-1252 in lines that end with CR', latin('text\rcafé\rb\r'), true, 'windows-1252'],
    ['UTF-8 cut within a character', Buffer.from('text\n🎥').subarray(0, -1), false, 'utf-8'],
    ['UTF-8 of nothing but cut characters', Buffer.from('🎥🎥').subarray(0, -1), false, 'utf-8'],
    ['UTF-8 that is cut at 64 kB', Buffer.from(`${'x'.repeat(64 * KB - 1)}é\nx`), true, 'utf-8'],
    ['Windows-1252 in the first 64 kB', latin('x'.repeat(64 * KB - 2), 'é\n'), true, 'windows-1252'],
    ['Windows-1252 only behind them', latin('x'.repeat(64 * KB), '\né\n'), true, 'utf-8'],
    ['UTF-8 with damaged lines', Buffer.concat([Buffer.from('é\nü\nö\n'), latin('é\n')]), true, 'utf-8'],
    ['Windows-1252 with one line that may be UTF-8', latin('é\nü\nÃ©\n'), true, 'windows-1252'],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from('\ufeffa\n'), latin('é\n')]), true, 'utf-8'],
    ['UTF-16', Buffer.from('\ufeffé\nü\n', 'utf16le'), true, 'utf-8'],
    ['nothing', latin(''), true, 'utf-8'],
  ])('%s', (_what, head, complete, wanted) => expect(guessEncoding({ head, complete })).toBe(wanted));
});
