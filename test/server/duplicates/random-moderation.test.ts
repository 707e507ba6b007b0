import fc from 'fast-check';
import mongoose, { type Connection } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClusterDetail, ClusterPage, DecisionPage } from '../../../server/contract/duplicates.ts';
import type { Bulk } from '../../../server/contract/moderation-bulk.ts';
import type { ReviewPage } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { expectClustersRight } from '../../support/check-clusters.ts';

let test: TestApp;
let connection: Connection;
beforeAll(async () => {
  test = await startTestApp('random');
  connection = await mongoose.createConnection(test.uri, { autoIndex: false, autoCreate: false }).asPromise();
});
afterAll(async () => {
  await connection.close();
  await test.close();
});

const TEXTS = [
  'The driveway camera reads every number plate at midnight and the lens never fogs up in autumn.',
  'Our budgie sings along whenever the speaker announces that someone has left a parcel outside.',
  'Three months of rain later the seal on the left hinge gave up and water came in overnight.',
];
const SUFFIXES = ['', ' Would buy it again.', ' Bought for my aunt in spring.'];

/** The bulks of all rounds. */
const bulks: string[] = [];

type Step =
  | { kind: 'post'; text: number; suffix: number; rating: number }
  | { kind: 'remove' | 'dismiss' | 'undo' | 'revise' | 'toggle' | 'bulk' | 'undo-bulk' | 'rules'; pick: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('post' as const),
      text: fc.nat({ max: 2 }),
      suffix: fc.nat({ max: 2 }),
      rating: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'remove' as const,
        'dismiss' as const,
        'undo' as const,
        'revise' as const,
        'toggle' as const,
        'bulk' as const,
        'undo-bulk' as const,
        'rules' as const,
      ),
      pick: fc.nat(),
    }),
  },
);

const api = () => request(test.app);

/** Runs one step of a round; a step for which there is nothing to do does nothing. */
async function run(one: Step, product: string, posted: number): Promise<void> {
  if (one.kind === 'post') {
    const review = {
      source: 's',
      externalId: `${product}-${posted}`,
      product,
      rating: one.rating,
      text: `${product} ${TEXTS[one.text]}${SUFFIXES[one.suffix]}`,
      ...(one.rating < 3 ? { author: 'Kim' } : {}),
    };
    await api().post('/api/v1/reviews').send(review).expect(201);
    return;
  }
  if (one.kind === 'undo') {
    const { items }: DecisionPage = (await api().get('/api/v1/decisions?limit=200')).body;
    const standing = items.filter((decision) => decision.undoneAt === null);
    const decision = standing[one.pick % Math.max(1, standing.length)];
    if (decision) expect([200, 409]).toContain((await api().post(`/api/v1/decisions/${decision.id}/undo`)).status);
    return;
  }
  if (one.kind === 'bulk') return runBulk(product, one.pick);
  if (one.kind === 'undo-bulk') return undoBulk(one.pick);
  if (one.kind === 'rules') {
    await test.core.moderation.ruleRunner.runOnce();
    return;
  }
  if (one.kind === 'toggle') {
    const { items }: ReviewPage = (await api().get(`/api/v1/reviews?product=${product}`)).body;
    const review = items[one.pick % Math.max(1, items.length)];
    if (!review) return;
    const patch = review.status === 'removed' ? { status: 'published' } : { status: 'removed', reason: 'spam' };
    await api()
      .patch(`/api/v1/reviews/${review.id}`)
      .send({ ...patch, version: review.version })
      .expect(200);
    return;
  }
  if (one.kind === 'revise') {
    const { items }: ReviewPage = (await api().get(`/api/v1/reviews?product=${product}`)).body;
    const review = items[one.pick % Math.max(1, items.length)];
    if (review) {
      await api()
        .post('/api/v1/reviews')
        .send({
          source: 's',
          externalId: review.externalId,
          product,
          rating: 2,
          text: `${product} ${TEXTS[one.pick % 3]} Edited.`,
        })
        .expect(200);
    }
    return;
  }
  const { items }: ClusterPage = (await api().get(`/api/v1/duplicates?product=${product}`)).body;
  const summary = items[one.pick % Math.max(1, items.length)];
  if (!summary) return;
  const cluster: ClusterDetail = (await api().get(`/api/v1/duplicates/${summary.id}`)).body;
  const [keep, ...remove] = cluster.members.map((member) => member.id);
  const body =
    one.kind === 'remove'
      ? { action: 'remove', keep: [keep], remove, reason: 'duplicate-near' }
      : { action: 'not_duplicates' };
  await api()
    .post(`/api/v1/duplicates/${cluster.id}/decisions`)
    .send({ ...body, version: cluster.version })
    .expect(201);
}

