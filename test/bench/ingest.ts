import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeCore } from '../../server/compose.ts';
import { loadConfig } from '../../server/config.ts';
import { connect } from '../../server/db/connect.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import { createLog } from '../../server/log.ts';
import { reviewModel, type StoredReview } from '../../server/reviews/review-model.ts';
import { createReviewStore } from '../../server/reviews/review-store.ts';
import { generateSample } from '../../server/sample/generate-sample.ts';

const BATCH = 500;
const ROUNDS = 3;

const median = (values: readonly number[]) => [...values].sort((x, y) => x - y)[values.length >> 1] as number;

/**
 * The whole intake (tagged, copies looked up and linked, durable, roll-ups) of the sample reviews, beside a bare
 * insertMany of the documents that come of it, with the same indexes and durability, in turns on one mongod.
 */
export async function benchIngest(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const log = createLog(loadConfig({ LOG_LEVEL: 'silent' }));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  try {
    const reviews = generateSample({ end: '2026-06-30' }).map(({ plant: _, ...review }) => review);
    const intake: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const uri = (name: string) => mongod.uri.replace('/?', `/${name}-${round}?`);
      const core = await composeCore({ config: loadConfig({ MONGODB_URI: uri('intake'), LOG_LEVEL: 'silent' }), log });
      await core.analyse(reviews.slice(0, 50).map(({ text }) => ({ text }))); // the worker loads its lexicons
      const occurrences = new Map<string, number>();
      let begin = performance.now();
      for (let at = 0; at < reviews.length; at += BATCH)
        await core.takeIn.intake(reviews.slice(at, at + BATCH), { occurrences });
      intake.push((reviews.length / (performance.now() - begin)) * 1000);
      await core.close();

      const from = await connect(uri('intake'));
      const documents = await reviewModel(from).find().lean<StoredReview[]>();
      await from.close();
      const to = await connect(uri('bare'));
      await createReviewStore(to).prepare();
      begin = performance.now();
      for (let at = 0; at < documents.length; at += BATCH) {
        await to.collection('reviews').insertMany(documents.slice(at, at + BATCH) as never, { ordered: false });
      }
      bare.push((documents.length / (performance.now() - begin)) * 1000);
      await to.close();
    }
    const [ours, theirs] = [median(intake), median(bare)];
    print(
      `intake: ${Math.round(ours)} reviews/s; bare insertMany, same indexes and durability: ${Math.round(theirs)} documents/s; ${((100 * ours) / theirs).toFixed(1)} % of it (median of ${ROUNDS})`,
    );
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
