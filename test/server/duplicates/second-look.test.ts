import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentPool, createContentPool } from '../../../server/analysis/content-pool.ts';
import { createWorkerPool } from '../../../server/analysis/worker-pool.ts';
import { createRollupStore } from '../../../server/analytics/rollup-store.ts';
import { type Core, composeCore } from '../../../server/compose.ts';
import { loadConfig } from '../../../server/config.ts';
import type { ReviewInput } from '../../../server/contract/reviews.ts';
import { pairId, pairModel, type StoredPair } from '../../../server/duplicates/cluster-model.ts';
import { createClusterStore } from '../../../server/duplicates/cluster-store.ts';
import { createMeaningStore } from '../../../server/duplicates/meaning-store.ts';
import { createRewordingFinder } from '../../../server/duplicates/rewording-finder.ts';
import { createLog } from '../../../server/log.ts';
import { clusterId, idNumber, reviewId } from '../../../server/public-ids.ts';
import { createLookupJournalStore } from '../../../server/reviews/lookup-journal-store.ts';
import { createReviewStore } from '../../../server/reviews/review-store.ts';
import { expectClustersRight } from '../../support/check-clusters.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let cores: Core[] = [];
beforeEach(async () => {
  database = await openTestDatabase('second-look');
});
afterEach(async () => {
  for (const core of cores) await core.close();
  cores = [];
  await database.close();
});

/** Stands for nlp's judgement: texts that speak of the same animal tell the same. */
const ANIMALS = /hedgehog|heron|badger|squirrel|magpie/;
const judge: ContentPool['compare'] = async (pairs) =>
  pairs.map(({ a, b }) => {
    const isSame = ANIMALS.test(a.text) && ANIMALS.exec(a.text)?.[0] === ANIMALS.exec(b.text)?.[0];
    if (!isSame) return undefined;
    return { kind: 'paraphrase', score: 0.8, reasons: [{ code: 'same-content', detail: 'Told again.' }] };
  });

async function compose({
  compare = judge,
  now = () => new Date(),
}: {
  /** Null: nlp's own judgement. */
  compare?: ContentPool['compare'] | null;
  now?: () => Date;
} = {}) {
  const config = loadConfig({ MONGODB_URI: database.uri, PORT: '0', LOG_LEVEL: 'silent' });
  const core = await composeCore({
    config,
    log: createLog(config),
    now,
    ...(compare ? { compareContents: compare } : {}),
  });
  cores.push(core);
  return core;
}

let posted = 0;
const reviewOf = (text: string, more: Partial<ReviewInput> = {}): ReviewInput => {
  posted += 1;
  return { source: 's', externalId: `second-${posted}`, product: 'yard-cam', text, ...more };
};
/** Tellings of one evening, and others that are about something else. */
const HEDGEHOG = [
  'Every evening a hedgehog walks through the picture and the alarm wakes the whole house at once.',
  'Whenever the hedgehog comes by after dark, we are all torn from sleep by the notification.',
  'Nobody here sleeps any more: as soon as a hedgehog shows up at night the phone starts ringing.',
  'At night the alarm of this camera wakes us, because a hedgehog walks past it.',
  'Our sleep is gone: the camera sends an alarm at night for each hedgehog in the garden.',
  'A hedgehog in the garden is enough, and the camera rings the phone until all are awake at night.',
];
const HERON = [
  'A heron stole our goldfish, and the recording shows the theft in every detail.',
  'The fish thief was a heron, as one could see on the clip as clear as day.',
];
const OTHER = 'Mounting took ten minutes, the screws were in the box and the cable was long enough.';

const pairs = async () =>
  (await pairModel(database.connection).find().sort({ a: 1, b: 1 }).lean<StoredPair[]>()).map(
    ({ a, b, kind }) => `${kind} ${a}-${b}`,
  );
const rewordings = async () => (await pairs()).filter((pair) => pair.startsWith('paraphrase'));
const take = async (core: Core, reviews: readonly ReviewInput[]) =>
  (await core.takeIn.intake(reviews, { occurrences: new Map() })).map(({ review }) => idNumber(review.id));
const openOf = async (core: Core) =>
  (await core.services.duplicates.page({ state: 'open' }, { after: undefined, limit: 50 })).items;
