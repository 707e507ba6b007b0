import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';
import type { ExactSameAuthor, Rules, RulesAnswer } from '../../../server/contract/moderation.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { moderate, textOf } from './moderate.ts';

let test: TestApp;
/** Later than today: MongoDB itself takes claims away that have ended. */
let clock = new Date('2090-05-01T12:00:00Z');
const { api, cluster, post, detail, remove, dismiss, undo } = moderate(() => test);
beforeAll(async () => {
  test = await startTestApp('rules', { now: () => clock });
});
afterAll(() => test.close());

const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
const ON: ExactSameAuthor = { enabled: true, keep: 'suggested', relation: ['same'], minAgeMinutes: 30 };
const rules = async (): Promise<Rules> => (await api().get('/api/v1/moderation/rules').expect(200)).body;
const set = async (exactSameAuthor: ExactSameAuthor, extra: object = {}): Promise<RulesAnswer> => {
  const body = { exactSameAuthor, version: (await rules()).version, ...extra };
  return (await api().put('/api/v1/moderation/rules').send(body).expect(200)).body;
};
const run = () => test.core.moderation.ruleRunner.runOnce();
const stateOf = async (id: string) => (await detail(id)).state;

let texts = 4000;
const byKim = (n = 2, extra: object = {}) => {
  texts += 1;
  return cluster(
    'cam',
    texts,
    Array.from({ length: n }, () => ({ author: 'Kim', ...extra })),
  );
};
const members = ({ members: all }: ClusterDetail) => all.map(({ id, status }) => [id, status]);

describe('the rule on exact copies by one author', () => {
  it('is off until it is set, and decides nothing then', async () => {
    expect(await rules()).toMatchObject({ version: 0, updatedBy: null, exactSameAuthor: { enabled: false } });
    const id = await byKim();
    pass(60);
    expect(await run()).toBe(0);
    expect(await stateOf(id)).toBe('open');
  });

  it('tells what it would do, and what people did in such cases', async () => {
    const [alike, otherwise] = [await byKim(), await byKim()];
    await remove(alike);
    await dismiss(otherwise);
    const open = await byKim(3);
    const before = await rules();
    expect((await set({ ...ON, minAgeMinutes: 60 }, { dryRun: true })).preview?.open.count).toBe(1);
    const { preview, rules: standing } = await set({ ...ON, minAgeMinutes: 0 }, { dryRun: true });
    expect(standing).toEqual(before);
    expect(preview).toMatchObject({ open: { count: 2, removes: 3 }, lastMonth: { count: 2, alike: 1, otherwise: 1 } });
    expect(preview?.open.examples.map(({ id }) => id)).toContain(open);
    expect(await stateOf(open)).toBe('open');
  });

  it('decides what it speaks of once that is old enough, in the log and by its own name', async () => {
    await set(ON);
    const fresh = await byKim();
    expect(await run()).toBe(1); // what the first test left open
    expect(await stateOf(fresh)).toBe('open');
    pass(30);
    expect(await run()).toBe(2);
    const { decisions } = await detail(fresh);
    expect(decisions[0]).toMatchObject({
      actor: 'rule:exact-same-author',
      action: 'remove',
      reason: 'duplicate-exact',
    });
    const { items } = (await api().get('/api/v1/decisions/log?limit=200')).body;
    expect(items.at(-1)).toMatchObject({ actor: 'rule:exact-same-author', subject: decisions[0]?.id });
  });

  it('leaves other clusters to people', async () => {
    texts += 1;
    const ids = [
      await cluster('cam', texts + 1000, [{ author: 'Kim' }, { author: 'Lee' }]),
      await cluster('cam', texts + 1001, [{}, {}]),
      await byKim(2).then(async (id) => {
        const text = (await detail(id)).members[0]?.text;
        await post('cam', `${text} Sent from my phone, would buy again.`, { author: 'Kim' });
        return id;
      }),
      await cluster('cam', texts + 1002, [{ author: 'Kim' }, { author: 'Kim', source: 't' }]),
    ];
    const claimed = await byKim();
    pass(31);
    await test.core.services.claims.claim(Number(claimed.slice(2)), 'Ann', false);
    expect(await run()).toBe(0);
    for (const id of [...ids, claimed]) expect(await stateOf(id)).toBe('open');
  });

  it('never decides again what was undone, even when a copy more comes', async () => {
    const id = await byKim();
    pass(31);
    await run();
    const before = await detail(id);
    await undo(before.decisions[0]?.id ?? '').expect(200);
    pass(31);
    expect(await run()).toBe(0);
    const again = await detail(id);
    await post('cam', again.members[0]?.text ?? '', { author: 'Kim' });
    pass(31);
    expect(await run()).toBe(0);
    expect(await stateOf(id)).toBe('open');
    const { preview } = await set(ON, { dryRun: true });
    expect(preview?.open.examples.map((example) => example.id)).not.toContain(id);
  });

  it('keeps the earliest where that is asked, one of each product', async () => {
    await set({ ...ON, keep: 'earliest', relation: ['same', 'variant'], minAgeMinutes: 0 });
    await run();
    texts += 1;
    const text = textOf(texts + 2000);
    const dates = ['2026-03-03', '2026-03-01', '2026-03-02'];
    const posted = [];
    for (const date of dates) posted.push(await post('cam-x', text, { author: 'Kim', date }));
    posted.push(await post('cam-y', text, { author: 'Kim', date: '2026-03-05' }));
    expect(await run()).toBe(1);
    const id = posted[1]?.cluster as string;
    expect(new Map(members(await detail(id)) as [string, string][])).toEqual(
      new Map(posted.map(({ id: review }, at) => [review, at === 1 || at === 3 ? 'published' : 'removed'])),
    );
  });

  it('is not set over what somebody else has set', async () => {
    const { version } = await rules();
    await set({ ...ON, enabled: false });
    const refused = await api().put('/api/v1/moderation/rules').send({ exactSameAuthor: ON, version }).expect(409);
    expect(refused.body.type).toBe('urn:reviewfinder:problem:version-conflict');
    expect((await rules()).exactSameAuthor.enabled).toBe(false);
    await byKim();
    pass(60);
    expect(await run()).toBe(0);
  });
});
