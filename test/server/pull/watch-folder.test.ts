import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportView } from '../../../server/contract/imports.ts';
import { AppError } from '../../../server/errors.ts';
import { createFolderWatch, type FolderWatch, type WatchDeps } from '../../../server/pull/watch-folder.ts';

let folder: string;
let watches: FolderWatch[] = [];
/** What was imported, and the state that each import is in. */
let imported: { filename: string; content: string }[] = [];
let stateOf: (id: number) => Partial<ImportView> | undefined;
let onCreate: (filename: string) => unknown;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watched-'));
  [imported, stateOf, onCreate] = [[], () => ({ state: 'done' }), () => {}];
});
afterEach(async () => {
  await Promise.all(watches.map((watch) => watch.stop()));
  watches = [];
  await rm(folder, { recursive: true });
});

const imports: WatchDeps['imports'] = {
  async create({ chunks, request: { filename = '' } }) {
    let content = '';
    for await (const chunk of chunks) content += Buffer.from(chunk).toString();
    await onCreate(filename);
    imported.push({ filename, content });
    return { id: `I-${imported.length}` } as ImportView;
  },
  async get(id) {
    const view = stateOf(id);
    if (!view) throw new AppError('not-found', 404, 'There is no such import.');
    return { error: null, ...view } as ImportView;
  },
};
const log = { info: () => {}, warn: () => {} };
const start = (options: Partial<WatchDeps> = {}) => {
  const watch = createFolderWatch({ folder, imports, log, pollMs: 30, staleMs: 400, ...options });
  watches.push(watch);
  watch.start();
  return watch;
};
const put = (name: string, content = 'text\na\n') => writeFile(join(folder, name), content);
const list = async (sub = '') => (await readdir(join(folder, sub)).catch(() => [])).sort();
const passes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a file that is put into the folder', () => {
  it('is imported, and lies in done/ afterwards', async () => {
    start();
    await put('export.csv', 'text\nabc\n');
    await expect.poll(() => list('done')).toEqual(['export.csv']);
    expect(imported).toEqual([{ filename: 'export.csv', content: 'text\nabc\n' }]);
    expect(await readFile(join(folder, 'done', 'export.csv'), 'utf8')).toBe('text\nabc\n');
    await expect.poll(() => list()).toEqual(['done']);
  });

  it('is not taken while it grows', async () => {
    start({ pollMs: 100 });
    let content = '';
    for (let n = 0; n < 20; n += 1) {
      content += `row ${n}\n`;
      await writeFile(join(folder, 'slow.csv'), content);
      await passes(40);
    }
    expect(imported).toEqual([]);
    await expect.poll(() => imported).toEqual([{ filename: 'slow.csv', content }]);
  });

  it('is not taken while it is empty and new', async () => {
    start({ emptyMs: 400 });
    await put('empty.csv', '');
    await passes(200);
    expect(imported).toEqual([]);
    await expect.poll(() => imported).toEqual([{ filename: 'empty.csv', content: '' }]);
  });

  it.each(['.hidden.csv', 'export.csv.part', 'export.PART', 'a.tmp', 'a.crdownload', 'export.csv~'])(
    'is left alone when it is named %s',
    async (name) => {
      start();
      await put(name);
      await put('other.csv');
      await expect.poll(() => list('done')).toEqual(['other.csv']);
      expect(imported.map(({ filename }) => filename)).toEqual(['other.csv']);
      await expect.poll(() => list()).toEqual(['done', name].sort());
    },
  );

  it('is taken once it has its name', async () => {
    start();
    await put('export.csv.part');
    await passes(100);
    await rename(join(folder, 'export.csv.part'), join(folder, 'export.csv'));
    await expect.poll(() => list('done')).toEqual(['export.csv']);
  });

  it('is left alone when it is a link or a folder', async () => {
    start();
    await mkdir(join(folder, 'folder.csv'));
    await writeFile(join(folder, 'folder.csv', 'outside.csv'), 'secret');
    await symlink(join(folder, 'folder.csv', 'outside.csv'), join(folder, 'link.csv'));
    await passes(200);
    expect(imported).toEqual([]);
  });

  it('overwrites none of the same name', async () => {
    start();
    for (const content of ['first', 'second', 'third']) {
      await put('daily.csv', content);
      await expect.poll(() => imported.length).toBeGreaterThan(0);
      await expect.poll(() => list()).toEqual(['done']);
    }
    expect(await list('done')).toEqual(['daily-2.csv', 'daily-3.csv', 'daily.csv']);
    const contents = ['daily.csv', 'daily-2.csv', 'daily-3.csv'].map((name) => join(folder, 'done', name));
    expect(await Promise.all(contents.map((path) => readFile(path, 'utf8')))).toEqual(['first', 'second', 'third']);
  });
});

