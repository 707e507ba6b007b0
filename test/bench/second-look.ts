import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeCore } from '../../server/compose.ts';
import { loadConfig } from '../../server/config.ts';
import type { ReviewInput } from '../../server/contract/reviews.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import { createLog } from '../../server/log.ts';
import { generateSample } from '../../server/sample/generate-sample.ts';
import { createRandom } from '../../server/sample/random.ts';

const BATCH = 500;
const SENTENCES = 4;
const POSTED = 20;

/** Reviews of one product, each a few sentences of the sample put together at random: alike, but no copies. */
function reviewsOfOneProduct(count: number): ReviewInput[] {
  const random = createRandom(12);
  const sentences = [
    ...new Set(generateSample({ end: '2026-06-30' }).flatMap(({ text }) => text.split(/(?<=[.!?]) /))),
  ].filter((sentence) => sentence.length > 30);
  return Array.from({ length: count }, (_, n) => ({
    source: 'bench',
    externalId: String(n),
    product: 'cam',
    text: Array.from({ length: SENTENCES }, () => random.pick(sentences)).join(' '),
    author: `author ${n}`,
  }));
}

/** How fast the second look follows the intake while a product grows, and how long a single review takes with it. */
export async function benchSecondLook(print: (line: string) => void, sizes = [5000, 20_000]): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const log = createLog(loadConfig({ LOG_LEVEL: 'silent' }));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  try {
    const uri = mongod.uri.replace('/?', '/second-look?');
    const config = loadConfig({ MONGODB_URI: uri, LOG_LEVEL: 'silent' });
    // Fills the product sooner: what comes of the comparisons does not matter there.
    const filler = await composeCore({ config, log, compareContents: async (pairs) => pairs.map(() => undefined) });
    const core = await composeCore({ config, log });
    const reviews = reviewsOfOneProduct(Math.max(...sizes) + sizes.length * POSTED);
    let stored = 0;
    const takeIn = async (count: number) => {
      for (const end = stored + count; stored < end; stored += BATCH)
        await core.takeIn.intake(reviews.slice(stored, Math.min(stored + BATCH, end)), { occurrences: new Map() });
    };
    await takeIn(BATCH); // the worker loads its lexicons
    await core.secondLook.finish();
    for (const size of sizes) {
      await takeIn(size - stored - BATCH);
      await filler.secondLook.finish();
      await takeIn(BATCH);
      let begin = performance.now();
      const cpu = process.cpuUsage();
      const pending = await core.secondLook.finish();
      const rate = (BATCH * 1000) / (performance.now() - begin);
      const { user, system } = process.cpuUsage(cpu);
      const times: number[] = [];
      for (let n = 0; n < POSTED; n += 1) {
        const review = reviews.at(-1 - n - POSTED * sizes.indexOf(size)) as ReviewInput;
        begin = performance.now();
        await core.services.reviews.post(review);
        times.push(performance.now() - begin);
      }
      const median = times.sort((x, y) => x - y)[POSTED >> 1] as number;
      print(
        `second look: ${Math.round(rate)} reviews/s among ${size} of one product, ${((user + system) / 1000 / BATCH).toFixed(1)} ms of processor time each (${pending} left); a single review ${Math.round(median)} ms from post to answer`,
      );
    }
    await Promise.all([core.close(), filler.close()]);
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
