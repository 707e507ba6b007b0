import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClusterDetail, Decision } from '../../../server/contract/duplicates.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
let product = '';
let number = 0;
beforeAll(async () => {
  test = await startTestApp('decisions');
});
afterAll(() => test.close());
beforeEach(() => {
  number += 1;
  product = `cam-${number}`;
});

/** One for each test: the tests share a database, and like texts would be copies of one another. */
const TEXTS = [
  'We mounted it above the garage door and even at midnight you can read number plates across the street.',
  'My mother follows the bird feeder on her tablet all day long and has never once lost the picture.',
  'Two cables, four screws, one ladder: after twenty minutes everything on the porch was up and running.',
  'The siren startled the whole neighbourhood when a hedgehog wandered past our kitchen window at dawn.',
  'Frost, hail and a week of fog did nothing to the housing that hangs under our balcony since winter.',
  'Without paying every month you only get a still image, which nobody told us in the showroom.',
  'Charging takes an evening, afterwards the battery lasts from the school holidays until Easter.',
  'Their helpdesk answered within the hour and sent a new bracket without asking for the old one.',
  'Half of the recordings of last weekend are missing although the memory card is brand new.',
  'Talking with the courier through the speaker works as if he stood right next to the sofa.',
  'The lens covers our driveway and both hedges, so the second unit goes back to the shop tomorrow.',
  'Since the router was moved upstairs the stream stutters every few seconds on all three phones.',
  'It looks like a toy, feels like a toy and came off its magnet when the cat jumped at it.',
  'Only people set off the alarm now, the branches of the willow are finally left in peace.',
  'Our landlord counts the bicycles in the yard with it and has not gone down the stairs for that since June.',
  'Somebody at the depot had packed the mount of another model, so mine hung on a nail for the first two weeks.',
  'Through the hole in the fence it has by now shown me every fox, jogger and postman of the parish.',
  'For the price of a dinner you get a sturdy little watchman that simply does what it promises.',
];
const text = () => TEXTS[number] as string;

const api = () => request(test.app);
const postCopy = async (id: string, extra: object = {}) => {
  const answer = await api()
    .post('/api/v1/reviews')
    .send({ source: 's', externalId: `${product}-${id}`, product, text: text(), rating: 5, ...extra });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; cluster: string | null };
};
const clusterOf = async (): Promise<ClusterDetail> => {
  const list = await api().get(`/api/v1/duplicates?product=${product}`);
  expect(list.body.items).toHaveLength(1);
  return (await api().get(`/api/v1/duplicates/${list.body.items[0].id}`)).body;
};
const openClusters = async () => (await api().get(`/api/v1/duplicates?product=${product}`)).body.total as number;
const counted = async () => {
  const { body } = await api().get(`/api/v1/analytics/duplicates-effect?product=${product}`);
  return { once: body.once.reviews as number, all: body.all.reviews as number };
};
const decide = (cluster: ClusterDetail, body: object) =>
  api()
    .post(`/api/v1/duplicates/${cluster.id}/decisions`)
    .send({ version: cluster.version, ...body });
const removeCopies = (cluster: ClusterDetail) => {
  const keep = [cluster.survivor];
  const remove = cluster.members.map((member) => member.id).filter((id) => id !== cluster.survivor);
  return decide(cluster, { action: 'remove', keep, remove, reason: 'duplicate-exact' });
};
const expectRollupsRight = async () => expect(await test.core.rollups.verify()).toEqual([]);

