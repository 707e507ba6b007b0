import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bulk, BulkPreview } from '../../../server/contract/moderation-bulk.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { expectClustersRight } from '../../support/check-clusters.ts';
import { moderate } from './moderate.ts';

let test: TestApp;
let connection: Connection;
const { api, cluster, post, list, detail, remove, undo, bulk, finished } = moderate(() => test);
let product = '';
let texts = 0;
beforeAll(async () => {
  test = await startTestApp('bulk');
  connection = await mongoose.createConnection(test.uri, { autoIndex: false, autoCreate: false }).asPromise();
});
afterAll(async () => {
  await connection.close();
  await test.close();
});
beforeEach(() => {
  product = `cam-${texts}`;
});

const open = (copies?: object[]) => {
  texts += 1;
  return cluster(product, 1000 + texts, copies);
};
const openOnes = async () => (await list(`product=${product}`)).items.map(({ id }) => id);
const removeAll = () => ({ filter: { product }, action: 'remove', reason: 'suggested' });
const results = (answer: Bulk) => Object.fromEntries(answer.rows.map(({ id, result }) => [id, result]));
const expectRight = async () => {
  expect(await test.core.rollups.verify()).toEqual([]);
  await expectClustersRight(connection);
  expect((await test.core.services.decisionLog.verify()).break).toBeNull();
};