const expectAllRight = async () => {
  await expectClustersRight(database.connection);
  const reviews = createReviewStore(database.connection).all();
  expect(await createRollupStore(database.connection).differences(reviews)).toEqual([]);
};
async function untilDone(core: Core) {
  for (let tries = 0; (await core.secondLook.countPending()) > 0; tries += 1) {
    expect(tries).toBeLessThan(200);
    await sleep(50);
  }
}

describe('the second look', () => {
  it('looks again at what was read with other meanings, which are not compared with', async () => {
    const { connection } = database;
    const first = await compose();
    const [a] = await take(first, [reviewOf(HEDGEHOG[0] as string)]);
    await first.secondLook.finish();
    await connection.collection('meanings').updateMany({}, { $set: { mark: 'older' } });
    const [b] = await take(first, [reviewOf(HEDGEHOG[1] as string)]);
    await first.secondLook.finish();
    expect(await pairs()).toEqual([]);
    await first.workspaceStore.setMeaningsMark('older');
    const next = await compose();
    next.secondLook.start();
    await expect.poll(() => first.workspaceStore.meaningsMark(), { timeout: 15_000 }).not.toBe('older');
    await untilDone(next);
    expect(await pairs()).toEqual([`paraphrase ${a}-${b}`]);
    expect(await connection.collection('meanings').distinct('mark')).toEqual([
      await first.workspaceStore.meaningsMark(),
    ]);
  });

  it('finds rewordings of a batch in the background, and says how many reviews wait', async () => {
    const core = await compose();
    const [a, b, , d, e] = await take(
      core,
      [HEDGEHOG[0], HEDGEHOG[1], OTHER, HERON[0], HERON[1]].map((text) => reviewOf(text as string)),
    );
    expect(await pairs()).toEqual([]);
    expect(await core.services.workspace.overview()).toMatchObject({ awaitingSecondLook: 5, openClusters: 0 });
    core.secondLook.start();
    await untilDone(core);
    expect(await pairs()).toEqual([`paraphrase ${a}-${b}`, `paraphrase ${d}-${e}`]);
    expect(await openOf(core)).toMatchObject([
      { kind: 'paraphrase', size: 2 },
      { kind: 'paraphrase', size: 2 },
    ]);
    expect((await core.services.workspace.overview()).awaitingSecondLook).toBe(0);
    await expectAllRight();
  });

  it('comes at once for a single review, whose answer names the rewording', async () => {
    const core = await compose();
    const first = await core.services.reviews.post(reviewOf(HEDGEHOG[0] as string));
    expect(first.duplicates).toEqual([]);
    const second = await core.services.reviews.post(reviewOf(HEDGEHOG[1] as string));
    const [cluster] = await openOf(core);
    expect(second.duplicates).toMatchObject([
      { id: first.review.id, kind: 'paraphrase', cluster: clusterId(cluster?._id as number) },
    ]);
    expect(second.review.cluster).toBe(clusterId(cluster?._id as number));
    expect(second.duplicates[0]?.reasons.map(({ code }) => code)).toEqual(['same-content', 'same-product']);
    expect(await core.secondLook.countPending()).toBe(0);
  });

  it('judges by what the texts tell', async () => {
    const core = await compose({ compare: null });
    const told = reviewOf(
      'I set up the camera above the driveway in March and the motion alerts were constant because of the cat, so I lowered the sensitivity to three and since then only people trigger it. The picture at night is sharp up to the gate, but the battery barely lasts two weeks.',
    );
    const toldAgain = reviewOf(
      'Mounted over our driveway this March. At first the cat set off motion alerts all the time; with the sensitivity turned down to three, it only reacts to people now. Night image is crisp as far as the gate, though a battery charge hardly gets through two weeks.',
    );
    const { review } = await core.services.reviews.post(told);
    expect((await core.services.reviews.post(reviewOf(OTHER))).duplicates).toEqual([]);
    const { duplicates } = await core.services.reviews.post(toldAgain);
    expect(duplicates.map(({ id, kind }) => [id, kind])).toEqual([[review.id, 'paraphrase']]);
  });

  it('compares reviews of one product only, and no short generic ones', async () => {
    const core = await compose();
    await take(core, [
      reviewOf(HEDGEHOG[0] as string),
      reviewOf(HEDGEHOG[1] as string, { product: 'porch-cam' }),
      reviewOf('Great hedgehog camera!', { author: 'Ann' }),
      reviewOf('Good hedgehog camera!', { author: 'Ben' }),
    ]);
    expect(await core.secondLook.finish()).toBe(0);
    expect(await pairs()).toEqual([]);
  });

  it('leaves alone what is an exact or near copy already', async () => {
    const core = await compose();
    const text = HEDGEHOG[0] as string;
    const [a, b, c] = await take(
      core,
      [text, `${text} Still.`, text.toUpperCase()].map((words) => reviewOf(words)),
    );
    const found = await pairs();
    expect(found).toEqual([`near ${a}-${b}`, `exact ${a}-${c}`, `near ${b}-${c}`]);
    await core.secondLook.finish();
    expect(await pairs()).toEqual(found);
  });

  it('pairs a review with three others at most, and looking again changes nothing', async () => {
    const core = await compose();
    const ids = await take(
      core,
      HEDGEHOG.map((text) => reviewOf(text)),
    );
    let before = 0;
    const added: number[] = [];
    for (const id of ids) {
      await core.secondLook.look([id]);
      const after = (await pairs()).length;
      added.push(after - before);
      before = after;
    }
    expect(Math.max(...added)).toBe(3);
    const found = await pairs();
    const [cluster] = await openOf(core);
    await core.secondLook.look([ids.at(-1) as number]);
    expect(await pairs()).toEqual(found);
    expect((await openOf(core))[0]).toMatchObject({ version: cluster?.version, touched: cluster?.touched });
    await expectAllRight();
  });
});

