import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll } from '../read-all.ts';

const rows = (texts: readonly string[]) => texts.map((text, index) => ({ id: `r${index}`, text }));

describe('a JSON file', () => {
  it.each<[what: string, file: string, texts: string[], faults: string[]]>([
    ['an array', '[{"text":"a"},{"text":"b"}]', ['a', 'b'], []],
    ['an array over several lines', '\ufeff[\n {"text":"a"},\n {\n "text":"b"}\n]\n', ['a', 'b'], []],
    ['brackets and quotes in texts', '[{"text":"a ] } \\" , ["},{"text":"b\\\\"}]', ['a ] } " , [', 'b\\'], []],
    ['an empty array', '[]', [], []],
    ['an empty array in an object', '{"total":0,"reviews":[]}', [], []],
    ['a comma behind the last element', '[{"text":"a"},]', ['a'], []],
    ['an array in an object', '{"total":2,"reviews":[{"text":"a"},{"text":"b"}],"next":null}', ['a', 'b'], []],
    ['an array deeper down', '{"data":{"meta":[1],"items":[{"text":"a"}]}}', ['a'], []],
    ['two arrays, one of reviews', '{"products":[{"sku":"x"}],"reviews":[{"text":"a"}]}', ['a'], []],
    ['an array inside the reviews', '{"reviews":[{"text":"a","images":[{"url":"u"}]}]}', ['a'], []],
    ['brackets and quotes before the array', '{"note":"a \\" } [ {","reviews":[{"text":"a"}]}', ['a'], []],
    ['a key written with escapes', '{"r\\u0065views":[{"text":"a"}]}', ['a'], []],
    [
      'faulty elements',
      '[\n{"text":"a"},\n{"text":""},\n7,\n{"text":},\n"x",\n{"text":"b"}\n]',
      ['a', 'b'],
      ['3 text-missing text', '4 json-invalid', '5 json-invalid', '6 json-invalid'],
    ],
    ['two commas', '[{"text":"a"},,{"text":"b"}]', ['a', 'b'], ['1 json-invalid']],
    ['no comma between two', '[{"text":"a"}\n{"text":"b"},\n{"text":"c"}]', ['c'], ['1 json-invalid']],
    ['an end too soon', '[{"text":"a"},\n{"text":"b', ['a'], ['2 json-truncated']],
    ['an end between two elements', '[{"text":"a"},\n', ['a'], ['2 json-truncated']],
    ['something behind the array', '[{"text":"a"}]\n[{"text":"b"}]', ['a'], ['2 json-trailing']],
    [
      'an element that is nested too deeply',
      `[{"text":"a"},{"text":"b","x":${'['.repeat(500)}${']'.repeat(500)}}]`,
      ['a'],
      ['1 json-too-deep'],
    ],
    [
      'an element beyond all limits',
      `[{"text":"a"},{"text":"${'y'.repeat(9_000_000)}"},{"text":"b"}]`,
      ['a', 'b'],
      ['1 row-too-long'],
    ],
  ])('%s', async (_what, file, texts, faults) => {
    for (const chunk of file.length > 10_000 ? [65_536] : [1, 3, 1000]) {
      const read = await readAll(file, {}, chunk);
      expect([read.format, read.texts, read.faults]).toEqual(['json', texts, faults]);
    }
  });

  it('is read the same at whatever places it is cut', async () => {
    const pieces = fc.array(
      fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', '\n', 'x', 'ü', '🎥') }),
      { maxLength: 8 },
    );
    await fc
      .assert(
        fc.asyncProperty(
          pieces,
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 0, max: 2 }),
          async (all, chunk, indent) => {
            const texts = all.map((text) => `t${text}`);
            const array = JSON.stringify(rows(texts), null, indent);
            const wanted = texts.map((text) => text.trim());
            expect((await readAll(array, {}, chunk)).texts).toEqual(wanted);
            const wrapped = JSON.stringify({ note: { list: [1, '['] }, items: rows(texts), end: 1 }, null, indent);
            expect((await readAll(wrapped, {}, chunk)).texts).toEqual(wanted);
          },
        ),
        { numRuns: 200, examples: [[['a', 'b'], 1, 0]] },
      )
      .catch((error: unknown) => {
        throw error;
      });
  });

  it('hands rows back with their keys as columns', async () => {
    const { items } = await readAll(
      '[{"text":"","rating":3,"tags":["a"],"email":"ada@example.test","reviewer":{"name":"Ada"}}]',
    );
    expect(items).toMatchObject([
      {
        row: {
          columns: ['text', 'rating', 'tags', 'email', 'reviewer.name'],
          cells: ['', '3', '["a"]', '', 'Ada'],
        },
      },
    ]);
  });

  it('that is asked for and is none is refused', async () => {
    await expect(readAll('{"text":"a"', { format: 'json' })).rejects.toMatchObject({
      code: 'json-invalid',
      status: 422,
    });
  });
});

describe('an object a line', () => {
  it.each([
    ['rows with lists of objects', '{"text":"a","images":[{"url":"u"}]}\n{"text":"b"}'],
    ['rows whose text comes later', '{"id":1,"images":[{"url":"u"}]}\n{"id":2,"text":"b"}'],
  ])('%s are not taken for an array in an object', async (_what, file) => {
    expect(await readAll(file)).toMatchObject({ format: 'ndjson', texts: expect.arrayContaining(['b']) });
  });

  it('is alive after a nest that cannot be written back', async () => {
    const deep = `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n{"text":"b"}`;
    const { texts, faults } = await readAll(deep, {}, 65_536);
    expect([texts, faults]).toEqual([['b'], ['1 text-invalid text']]);
  });
});