describe('a cluster', () => {
  it('has its members, why, the survivor and the effect', async () => {
    await postCopy('a', { date: '2026-03-04', rating: 4 });
    await postCopy('b', { date: '2026-03-02', author: 'Kim' });
    const cluster = await clusterOf();
    expect(cluster).toMatchObject({
      state: 'open',
      kind: 'exact',
      size: 2,
      products: [product],
      survivorReason: 'Earliest',
    });
    expect(cluster.members[0]).toMatchObject({ id: cluster.survivor, author: 'Kim', countedOnce: true });
    expect(cluster.members[1]).toMatchObject({ countedOnce: false });
    expect(cluster.pairs).toHaveLength(1);
    const [stars] = cluster.effects;
    expect(stars).toMatchObject({
      measure: 'Average stars',
      now: { value: 5, n: 1 },
      ifRemoved: { value: 5, n: 1 },
      ifKept: { value: 4.5, n: 2 },
    });
    expect(await counted()).toEqual({ once: 1, all: 2 });
  });

  it('grows with each copy and is one cluster', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await postCopy(id);
    expect((await clusterOf()).size).toBe(4);
    expect(await counted()).toEqual({ once: 1, all: 4 });
    await expectRollupsRight();
  });

  it('falls apart when a text is changed', async () => {
    await postCopy('a');
    await postCopy('b');
    const changed = await api()
      .post('/api/v1/reviews')
      .send({ source: 's', externalId: `${product}-b`, product, text: 'Arrived quickly, and the box was fine.' });
    expect(changed.body).toMatchObject({ result: 'updated', cluster: null });
    expect(await openClusters()).toBe(0);
    expect(await counted()).toEqual({ once: 2, all: 2 });
    await expectRollupsRight();
  });
});

describe('removing the copies', () => {
  it('takes them out of all counts at once, and undo puts everything back', async () => {
    for (const id of ['a', 'b', 'c']) await postCopy(id);
    const before = await clusterOf();
    const decision = await removeCopies(before);
    expect(decision.status).toBe(201);
    expect(decision.body).toMatchObject({
      action: 'remove',
      kept: [before.survivor],
      reason: 'duplicate-exact',
      undoneAt: null,
    });
    expect(await counted()).toEqual({ once: 1, all: 1 });
    expect(await openClusters()).toBe(0);
    const removed = await api().get(`/api/v1/reviews/${decision.body.removed[0]}`);
    expect(removed.body).toMatchObject({ status: 'removed', statusReason: 'duplicate-exact', countedOnce: false });
    await expectRollupsRight();

    const undone = await api().post(`/api/v1/decisions/${decision.body.id}/undo`);
    expect(undone.status).toBe(200);
    expect(undone.body.undoneAt).not.toBeNull();
    const after = await clusterOf();
    expect(after).toMatchObject({ id: before.id, state: 'open', survivor: before.survivor, size: 3 });
    expect(after.pairs).toEqual(before.pairs);
    expect(after.members.map((member) => [member.id, member.status, member.countedOnce])).toEqual(
      before.members.map((member) => [member.id, member.status, member.countedOnce]),
    );
    expect(await counted()).toEqual({ once: 1, all: 3 });
    await expectRollupsRight();
  });

  it('can keep another one than suggested, and more than one', async () => {
    for (const id of ['a', 'b', 'c']) await postCopy(id);
    const cluster = await clusterOf();
    const [first, second, third] = cluster.members.map((member) => member.id);
    const decision = await decide(cluster, {
      action: 'remove',
      keep: [second, third],
      remove: [first],
      reason: 'other',
      note: 'wrong name',
    });
    expect(decision.body).toMatchObject({ kept: [second, third], removed: [first], note: 'wrong name' });
    expect(await counted()).toEqual({ once: 2, all: 2 });
    await expectRollupsRight();
  });

  it('asks again when one more copy comes, against the one that was kept', async () => {
    await postCopy('a');
    await postCopy('b');
    const first = await clusterOf();
    await removeCopies(first);
    const late = await postCopy('c');
    const again = await clusterOf();
    expect(again.members.map((member) => member.id)).toEqual([first.survivor, late.id]);
    expect(await counted()).toEqual({ once: 1, all: 2 });
    await expectRollupsRight();
  });
});

