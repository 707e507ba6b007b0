import fc from 'fast-check';
import mongoose, { type Connection } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClusterDetail, ClusterPage, DecisionPage } from '../../../server/contract/duplicates.ts';
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

type Step =
  | { kind: 'post'; text: number; suffix: number; rating: number }
  | { kind: 'remove' | 'dismiss' | 'undo' | 'revise' | 'toggle'; pick: number };
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

/** What must hold whatever happened: for all rounds, since texts of one round have copies in another. */
async function expectOrder(): Promise<void> {
  expect(await test.core.rollups.verify()).toEqual([]);
  await expectClustersRight(connection);
}

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
  for (const [at, kind] of (['remove', 'dismiss'] as const).entries()) await run({ kind, pick: at }, product, 0);
  expect(await state()).not.toEqual(before);
  const { items }: DecisionPage = (await api().get('/api/v1/decisions?limit=200')).body;
  const members = new Set(before.reviews.map((review) => review.id));
  for (const decision of items.filter((one) => one.undoneAt === null && one.kept.some((id) => members.has(id)))) {
    await api().post(`/api/v1/decisions/${decision.id}/undo`).expect(200);
  }
  expect(await state()).toEqual(before);
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
    { numRuns: 16 },
  );
}, 120_000);
