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

/** Texts of a few sentences of the sample each, put together at random: alike in kind, no copies of one another. */
function differentTexts(count: number): string[] {
  const random = createRandom(11);
  const sentences = [
    ...new Set(generateSample({ end: '2026-06-30' }).flatMap(({ text }) => text.split(/(?<=[.!?]) /))),
  ].filter((sentence) => sentence.length > 30);
  return Array.from({ length: count }, () => Array.from({ length: SENTENCES }, () => random.pick(sentences)).join(' '));
}

/** What is posted, by name: as many reviews each, the different ones first. */
function loads(count: number): Record<string, ReviewInput[]> {
  const texts = differentTexts(count);
  const post = (text: (n: number) => string, author: (n: number) => string): ReviewInput[] =>
    Array.from({ length: count }, (_, n) => ({
      source: 'bench',
      externalId: String(n),
      product: 'cam',
      text: text(n),
      author: author(n),
      rating: 5,
      date: `2026-0${1 + (n % 6)}-${10 + (n % 18)}`,
    }));
  const each = (n: number) => `author ${n}`;
  const short = () => 'Great camera!';
  return {
    'different texts': post((n) => texts[n] as string, each),
    'one text': post(() => texts[0] as string, each),
    'one text, each with a sentence of its own': post((n) => `${texts[0]} ${texts[n]?.split(/(?<=[.!?]) /)[0]}`, each),
    '“Great camera!”, different authors': post(short, each),
    '“Great camera!”, one author': post(short, () => 'Kim'),
  };
}

/**
 * The whole intake of very common texts, in batches, beside as many different reviews. The time of the last tenth
 * shows whether the cost grows with what is there already.
 */
export async function benchCommonTexts(print: (line: string) => void, count = 10_000): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const log = createLog(loadConfig({ LOG_LEVEL: 'silent' }));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  try {
    for (const [at, [name, reviews]] of Object.entries(loads(count)).entries()) {
      const uri = mongod.uri.replace('/?', `/common-${at}?`);
      const core = await composeCore({ config: loadConfig({ MONGODB_URI: uri, LOG_LEVEL: 'silent' }), log });
      await core.analyse(reviews.slice(0, 50).map(({ text }) => ({ text }))); // the worker loads its lexicons
      const times: number[] = [];
      for (let from = 0; from < count; from += BATCH) {
        const begin = performance.now();
        await core.takeIn.intake(reviews.slice(from, from + BATCH), { occurrences: new Map() });
        times.push(performance.now() - begin);
      }
      const rate = (part: readonly number[]) =>
        Math.round((part.length * BATCH * 1000) / part.reduce((sum, time) => sum + time, 0));
      const tenth = Math.max(1, Math.round(times.length / 10));
      const page = await core.services.duplicates.page({ state: 'open' }, { after: undefined, limit: 1 });
      print(
        `${name}: ${rate(times)} reviews/s (first tenth ${rate(times.slice(0, tenth))}, last tenth ${rate(times.slice(-tenth))}); ${page.total} clusters, the largest of ${page.items[0]?.size ?? 0}`,
      );
      await core.close();
    }
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