describe('what a killed server left', () => {
  it('is looked at by the next one', async () => {
    const killed = await compose({ compare: () => Promise.reject(new Error('killed')) });
    const [a, b] = await take(killed, [reviewOf(HEDGEHOG[0] as string), reviewOf(HEDGEHOG[1] as string)]);
    await expect(killed.secondLook.finish()).rejects.toThrow('killed');
    expect(await killed.secondLook.countPending()).toBe(2);
    const next = await compose();
    expect(await next.secondLook.finish()).toBe(0);
    expect(await pairs()).toEqual([`paraphrase ${a}-${b}`]);
    await expectAllRight();
  });

  it('is taken over when its lease has ended, not before', async () => {
    let at = new Date('2026-05-01T10:00:00Z');
    const core = await compose({ now: () => at });
    await take(core, [reviewOf(HEDGEHOG[0] as string), reviewOf(HEDGEHOG[1] as string)]);
    const journal = createLookupJournalStore(database.connection);
    const until = new Date('2026-05-01T10:02:00Z');
    expect(await journal.claim({ owner: 'dead', now: at, until, most: 500 })).toHaveLength(1);
    expect(await core.secondLook.finish()).toBe(2);
    expect(await pairs()).toEqual([]);
    at = new Date('2026-05-01T10:02:01Z');
    expect(await core.secondLook.finish()).toBe(0);
    expect(await pairs()).toHaveLength(1);
  });
});

describe('two servers that take in two rewordings at the same moment', () => {
  it('find each pair, once', async () => {
    const [one, two] = [await compose(), await compose()];
    const products = Array.from({ length: 12 }, (_, n) => `cam-${n}`);
    await Promise.all(
      products.flatMap((product) => [
        one.services.reviews.post(reviewOf(HEDGEHOG[0] as string, { product })),
        two.services.reviews.post(reviewOf(HEDGEHOG[1] as string, { product })),
      ]),
    );
    expect(await rewordings()).toHaveLength(products.length);
    await expectAllRight();
  });

  it('both store what their review tells before they look at what others do', async () => {
    const core = await compose();
    const ids = await take(core, [reviewOf(HEDGEHOG[0] as string), reviewOf(HEDGEHOG[1] as string)]);
    const { connection } = database;
    const [reviews, meanings] = [createReviewStore(connection), createMeaningStore(connection)];
    const workers = createWorkerPool();
    const arrivals = new EventEmitter();
    let stored = 0;
    const both = once(arrivals, 'both');
    const findRewordings = createRewordingFinder({
      reviews,
      meanings: {
        ...meanings,
        put: async (all) => {
          await meanings.put(all);
          stored += 1;
          if (stored === 2) arrivals.emit('both');
          await both;
        },
      },
      clusters: createClusterStore(connection),
      content: { ...createContentPool(workers), compare: judge },
    });
    const found = await Promise.all(ids.map(async (id) => findRewordings(await reviews.candidatesByIds([id]))));
    await workers.close();
    expect(found.flat().map(({ _id }) => _id)).toContain(pairId(ids[0] as number, ids[1] as number));
  });

  it('share what waits', async () => {
    const [one, two] = [await compose(), await compose()];
    const products = Array.from({ length: 6 }, (_, n) => `cam-${n}`);
    for (const product of products)
      await take(
        one,
        HERON.map((text) => reviewOf(text, { product })),
      );
    for (const core of [one, two]) core.secondLook.start();
    await untilDone(one);
    expect(await rewordings()).toHaveLength(products.length);
    await expectAllRight();
  });
});