describe('a file that cannot be imported', () => {
  it('lies in failed/ with the reason beside it', async () => {
    onCreate = () => {
      throw new AppError('unknown-header', 422, 'No column holds a text.');
    };
    start();
    await put('colours.csv', 'colour\nred\n');
    await expect.poll(() => list('failed')).toEqual(['colours.csv', 'colours.csv.reason.txt']);
    expect(await readFile(join(folder, 'failed', 'colours.csv.reason.txt'), 'utf8')).toBe('No column holds a text.\n');
    await writeFile(join(folder, 'failed', 'colours-2.csv.reason.txt'), 'mine');
    await put('colours.csv', 'colour\nred\n');
    await expect.poll(() => list('failed')).toContain('colours-2.csv');
    await expect.poll(() => list()).toEqual(['failed']);
    expect(await readFile(join(folder, 'failed', 'colours-2.csv.reason.txt'), 'utf8')).toBe('mine');
  });

  it.each<[string, Partial<ImportView>, string]>([
    ['fails later', { state: 'failed', error: 'The page is not UTF-8.' }, 'The page is not UTF-8.'],
    ['is cancelled', { state: 'cancelled' }, 'The import was cancelled.'],
  ])('so does one whose import %s', async (_what, view, reason) => {
    let isOver = false;
    stateOf = () => (isOver ? view : { state: 'running' });
    start();
    await put('page.html');
    await expect.poll(() => imported.length).toBe(1);
    await passes(100);
    expect(await list('failed')).toEqual([]);
    isOver = true;
    await expect.poll(() => list('failed')).toEqual(['page.html', 'page.html.reason.txt']);
    expect(await readFile(join(folder, 'failed', 'page.html.reason.txt'), 'utf8')).toBe(`${reason}\n`);
  });

  it('for the moment only is tried again', async () => {
    let tries = 0;
    onCreate = () => {
      tries += 1;
      if (tries < 3) throw new AppError('database-unavailable', 503, 'The database does not answer.');
    };
    start();
    await put('export.csv');
    await expect.poll(() => list('done')).toEqual(['export.csv']);
    expect(tries).toBe(3);
    expect(await list('failed')).toEqual([]);
  });
});

describe('several servers on one folder', () => {
  it('import each file once', async () => {
    for (let server = 0; server < 4; server += 1) start({ staleMs: 10_000 });
    const names = Array.from({ length: 25 }, (_, n) => `file-${String(n).padStart(2, '0')}.csv`);
    await Promise.all(names.map((name) => put(name, name)));
    await expect.poll(() => list('done'), { timeout: 10_000 }).toEqual(names);
    expect(imported.map(({ filename }) => filename).sort()).toEqual(names);
    await expect.poll(() => list()).toEqual(['done']);
  });

  it('do not take what a living one is at', async () => {
    let [begun, isCopied] = [0, false];
    onCreate = async () => {
      begun += 1;
      while (!isCopied) await passes(20);
    };
    start();
    await put('long.csv');
    await expect.poll(() => begun).toBe(1);
    start();
    await passes(1200);
    isCopied = true;
    await expect.poll(() => list('done')).toEqual(['long.csv']);
    expect(begun).toBe(1);
  });
});

describe('what a killed server has left', () => {
  const left = async (entries: Readonly<Record<string, string>>) => {
    const taken = join(folder, '.taken-of-a-killed-server');
    await mkdir(taken);
    for (const [name, content] of Object.entries(entries)) await writeFile(join(taken, name), content);
    await utimes(taken, new Date(0), new Date(0));
  };

  it('before it made an import is imported by another, after a while', async () => {
    await left({ 'export.csv': 'abc' });
    start();
    await passes(200);
    expect(imported).toEqual([]);
    await expect.poll(() => list('done')).toEqual(['export.csv']);
    expect(imported).toEqual([{ filename: 'export.csv', content: 'abc' }]);
    await expect.poll(() => list()).toEqual(['done']);
  });

  it('after it made the import is not imported again', async () => {
    await left({ 'export.csv': 'abc', '.import': '7' });
    stateOf = (id) => (id === 7 ? { state: 'done' } : undefined);
    start();
    await expect.poll(() => list('done')).toEqual(['export.csv']);
    expect(imported).toEqual([]);
  });

  it('of an import that is not there any more is imported', async () => {
    await left({ 'export.csv': 'abc', '.import': '7' });
    stateOf = (id) => (id === 1 ? { state: 'done' } : undefined);
    start();
    await expect.poll(() => list('done')).toEqual(['export.csv']);
    expect(imported).toHaveLength(1);
  });

  it.each([{}, { '.import': '7' }])('is cleared away where no file is in it: %j', async (entries) => {
    await left(entries);
    start();
    await expect.poll(() => list()).toEqual([]);
  });

  it('is taken over by one of many', async () => {
    await left({ 'export.csv': 'abc' });
    for (let server = 0; server < 4; server += 1) start({ staleMs: 300 });
    await expect.poll(() => list('done')).toEqual(['export.csv']);
    expect(imported).toHaveLength(1);
  });
});

it('makes the folder where there is none', async () => {
  const made = join(folder, 'to', 'make');
  start({ folder: made });
  await expect.poll(() => list('to')).toEqual(['make']);
});

it('leaves what it was at to the next start', async () => {
  onCreate = () => {
    throw new AppError('stopping', 503, 'The server is stopping.');
  };
  const stopped = start();
  await put('export.csv');
  await expect.poll(async () => (await list()).filter((name) => name.startsWith('.taken-')).length).toBe(1);
  await stopped.stop();
  onCreate = () => {};
  start();
  await expect.poll(() => list('done')).toEqual(['export.csv']);
});
