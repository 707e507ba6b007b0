import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogPage } from '../../../server/contract/moderation-log.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { runCli } from '../../support/run-cli.ts';
import { moderate } from './moderate.ts';

let test: TestApp;
let connection: Connection;
const { api, cluster, list, remove, dismiss, undo, bulk } = moderate(() => test);
beforeAll(async () => {
  test = await startTestApp('decision-log');
  connection = await mongoose.createConnection(test.uri, { autoIndex: false, autoCreate: false }).asPromise();
  const first = (await remove(await cluster('cam', 2001), { reason: 'spam', note: '=cmd|1' })).body;
  await undo(first.id).expect(200);
  await dismiss(await cluster('cam', 2002));
  await bulk({ filter: {}, action: 'not_duplicates', expected: 5 }).expect(200);
  const { exactSameAuthor, version } = (await api().get('/api/v1/moderation/rules')).body;
  await api().put('/api/v1/moderation/rules').send({ exactSameAuthor, version }).expect(200);
});
afterAll(async () => {
  await connection.close();
  await test.close();
});

interface Row {
  _id: number;
  hash: string;
}
const rows = () => connection.collection<Row>('decision_log');
const page = async (query = ''): Promise<LogPage> =>
  (await api().get(`/api/v1/decisions/log?${query}`).expect(200)).body;
const cli = (...args: string[]) => runCli(['log', ...args], { env: { MONGODB_URI: test.uri } });
const ACTIONS = ['decide', 'undo', 'decide', 'bulk', 'decide', 'set-rules'];

describe('the log', () => {
  it('has a row for every decision, undo, bulk and change of rules, without gaps, each hashed with the one before', async () => {
    const { items, head } = await page();
    expect(items.map(({ action }) => action)).toEqual(ACTIONS);
    expect(items.map(({ seq }) => seq)).toEqual(ACTIONS.map((_, index) => index + 1));
    expect(items.slice(1).map(({ prevHash }) => prevHash)).toEqual(items.slice(0, -1).map(({ hash }) => hash));
    expect(items[0]).toMatchObject({ actor: 'Local user', payload: { reason: 'spam', note: '=cmd|1', bulk: null } });
    expect(head).toEqual({ seq: 6, hash: items.at(-1)?.hash });
  });

  it('is read in pages', async () => {
    const first = await page('limit=4');
    const second = await page(`limit=4&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(second.next).toBeNull();
  });

  it('has no row of what was refused', async () => {
    const id = (await list('state=not_duplicates')).items[0]?.id ?? '';
    await remove(id).then(({ status }) => expect(status).toBe(409));
    expect((await page()).items).toHaveLength(ACTIONS.length);
  });

  it('comes as a file that a spreadsheet takes for text, as do the decisions', async () => {
    const csv = (path: string) => api().get(path).set('Accept', 'text/csv').expect(200);
    const log = await csv('/api/v1/decisions/log');
    expect(log.headers['content-type']).toContain('text/csv');
    expect(log.text.split('\r\n')).toHaveLength(ACTIONS.length + 2);
    const { text } = await csv('/api/v1/decisions?reason=spam');
    expect(text).toContain("'=cmd|1");
    expect(text.split('\r\n')).toHaveLength(3);
    expect((await csv('/api/v1/decisions?moderator=Ann')).text).toMatch(/^id,at,actor,.*\r\n$/);
  });
});

describe('decisions', () => {
  it.each([
    ['undone=true', 1],
    ['undone=false', 2],
    ['reason=spam', 1],
    ['action=not_duplicates', 2],
    ['moderator=Local%20user&action=remove', 1],
    ['moderator=Ann', 0],
    ['bulk=B-1', 1],
    ['from=2020-01-01&to=2020-12-31', 0],
    ['from=2020-01-01', 3],
    ['cluster=C-1', 2],
  ])('filtered by %s are %i', async (query, count) => {
    expect((await api().get(`/api/v1/decisions?${query}`).expect(200)).body.items).toHaveLength(count);
  });

  it('say what stands in the way of undoing them', async () => {
    const [later] = (await api().get('/api/v1/decisions?cluster=C-1&undone=false')).body.items;
    expect((await api().get(`/api/v1/decisions/${later.id}`).expect(200)).body).toMatchObject({ blockedBy: null });
    await api().get('/api/v1/decisions/D-999999').expect(404);
  });
});

// Starts processes of its own.
describe('log verify', { timeout: 120_000 }, () => {
  const answer = (stdout: string) =>
    JSON.parse(stdout) as { ok: boolean; break: { seq: number; fault: string } | null };
  const broken = async (kept?: string) => (await test.core.services.decisionLog.verify(kept)).break;

  it('says that all is there, and that the head noted elsewhere is', async () => {
    const head = JSON.parse((await cli('head')).stdout);
    expect(head).toEqual((await page()).head);
    const { code, stdout } = await cli('verify', '--head', head.hash);
    expect(answer(stdout)).toMatchObject({ ok: true, rows: ACTIONS.length, break: null });
    expect(code).toBe(0);
    expect((await cli('verify', '--head', 'nothing')).code).toBe(2);
  });

  it('names the row that was changed, is missing, or was cut off', async () => {
    const [third, last] = (await rows()
      .find({ _id: { $in: [3, 6] } })
      .sort({ _id: 1 })
      .toArray()) as Row[] as [Row, Row];
    await rows().updateOne({ _id: 3 }, { $set: { actor: 'Eve' } });
    const { code, stdout } = await cli('verify');
    expect(answer(stdout)).toMatchObject({ ok: false, break: { seq: 3, fault: 'changed' } });
    expect(code).toBe(1);
    await rows().deleteOne({ _id: 3 });
    expect(await broken()).toMatchObject({ seq: 3, fault: 'missing' });
    await rows().insertOne(third);
    await rows().deleteOne({ _id: 6 });
    expect(await broken()).toMatchObject({ seq: 6, fault: 'cut' });
    await rows().insertOne(last);
    expect(await broken('a'.repeat(64))).toMatchObject({ fault: 'cut' });
    const heads = connection.collection('decision_log_head');
    await heads.updateOne({}, { $set: { seq: 5, hash: third.hash } });
    expect(await broken()).toMatchObject({ seq: 5, fault: 'changed' });
    await heads.updateOne({}, { $set: { seq: 6, hash: last.hash } });
    expect(await broken()).toBeNull();
  });

  it('finds nothing wrong with payloads that were erased', async () => {
    await rows().updateOne({ _id: 1 }, { $set: { payload: null, erasedAt: new Date() } });
    expect((await page()).items[0]).toMatchObject({ payload: null, erasedAt: expect.any(String) });
    expect(await broken()).toBeNull();
  });
});
