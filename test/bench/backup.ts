import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRollupStore } from '../../server/analytics/rollup-store.ts';
import { connect } from '../../server/db/connect.ts';
import { createIdsStore } from '../../server/db/ids-store.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import { createReviewStore } from '../../server/reviews/review-store.ts';
import { createLoader, readMark } from './stored-reviews.ts';
import { createSyntheticReviews } from './synthetic-reviews.ts';

const REVIEWS = 100_000;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command of the built app and answers what it printed, with the most memory that it took, in MB. */
function runMeasured(args: readonly string[], uri: string): Promise<{ answer: Record<string, unknown>; mb: number }> {
  const script = `
    process.on('exit', () => process.stderr.write('MAXRSS ' + process.resourceUsage().maxRSS + '\\n'));
    process.argv = [process.argv[0], 'main.js', ...${JSON.stringify(args)}];
    await import('./dist/server/main.js');`;
  return new Promise((resolve, reject) => {
    const env = { ...process.env, MONGODB_URI: uri };
    execFile(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env }, (error, stdout, stderr) => {
      const used = /MAXRSS (\d+)/.exec(stderr)?.[1];
      if (error) reject(new Error(stderr));
      else resolve({ answer: JSON.parse(stdout), mb: Number(used) / 1024 });
    });
  });
}

/** A backup of many reviews, and its restoration into another database with all its checks. */
export async function benchBackup(print: (line: string) => void, reviews = REVIEWS): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const mongod = await openEmbedded({ dataDir: dir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  const uriOf = (name: string) => mongod.uri.replace('/?', `/${name}?`);
  const connection = await connect(uriOf('full'));
  try {
    await createReviewStore(connection).prepare();
    await createIdsStore(connection).allocate('reviews', 10_000_000);
    const rollups = createRollupStore(connection);
    await rollups.prepare();
    const mark = await readMark(connection, { MONGODB_URI: uriOf('full'), REVIEWFINDER_DATA: dir });
    await createLoader(connection, mark).load(0, reviews, createSyntheticReviews().review);
    await rollups.rebuild(createReviewStore(connection).byDay(), { isByDay: true });
    const folder = join(dir, 'backup');
    for (const [args, database] of [
      [['backup', folder], 'full'],
      [['restore', folder], 'restored'],
    ] as const) {
      const { answer, mb } = await runMeasured(args, uriOf(database));
      const { ok, documents, bytes, seconds } = answer;
      const megabytes = Math.round(Number(bytes) / 1e6);
      print(
        `${args[0]} of ${reviews} reviews: ok ${ok}, ${documents} documents, ${megabytes} MB packed, ${seconds} s, ${mb.toFixed(0)} MB of memory at most`,
      );
    }
  } finally {
    await connection.close();
    await mongod.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