describe('a dry run', () => {
  it('says how many match, with examples, and decides nothing', async () => {
    const ids = [await open(), await open([{}, {}, {}])];
    const { body }: { body: BulkPreview } = await bulk({ ...removeAll(), dryRun: true }).expect(200);
    expect(body).toMatchObject({ count: 2, removes: 3, filter: { product } });
    expect(body.examples.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(await openOnes()).toHaveLength(2);
  });
});

describe('a bulk', () => {
  it('decides what matches but for exceptions, each for its own reason, and is undone as a whole', async () => {
    const [one, other, spared] = [await open([{}, {}, {}]), await open([{}, { source: 't' }]), await open()];
    const { body }: { body: Bulk } = await bulk({ ...removeAll(), exclude: [spared], expected: 2 }).expect(200);
    expect(body).toMatchObject({ state: 'done', count: 2, decided: 2, skipped: 0, failed: 0, actor: 'Local user' });
    expect(results(body)).toEqual({ [one]: 'decided', [other]: 'decided' });
    expect(await openOnes()).toEqual([spared]);
    const { items } = (await api().get(`/api/v1/decisions?bulk=${body.id}`)).body;
    expect(items.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
      'duplicate-exact',
      'syndicated-copy',
    ]);
    expect(items.every((item: { bulk: string }) => item.bulk === body.id)).toBe(true);
    await expectRight();

    const undone: Bulk = (await api().post(`/api/v1/bulks/${body.id}/undo`).expect(200)).body;
    expect(undone).toMatchObject({ state: 'undone', undone: 2, undoneBy: 'Local user' });
    expect((await openOnes()).sort()).toEqual([one, other, spared].sort());
    await expectRight();
    await api().post(`/api/v1/bulks/${body.id}/undo`).expect(409);
  });

  it('decides clusters by name, and says of each that it passed over why', async () => {
    const [decided, claimed, fine] = [await open(), await open(), await open()];
    await remove(decided);
    await test.core.services.claims.claim(Number(claimed.slice(2)), 'Ann', false);
    const ids = [decided, claimed, fine, 'C-999999'];
    const { body }: { body: Bulk } = await bulk({ ids, action: 'not_duplicates', expected: 4 }).expect(200);
    expect(results(body)).toEqual({
      ...{ [decided]: 'skipped', [claimed]: 'skipped', [fine]: 'decided', 'C-999999': 'skipped' },
    });
    const why = (id: string) => body.rows.find((row) => row.id === id)?.why;
    expect(why(decided)).toContain('Local user');
    expect(why(claimed)).toContain('Ann');
    const taken: Bulk = (await bulk({ ids: [claimed], action: 'not_duplicates', expected: 1, takeOver: true })).body;
    expect(results(taken)).toEqual({ [claimed]: 'decided' });
  });

  it('decides nothing when more match than were shown', async () => {
    await open();
    await open();
    const refused = await bulk({ ...removeAll(), expected: 1 }).expect(409);
    expect(refused.body).toMatchObject({ type: 'urn:reviewfinder:problem:count-differs', count: 2 });
    expect(await openOnes()).toHaveLength(2);
  });

  it('passes over what has changed since it was shown', async () => {
    const [grown, same] = [await open(), await open()];
    const shownAt = (await list(`product=${product}`)).now;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { members } = await detail(grown);
    await post(product, members[0]?.text ?? '');
    const { body }: { body: Bulk } = await bulk({ ...removeAll(), expected: 2, shownAt }).expect(200);
    expect(results(body)).toEqual({ [grown]: 'skipped', [same]: 'decided' });
  });

  it('passes over clusters of which all is to be kept', async () => {
    texts += 1;
    const id = await cluster(product, 1000 + texts, [{}]).then(() => cluster(`${product}-v`, 1000 + texts, [{}]));
    const { body }: { body: Bulk } = await bulk({ ids: [id], action: 'remove', reason: 'spam', expected: 1 });
    expect(body.rows).toMatchObject([{ result: 'skipped' }]);
    expect(await openOnes()).toEqual([id]);
  });

  it('is undone but for what was decided on later, and the rest when that is undone', async () => {
    const [blocked, free] = [await open(), await open()];
    const { body }: { body: Bulk } = await bulk({ ...removeAll(), expected: 2 }).expect(200);
    const kept = (await detail(blocked)).members.find(({ status }) => status === 'published');
    const late = (await post(product, kept?.text ?? '')).cluster as string;
    const later = (await remove(late)).body;
    const partly: Bulk = (await api().post(`/api/v1/bulks/${body.id}/undo`).expect(200)).body;
    expect(partly).toMatchObject({ undone: 1 });
    const undoOf = (answer: Bulk, id: string) => answer.rows.find((row) => row.id === id)?.undo;
    expect(undoOf(partly, free)).toEqual({ result: 'undone', why: null });
    expect(undoOf(partly, blocked)).toMatchObject({ result: 'failed', why: expect.stringContaining(later.id) });
    await undo(later.id).expect(200);
    const wholly: Bulk = (await api().post(`/api/v1/bulks/${body.id}/undo`).expect(200)).body;
    expect(wholly).toMatchObject({ undone: 2 });
    await expectRight();
  });

  it.each([
    [{ action: 'remove', filter: {}, expected: 1 }, '/reason'],
    [{ action: 'not_duplicates', expected: 1 }, '/filter'],
    [{ action: 'not_duplicates', filter: {}, ids: ['C-1'], expected: 1 }, '/filter'],
    [{ action: 'not_duplicates', ids: ['C-1'], exclude: ['C-1'], expected: 1 }, '/exclude'],
    [{ action: 'not_duplicates', filter: {} }, '/expected'],
    [{ action: 'not_duplicates', filter: { state: 'removed' }, expected: 1 }, '/filter/state'],
    [{ action: 'not_duplicates', filter: {}, expected: 5001 }, '/expected'],
  ])('is refused as %j', async (body, pointer) => {
    const refused = await bulk(body).expect(422);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  it('that is not there is not found', async () => {
    await api().get('/api/v1/bulks/B-999999').expect(404);
    await api().post('/api/v1/bulks/B-999999/undo').expect(404);
  });

  it('that was left in the middle is gone on with, nothing twice', async () => {
    const ids = [await open(), await open(), await open()];
    const { body }: { body: Bulk } = await bulk({ ...removeAll(), expected: 3 }).expect(200);
    await api().post(`/api/v1/bulks/${body.id}/undo`).expect(200);
    // As it is stored when a server ends after the first row.
    const number = Number(body.id.slice(2));
    const rows = connection.collection('bulk_rows');
    const first = (await remove(ids[0] as string)).body;
    await rows.updateMany({ bulk: number }, { $set: { result: 'waiting', decision: null, undo: null } });
    for (const [n, id] of ids.entries()) {
      const { version } = await detail(id);
      const cluster = Number(id.slice(2));
      await rows.updateOne({ bulk: number, n }, { $set: { cluster, version } });
    }
    const decision = Number(first.id.slice(2));
    await rows.updateOne({ bulk: number, n: 0 }, { $set: { result: 'decided', decision } });
    await connection.collection('bulks').updateOne({ _id: number as never }, { $set: { state: 'running' } });
    await test.core.moderation.bulkRunner.run(number);
    const done = await finished(body.id);
    expect(done).toMatchObject({ state: 'done', decided: 3 });
    const { items } = (await api().get('/api/v1/decisions?undone=false&limit=200')).body;
    for (const id of ids) expect(items.filter((item: { cluster: string }) => item.cluster === id)).toHaveLength(1);
    await expectRight();
  });
});