async function runBulk(product: string, pick: number): Promise<void> {
  const action = pick % 2 === 0 ? { action: 'not_duplicates' } : { action: 'remove', reason: 'suggested' };
  const preview = await api()
    .post('/api/v1/duplicates/decisions')
    .send({ filter: { product }, ...action, dryRun: true })
    .expect(200);
  const { body }: { body: Bulk } = await api()
    .post('/api/v1/duplicates/decisions')
    .send({ filter: { product }, ...action, expected: preview.body.count })
    .expect(200);
  bulks.push(body.id);
  expect(body.decided + body.skipped).toBe(body.count);
}

async function undoBulk(pick: number): Promise<void> {
  const id = bulks[pick % Math.max(1, bulks.length)];
  if (id) expect([200, 409]).toContain((await api().post(`/api/v1/bulks/${id}/undo`)).status);
}

/** What must hold whatever happened: for all rounds, since texts of one round have copies in another. */
async function expectOrder(): Promise<void> {
  expect(await test.core.rollups.verify()).toEqual([]);
  await expectClustersRight(connection);
  expect((await test.core.services.decisionLog.verify()).break).toBeNull();
}

/** Takes all back that can be, the latest first; what a hand-set status holds stays. */
async function undoAll(): Promise<void> {
  const { items }: DecisionPage = (await api().get('/api/v1/decisions?limit=200&undone=false')).body;
  for (const { id } of items) expect([200, 409]).toContain((await api().post(`/api/v1/decisions/${id}/undo`)).status);
}

const setRule = async (enabled: boolean) => {
  const { body } = await api().get('/api/v1/moderation/rules');
  const exactSameAuthor = { enabled, keep: 'suggested', relation: ['same'], minAgeMinutes: 0 };
  await api().put('/api/v1/moderation/rules').send({ exactSameAuthor, version: body.version }).expect(200);
};

// First, while the database holds nothing else that its reviews could be copies of.
it('undoing everything, the latest first, leaves counts and clusters as before the first decision', async () => {
  const product = 'undo-all';
  const posts: Step[] = [0, 0, 1, 1, 1, 2].map((text, suffix) => ({
    kind: 'post',
    text,
    suffix: suffix % 3,
    rating: 4,
  }));
  for (const [at, one] of posts.entries()) await run(one, product, at);
  const state = async () => {
    const { items }: ReviewPage = (await api().get(`/api/v1/reviews?product=${product}`)).body;
    const { body } = await api().get(`/api/v1/analytics/features?product=${product}`);
    return {
      body,
      reviews: items.map(({ id, status, statusReason, cluster, countedOnce }) => ({
        id,
        status,
        statusReason,
        cluster,
        countedOnce,
      })),
    };
  };
  const before = await state();
  await setRule(true);
  for (const [at, kind] of (['bulk', 'rules', 'remove', 'dismiss'] as const).entries()) {
    if (kind === 'bulk') {
      await run({ kind, pick: at }, product, 0);
      await run({ kind: 'undo-bulk', pick: 0 }, product, 0);
      expect(await state()).toEqual(before);
    } else await run({ kind, pick: at }, product, 0);
  }
  expect(await state()).not.toEqual(before);
  const { items }: DecisionPage = (await api().get('/api/v1/decisions?limit=200')).body;
  const members = new Set(before.reviews.map((review) => review.id));
  for (const decision of items.filter((one) => one.undoneAt === null && one.kept.some((id) => members.has(id)))) {
    await api().post(`/api/v1/decisions/${decision.id}/undo`).expect(200);
  }
  expect(await state()).toEqual(before);
  await expectOrder();
});

it('any sequence of posts, edits, decisions and undos leaves clusters in order and every aggregate right', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      round += 1;
      const product = `cam${round}`;
      for (const [at, one] of steps.entries()) await run(one, product, at);
      await expectOrder();
    }),
    { numRuns: 20 },
  );
  await undoAll();
  await expectOrder();
}, 240_000);
