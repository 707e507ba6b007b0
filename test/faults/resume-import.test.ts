import { afterEach, expect, it } from 'vitest';
import type { ImportView } from '../../server/contract/imports.ts';
import type { ImportService } from '../../server/ingest/import-service.ts';
import type { StoredReview } from '../../server/reviews/review-model.ts';
import { createRandom } from '../../server/sample/random.ts';
import { mixedFile } from '../server/ingest/mixed-file.ts';
import { inChunks } from '../server/ingest/read-all.ts';
import { type Crashes, openWritePath } from '../server/ingest/write-path.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const databases: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.close()));
});

const BEFORE = mixedFile({ rows: 250, seed: 1 });
const FILE = mixedFile({ rows: 1150, seed: 2 });

const upload = async (service: ImportService, text: string): Promise<ImportView> => {
  const created = await service.create({
    chunks: inChunks(text, 8192),
    request: { product: 'cam', source: 'shop', filename: 'a.ndjson' },
  });
  let last = created;
  for await (const view of service.watch(Number(created.id.slice(2)))) last = view;
  return last;
};

/** What came of a review, without what hangs on when it came in and under which id. */
const outcomeOf = ({ _id, importId, createdAt, updatedAt, cluster, day, bands, ...review }: StoredReview) => ({
  ...review,
  isMember: cluster !== null,
});

/** Imports both files in a database of its own; answers what the second came to. */
const importBoth = async (crashes: Crashes = {}) => {
  const database = await openTestDatabase('resume-import');
  databases.push(database);
  const before = await openWritePath(database);
  before.service.start();
  await upload(before.service, BEFORE);
  await before.service.stop();
  const path = await openWritePath(database, crashes);
  path.service.start();
  const view = await upload(path.service, FILE);
  const { items } = await path.service.rejects(Number(view.id.slice(2)), { limit: 1000 });
  await path.service.stop();
  await path.resumeLookups();
  const reviews: StoredReview[] = [];
  for await (const review of path.store.all()) reviews.push(review);
  reviews.sort((x, y) => (x.identity < y.identity ? -1 : 1));
  expect(await path.rollups.differences(path.store.all())).toEqual([]);
  return {
    ...{ attempts: view.attempts, counts: view.counts, state: view.state },
    ...{ lines: items.map(({ line, code }) => `${line} ${code}`), reviews: reviews.map(outcomeOf) },
    clusters: await path.clusters.counts(),
  };
};

it('an import that breaks off anywhere, often, comes to what an uninterrupted one comes to', async () => {
  const whole = await importBoth();
  expect(whole.state).toBe('done');
  for (const fate of ['stored', 'updated', 'unchanged', 'rejected', 'exactDuplicates', 'nearDuplicates'] as const)
    expect(whole.counts[fate], fate).toBeGreaterThan(10);

  for (const [seed, chance] of [
    [11, { lookUp: 0.03, note: 0, save: 0 }],
    [12, { lookUp: 0, note: 0.03, save: 0 }],
    [13, { lookUp: 0.01, note: 0.01, save: 0.5 }],
  ] as const) {
    const random = createRandom(seed);
    const die = (share: number) => () => {
      if (random.chance(share)) throw new Error('killed');
    };
    const crashes = { lookUp: die(chance.lookUp), note: die(chance.note), save: die(chance.save) };
    const { attempts, ...broken } = await importBoth(crashes);
    expect(attempts, `seed ${seed}`).toBeGreaterThan(2);
    const { attempts: _, ...wanted } = whole;
    expect(broken.counts, `seed ${seed}`).toEqual(wanted.counts);
    expect(broken, `seed ${seed}`).toEqual(wanted);
  }
}, 180_000);
