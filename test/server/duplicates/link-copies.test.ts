import mongoose, { type Connection } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRollupStore } from '../../../server/analytics/rollup-store.ts';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';
import { createIdsStore } from '../../../server/db/ids-store.ts';
import { createTransact } from '../../../server/db/transaction.ts';
import { createClusterStore } from '../../../server/duplicates/cluster-store.ts';
import { createDecisionStore } from '../../../server/duplicates/decision-store.ts';
import { createJoinClusters } from '../../../server/duplicates/join-clusters.ts';
import { createLinkCopies, type LinkCopies } from '../../../server/duplicates/link-copies.ts';
import { idNumber } from '../../../server/public-ids.ts';
import { createChangeReviews } from '../../../server/reviews/change-reviews.ts';
import { createReviewStore } from '../../../server/reviews/review-store.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { expectClustersRight } from '../../support/check-clusters.ts';

let test: TestApp;
let connection: Connection;
let linkCopies: LinkCopies;
beforeAll(async () => {
  test = await startTestApp('link');
  connection = await mongoose.createConnection(test.uri, { autoIndex: false, autoCreate: false }).asPromise();
  const reviews = createReviewStore(connection);
  const clusters = createClusterStore(connection);
  const decisions = createDecisionStore(connection);
  const ids = createIdsStore(connection);
  const join = createJoinClusters({
    reviews,
    clusters,
    decisions,
    changeReviews: createChangeReviews(reviews, createRollupStore(connection)),
    newClusterIds: (count: number) => ids.allocate('clusters', count),
    now: () => new Date(),
  });
  linkCopies = createLinkCopies({ reviews, clusters, decisions, join, transact: createTransact(connection) });
});
afterAll(async () => {
  await connection.close();
  await test.close();
});

const api = () => request(test.app);
const post = async (product: string, text: string, externalId: string) => {
  const { body } = await api().post('/api/v1/reviews').send({ product, text, externalId });
  return idNumber(body.id);
};
const openOf = async (product: string): Promise<ClusterDetail | undefined> => {
  const { body } = await api().get(`/api/v1/duplicates?product=${product}`);
  return body.total === 0 ? undefined : (await api().get(`/api/v1/duplicates/${body.items[0].id}`)).body;
};
const decide = async (cluster: ClusterDetail | undefined, body: object): Promise<string> => {
  const path = `/api/v1/duplicates/${cluster?.id}/decisions`;
  const answer = await api()
    .post(path)
    .send({ version: cluster?.version, ...body })
    .expect(201);
  return answer.body.id;
};
/** What a server brings that had looked copies up before somebody decided, and comes late. */
const latePair = (x: number, y: number) => {
  const [a, b] = [Math.min(x, y), Math.max(x, y)];
  return { _id: `${a}-${b}`, a, b, kind: 'near' as const, score: 0.7, reasons: [], dismissedBy: null };
};
const HEAD = 'The gatepost has a new tenant, says my uncle, who talks to it whenever he fetches the newspaper at six.';
const TAIL = 'What I keep wondering is how the wasps got behind the glass, and why nobody at the shop believes me.';

it('a pair that is found after a decision on both is dismissed by it, and stands again when that is undone', async () => {
  const a = await post('late', HEAD, 'a');
  const b = await post('late', TAIL, 'b');
  await post('late', `${HEAD} ${TAIL}`, 'c');
  const decision = await decide(await openOf('late'), { action: 'not_duplicates' });
  await linkCopies([latePair(a, b)]);
  expect(await openOf('late')).toBeUndefined();
  await api().post(`/api/v1/decisions/${decision}/undo`).expect(200);
  const again = await openOf('late');
  expect(again?.size).toBe(3);
  expect(again?.pairs).toHaveLength(3);
  await expectClustersRight(connection);
});

it('a pair with a copy that was removed since is one with the review that was kept', async () => {
  const text = 'Hung up above the beehives in May, it has shown us a badger, two martens and the thief of our ladder.';
  for (const id of ['a', 'b']) await post('gone', text, id);
  const cluster = await openOf('gone');
  const kept = cluster?.survivor as string;
  const removed = cluster?.members.map(({ id }) => id).find((id) => id !== kept) as string;
  await decide(cluster, { action: 'remove', keep: [kept], reason: 'duplicate-exact' });
  const late = await post('gone', 'Nothing like the others at all: the parcel came late and the lid was torn.', 'c');
  await linkCopies([latePair(idNumber(removed), late)]);
  const open = await openOf('gone');
  expect(open?.members.map(({ id }) => id)).toContain(kept);
  expect(open?.pairs[0]?.reasons.map(({ code }) => code)).toContain('copy-of-removed');
  expect(open?.size).toBe(2);
  await expectClustersRight(connection);
});