describe('saying "not duplicates"', () => {
  it('counts each, is remembered, and asks again only for a new member', async () => {
    await postCopy('a');
    await postCopy('b');
    const cluster = await clusterOf();
    expect((await decide(cluster, { action: 'not_duplicates' })).status).toBe(201);
    expect(await openClusters()).toBe(0);
    expect(await counted()).toEqual({ once: 2, all: 2 });
    await postCopy('c');
    const again = await clusterOf();
    expect(again.size).toBe(3);
    expect(again.pairs.filter((pair) => pair.dismissed)).toHaveLength(1);
    expect(await counted()).toEqual({ once: 2, all: 3 });
    await expectRollupsRight();
  });

  it('is remembered for members that were never compared with one another', async () => {
    const [head, tail] = [`Half one of ${product}. ${text()}`, `${text().split(' ').reverse().join(' ')} Half two.`];
    await postCopy('a', { text: head });
    await postCopy('b', { text: tail });
    expect(await openClusters()).toBe(0);
    await postCopy('c', { text: `${head} ${tail}` });
    const cluster = await clusterOf();
    expect(cluster.size).toBe(3);
    expect(cluster.pairs).toHaveLength(2);
    await decide(cluster, { action: 'not_duplicates' });
    await postCopy('d', { text: `${head} ${tail}` });
    expect((await clusterOf()).size).toBe(4);
    expect(await counted()).toEqual({ once: 3, all: 4 });
    await expectRollupsRight();
  });

  it('says nothing of a text that was written since', async () => {
    await postCopy('a');
    await postCopy('b');
    await decide(await clusterOf(), { action: 'not_duplicates' });
    const repost = (words: string) =>
      api()
        .post('/api/v1/reviews')
        .send({ source: 's', externalId: `${product}-b`, product, text: words })
        .expect(200);
    await repost('Arrived quickly, and the box was fine.');
    await repost(`${text()} Bought twice.`);
    expect((await clusterOf()).size).toBe(2);
    expect(await counted()).toEqual({ once: 1, all: 2 });
    await expectRollupsRight();
  });

  it('can be undone', async () => {
    await postCopy('a');
    await postCopy('b');
    const decision = await decide(await clusterOf(), { action: 'not_duplicates' });
    await api().post(`/api/v1/decisions/${decision.body.id}/undo`).expect(200);
    expect(await counted()).toEqual({ once: 1, all: 2 });
    expect((await clusterOf()).state).toBe('open');
    await expectRollupsRight();
  });
});

describe('conflicts', () => {
  const setUp = async () => {
    await postCopy('a');
    await postCopy('b');
    return clusterOf();
  };

  it('of two decisions at the same moment exactly one wins, the other hears who decided', async () => {
    const cluster = await setUp();
    const answers = await Promise.all([
      removeCopies(cluster),
      decide(cluster, { action: 'not_duplicates' }),
      removeCopies(cluster),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect(lost?.body.detail).toContain('Local user');
    await expectRollupsRight();
  });

  it('a cluster that has grown since it was seen is not decided', async () => {
    const cluster = await setUp();
    await postCopy('c');
    expect((await removeCopies(cluster)).status).toBe(409);
  });

  it.each([
    ['a member is missing', (c: ClusterDetail) => ({ keep: [c.survivor], remove: [c.survivor] })],
    ['a stranger is named', (c: ClusterDetail) => ({ keep: [c.survivor], remove: ['R-999999'] })],
    [
      'a stranger is named beside all members',
      ({ survivor, members }: ClusterDetail) => ({
        keep: [survivor],
        remove: [...members.map(({ id }) => id).filter((id) => id !== survivor), 'R-999999'],
      }),
    ],
  ])('is refused when %s', async (_, lists) => {
    const cluster = await setUp();
    const answer = await decide(cluster, { action: 'remove', reason: 'duplicate-exact', ...lists(cluster) });
    expect(answer.status).toBe(422);
    expect(await counted()).toEqual({ once: 1, all: 2 });
  });

  it('a removal needs a reason', async () => {
    const cluster = await setUp();
    const answer = await decide(cluster, {
      action: 'remove',
      keep: [cluster.survivor],
      remove: [cluster.members[1]?.id],
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe('/reason');
  });

  it('undo a second time, or under a later decision, says why not', async () => {
    const first: Decision = (await removeCopies(await setUp())).body;
    await postCopy('c');
    const second: Decision = (await removeCopies(await clusterOf())).body;
    const blocked = await api().post(`/api/v1/decisions/${first.id}/undo`);
    expect(blocked.status).toBe(409);
    expect(blocked.body.detail).toContain(second.id);
    await api().post(`/api/v1/decisions/${second.id}/undo`).expect(200);
    await api().post(`/api/v1/decisions/${second.id}/undo`).expect(409);
    await api().post(`/api/v1/decisions/${first.id}/undo`).expect(200);
    expect((await clusterOf()).size).toBe(3);
    expect(await counted()).toEqual({ once: 1, all: 3 });
    await expectRollupsRight();
  });
});
