import mongoose from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClusterDetail, ClusterPage, Decision } from '../../../server/contract/duplicates.ts';
import type { BatchAnswer } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('common');
});
afterAll(() => test.close());

const api = () => request(test.app);
const post = async (reviews: object[]): Promise<BatchAnswer> => {
  const answer = await api().post('/api/v1/reviews').send({ reviews });
  expect(answer.status).toBe(200);
  return answer.body;
};
const list = async (query: string): Promise<ClusterPage> => (await api().get(`/api/v1/duplicates?${query}`)).body;
const detail = async (id: string): Promise<ClusterDetail> => (await api().get(`/api/v1/duplicates/${id}`)).body;
const TEXT = 'The hedgehog that comes by at night is on every clip, and the neighbours have asked for copies of them.';
const times = (count: number, review: (at: number) => object) => Array.from({ length: count }, (_, at) => review(at));

it('a short generic text is a copy only of what the same author wrote', async () => {
  const base = { product: 'short', text: 'Great camera!' };
  await post([
    ...['Ann', 'Ben', 'Kim', undefined, undefined].map((author, at) => ({ ...base, externalId: `g${at}`, author })),
    { ...base, externalId: 'again', author: 'kim ' },
  ]);
  const { items } = await list('product=short');
  expect(items).toMatchObject([{ size: 2, kind: 'exact', signals: ['same-author'] }]);
  expect((await detail(items[0]?.id as string)).members.map(({ author }) => author?.toLowerCase())).toEqual([
    'kim',
    'kim',
  ]);
  await post([{ ...base, externalId: 'again', author: 'Dan' }]);
  expect((await list('product=short')).total).toBe(0);
  await post([{ ...base, externalId: 'again', author: 'Ben' }]);
  expect(await list('product=short')).toMatchObject({ items: [{ size: 2 }] });
});

it('a large cluster lists some of its members, and is decided as a whole', async () => {
  const size = 260;
  await post(times(size, (at) => ({ product: 'large', text: TEXT, externalId: `l${at}`, rating: 1 + (at % 5) })));
  const [summary] = (await list('product=large')).items;
  const cluster = await detail(summary?.id as string);
  expect(cluster.size).toBe(size);
  expect(cluster.members).toHaveLength(200);
  expect(cluster.members[0]?.id).toBe(cluster.survivor);
  expect(cluster.effects[0]).toMatchObject({ now: { n: 1 }, ifRemoved: { n: 1 }, ifKept: { n: size } });
  const body = { action: 'remove', keep: cluster.suggestedKeep, reason: cluster.suggestedReason };
  const decided = await api()
    .post(`/api/v1/duplicates/${cluster.id}/decisions`)
    .send({ ...body, version: cluster.version });
  expect(decided.status).toBe(201);
  expect((decided.body as Decision).removed).toHaveLength(size - 1);
  expect((await detail(cluster.id)).members).toHaveLength(200);
  await api().post(`/api/v1/decisions/${decided.body.id}/undo`).expect(200);
  expect(await detail(cluster.id)).toMatchObject({ state: 'open', size });
  expect(await test.core.rollups.verify()).toEqual([]);
});

it('of many with one text one has look-up keys, whether they come together or not', async () => {
  const text = 'Under the eaves it sees the swallows leave in September and the cat that waits for them below.';
  await post(times(3, (at) => ({ product: 'keys', text, externalId: `k${at}` })));
  await post([{ product: 'keys', text: text.toUpperCase(), externalId: 'late' }]);
  const connection = await mongoose.createConnection(test.uri).asPromise();
  const rows = await connection.collection('reviews').find({ product: 'keys' }).sort({ _id: 1 }).toArray();
  await connection.close();
  expect(rows.map(({ bands }) => bands.length > 0)).toEqual([true, false, false, false]);
});

it('copies at several variants are a relation of their own: one a product is suggested to keep, and stands for its copies', async () => {
  const text = 'Since spring the owl box has an eye of its own, and our boys count the eggs before they go to school.';
  const products = ['owl-black', 'owl-black', 'owl-white', 'owl-white', 'owl-white'];
  await post(products.map((product, at) => ({ product, text, externalId: `v${at}`, date: `2026-03-0${at + 1}` })));
  expect((await list('relation=same&product=owl-black')).total).toBe(0);
  const [summary] = (await list('relation=variant&product=owl-white')).items;
  const cluster = await detail(summary?.id as string);
  expect(cluster).toMatchObject({ relation: 'variant', suggestedReason: 'syndicated-copy' });
  const productOf = new Map(cluster.members.map(({ id, product }) => [id, product]));
  expect(cluster.suggestedKeep.map((id) => productOf.get(id))).toEqual(['owl-black', 'owl-white']);
  const body = { action: 'remove', keep: cluster.suggestedKeep, reason: 'syndicated-copy', version: cluster.version };
  await api().post(`/api/v1/duplicates/${cluster.id}/decisions`).send(body).expect(201);
  expect((await list('product=owl-white')).total).toBe(0);

  const [late] = (await post([{ product: 'owl-white', text, externalId: 'late', date: '2026-04-01' }])).results;
  const [again] = (await list('product=owl-white')).items;
  const asked = await detail(again?.id as string);
  expect(asked.suggestedKeep.toSorted()).toEqual(cluster.suggestedKeep.toSorted());
  expect(asked.members.filter(({ countedOnce }) => !countedOnce).map(({ id }) => id)).toEqual([late?.id]);
});
