import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { moderate } from './moderate.ts';

let test: TestApp;
/** Later than today: MongoDB itself takes claims away that have ended. */
let clock = new Date('2090-05-01T12:00:00Z');
const { api, cluster, list, detail, remove } = moderate(() => test);
beforeAll(async () => {
  test = await startTestApp('claims', { now: () => clock });
});
afterAll(() => test.close());

const MINUTE = 60_000;
const pass = (ms: number) => {
  clock = new Date(clock.getTime() + ms);
};
const number = (id: string) => Number(id.slice(2));
const byAnn = (id: string, takeOver = false) => test.core.services.claims.claim(number(id), 'Ann', takeOver);
const put = (id: string, body: object = {}) => api().put(`/api/v1/duplicates/${id}/claim`).send(body);
const claimOf = async (id: string) => (await detail(id)).claim;

let texts = 100;
const open = () => {
  texts += 1;
  return cluster('cam', texts);
};

describe('a claim', () => {
  it('is shown in the list and in the detail, renewed, and ends after five minutes', async () => {
    const id = await open();
    const { body } = await put(id).expect(200);
    expect(body).toEqual({
      actor: 'Local user',
      until: new Date(clock.getTime() + 5 * MINUTE).toISOString(),
      mine: true,
    });
    expect(await claimOf(id)).toEqual(body);
    expect((await list('claimed=mine')).items.map((item) => item.claim)).toEqual([body]);
    pass(4 * MINUTE);
    const { until } = (await put(id).expect(200)).body;
    pass(4 * MINUTE);
    expect(await claimOf(id)).toMatchObject({ until });
    pass(MINUTE);
    expect(await claimOf(id)).toBeNull();
    expect((await list('claimed=mine')).total).toBe(0);
  });

  it('of another is told of, refused with who and until, and can be taken over', async () => {
    const id = await open();
    const claim = await byAnn(id);
    const theirs = { ...claim, mine: false };
    expect(await claimOf(id)).toEqual(theirs);
    for (const refused of [await put(id), await api().delete(`/api/v1/duplicates/${id}/claim`)]) {
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ type: 'urn:reviewfinder:problem:claimed', claim: theirs });
      expect(refused.body.detail).toContain('Ann');
    }
    expect((await list('claimed=others')).items.map((item) => item.id)).toEqual([id]);
    expect((await list('claimed=free')).items.map((item) => item.id)).not.toContain(id);
    await put(id, { takeOver: true }).expect(200);
    await expect(byAnn(id)).rejects.toMatchObject({ code: 'claimed' });
    await api().delete(`/api/v1/duplicates/${id}/claim`).expect(204);
    await api().delete(`/api/v1/duplicates/${id}/claim`).expect(204);
    expect(await claimOf(id)).toBeNull();
  });

  it('of another that has ended is free', async () => {
    const id = await open();
    await byAnn(id);
    pass(5 * MINUTE);
    await put(id).expect(200);
  });

  it('keeps others from deciding, unless they take over; it goes with the decision', async () => {
    const id = await open();
    await byAnn(id);
    const refused = await remove(id);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ type: 'urn:reviewfinder:problem:claimed', claim: { actor: 'Ann' } });
    const decided = await remove(id, { takeOver: true });
    expect(decided.status).toBe(201);
    await api().post(`/api/v1/decisions/${decided.body.id}/undo`).expect(200);
    expect(await claimOf(id)).toBeNull();
  });

  it('is not of what is decided or not there', async () => {
    const id = await open();
    const decision = (await remove(id)).body;
    const refused = await put(id).expect(409);
    expect(refused.body).toMatchObject({ decision: { id: decision.id, actor: 'Local user', removed: 1 } });
    await put('C-999999').expect(404);
    await api().delete('/api/v1/duplicates/C-999999/claim').expect(404);
  });

  it('is had by one of many who ask at the same moment', async () => {
    const id = await open();
    const names = ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'];
    const asked = await Promise.allSettled(
      names.map((name) => test.core.services.claims.claim(number(id), name, false)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