describe('a change of a review', () => {
  it('another text loses its rewording and finds another', async () => {
    const core = await compose();
    const heron = await core.services.reviews.post(reviewOf(HERON[0] as string));
    const hedgehog = await core.services.reviews.post(reviewOf(HEDGEHOG[0] as string));
    const input = reviewOf(HERON[1] as string);
    const first = await core.services.reviews.post(input);
    expect(first.duplicates.map(({ id }) => id)).toEqual([heron.review.id]);
    const changed = await core.services.reviews.post({ ...input, text: HEDGEHOG[1] as string });
    expect(changed).toMatchObject({ result: 'updated', duplicates: [{ id: hedgehog.review.id, kind: 'paraphrase' }] });
    expect(await pairs()).toEqual([`paraphrase ${idNumber(hedgehog.review.id)}-${idNumber(first.review.id)}`]);
    await expectAllRight();
  });

  it('another product loses its rewording and finds that of the other product', async () => {
    const core = await compose();
    const here = await core.services.reviews.post(reviewOf(HERON[0] as string));
    const there = await core.services.reviews.post(
      reviewOf(HERON[0]?.replace('goldfish', 'koi') as string, { product: 'pond-cam' }),
    );
    const input = reviewOf(HERON[1] as string);
    expect((await core.services.reviews.post(input)).duplicates.map(({ id }) => id)).toEqual([here.review.id]);
    const moved = await core.services.reviews.post({ ...input, product: 'pond-cam' });
    expect(moved.duplicates.map(({ id, kind }) => [id, kind])).toEqual([[there.review.id, 'paraphrase']]);
    await expectAllRight();
  });

  it('a review that is removed is left alone, and looked at when it is set back', async () => {
    const core = await compose();
    const { review } = await core.services.reviews.post(reviewOf(HERON[0] as string));
    const patch = (status: 'removed' | 'published', version: number) =>
      core.services.reviews.patch(
        idNumber(review.id),
        { status, version, ...(status === 'removed' ? { reason: 'spam' } : {}) } as never,
        'kim',
      );
    const removed = await patch('removed', review.version);
    expect((await core.services.reviews.post(reviewOf(HERON[1] as string))).duplicates).toEqual([]);
    await patch('published', removed.version);
    expect(await core.secondLook.countPending()).toBe(1);
    expect(await core.secondLook.finish()).toBe(0);
    expect(await pairs()).toHaveLength(1);
    await expectAllRight();
  });

  it('reviews that an undo brings back are looked at for what came meanwhile', async () => {
    const core = await compose();
    await core.services.reviews.post(reviewOf(HERON[0] as string));
    await core.services.reviews.post(reviewOf(HERON[0] as string));
    const [cluster] = await openOf(core);
    const decision = await core.services.decisions.decide(
      cluster?._id as number,
      {
        action: 'remove',
        keep: [reviewId(cluster?.survivor as number)],
        reason: 'duplicate-exact',
        version: cluster?.version as number,
      },
      'kim',
    );
    await core.services.decisions.undo(decision._id, 'kim');
    expect(await core.secondLook.countPending()).toBe(1);
    expect(await core.secondLook.finish()).toBe(0);
    await expectAllRight();
  });

  it('a text that changes while it is looked at gets no pair for what it said', async () => {
    let isHeld = true;
    const [entered, left] = [new EventEmitter(), new EventEmitter()];
    const hasEntered = once(entered, 'now');
    const hasLeft = once(left, 'now');
    const slow = await compose({
      compare: async (asked) => {
        if (isHeld) {
          entered.emit('now');
          await hasLeft;
        }
        return judge(asked);
      },
    });
    const input = reviewOf(HERON[1] as string);
    await take(slow, [reviewOf(HERON[0] as string), input]);
    const finishing = slow.secondLook.finish();
    await hasEntered;
    isHeld = false;
    const other = await compose();
    await take(other, [{ ...input, text: OTHER }]);
    left.emit('now');
    expect(await finishing).toBe(0);
    expect(await pairs()).toEqual([]);
    await expectAllRight();
  });
});
