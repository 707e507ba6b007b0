import mongoose, { type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClusterDetail, ClusterPage } from '../../../server/contract/duplicates.ts';
import type { ReviewHistory, ReviewPage } from '../../../server/contract/reviews.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { expectClustersRight } from '../../support/check-clusters.ts';
import { importsOf } from './api-imports.ts';
import { mixedFile } from './mixed-file.ts';
import { type StoredState, standing, storedState } from './stored-state.ts';

let test: TestApp;
let connection: Connection;
beforeEach(async () => {
  test = await startTestApp('undo-import');
  connection = await mongoose.createConnection(test.uri, { autoIndex: false, autoCreate: false }).asPromise();
});
afterEach(async () => {
  await connection.close();
  await test.close();
});

const imports = importsOf(() => test.url);
const api = async <T>(method: string, path: string, body?: object) => {
  const answer = await fetch(`${test.url}/api/v1${path}`, {
    method,
    ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as T;
};
const state = () => storedState(connection);
const expectOrder = async () => {
  expect(await test.core.rollups.verify()).toEqual([]);
  await expectClustersRight(connection);
};
/** Which of the reviews with one text has its look-up keys, and which pairs connect a cluster, may be others. */
const withoutKeys = ({ reviews, clusters }: StoredState) => ({
  reviews: reviews.map(({ bands, ...review }) => review),
  texts: [...new Set(reviews.flatMap(({ bands, exact }) => (bands.length > 0 ? [exact] : [])))].sort(),
  clusters: clusters.map(({ kinds, ...cluster }) => cluster),
});
const rows = (...reviews: object[]) => reviews.map((review) => JSON.stringify(review)).join('\n');
const TEXT = 'The driveway camera reads every number plate at midnight and the lens never fogs up in autumn.';
const OTHER = 'Our budgie sings along whenever the speaker announces that someone has left a parcel outside.';

describe('undoing an import', () => {
  it('leaves what was there before, and redoing it what was there after', async () => {
    await imports.importAll(mixedFile({ rows: 150, seed: 1 }));
    const before = await state();
    const second = await imports.importAll(mixedFile({ rows: 350, seed: 2 }));
    for (const fate of ['stored', 'updated', 'unchanged', 'exactDuplicates'] as const)
      expect(second.counts[fate], fate).toBeGreaterThan(5);
    await expectOrder();
    const after = await state();

    const undone = await imports.carryOut(second.id, 'undo');
    expect(undone).toMatchObject({ state: 'undone', can: ['redo'], counts: second.counts, undo: { kept: 0 } });
    expect(undone.undo?.done).toBe(undone.undo?.total);
    await expectOrder();
    expect(standing(await state())).toEqual(before);

    const redone = await imports.carryOut(second.id, 'redo');
    expect(redone).toMatchObject({ state: 'done', can: ['undo'], counts: second.counts });
    await expectOrder();
    expect(withoutKeys(await state())).toEqual(withoutKeys(after));
  }, 120_000);

  it('tells of it in the history of the reviews, with the reason', async () => {
    await imports.importAll(rows({ id: 'a', text: TEXT, rating: 2 }));
    const { id } = await imports.importAll(rows({ id: 'a', text: TEXT, rating: 5 }, { id: 'b', text: OTHER }));
    await imports.carryOut(id, 'undo');
    const { items } = await api<ReviewPage>('GET', '/reviews?status=removed');
    expect(items).toMatchObject([{ externalId: 'b', status: 'removed', statusReason: 'import-undone' }]);
    const told = async (review: string) =>
      (await api<ReviewHistory>('GET', `/reviews/${review}/history`)).items.map(({ event, detail, actor }) =>
        [event, detail, actor].join(' '),
      );
    expect(await told(items[0]!.id)).toEqual(['created  source', `import-undone ${id} Local user`]);
    const { items: kept } = await api<ReviewPage>('GET', '/reviews?status=published');
    expect(kept).toMatchObject([{ externalId: 'a', rating: 2 }]);
    expect(await told(kept[0]!.id)).toEqual([
      'created  source',
      'updated rating source',
      `import-undone ${id} Local user`,
    ]);
  });

  it('keeps what came later: another version of a review, and a correction of the same words', async () => {
    await imports.importAll(rows({ id: 'a', text: TEXT, rating: 1 }, { id: 'b', text: OTHER, rating: 1 }));
    const second = await imports.importAll(
      rows({ id: 'a', text: TEXT, rating: 2 }, { id: 'b', text: OTHER, rating: 2 }),
    );
    const third = await imports.importAll(rows({ id: 'a', text: TEXT, rating: 3 }));
    const ratings = async () => {
      const { items } = await api<ReviewPage>('GET', '/reviews');
      return Object.fromEntries(items.map(({ externalId, rating }) => [externalId, rating]));
    };
    const { items } = await api<ReviewPage>('GET', '/reviews');
    const b = items.find(({ externalId }) => externalId === 'b')!;
    await api('PATCH', `/reviews/${b.id}`, { features: { app: 'positive' }, version: b.version });
    await imports.carryOut(second.id, 'undo');
    expect(await ratings()).toEqual({ a: 3, b: 1 });
    expect((await api<ReviewPage>('GET', '/reviews?feature=app')).items).toMatchObject([{ externalId: 'b' }]);
    await imports.carryOut(third.id, 'undo');
    expect(await ratings()).toEqual({ a: 1, b: 1 });
    await imports.carryOut(second.id, 'redo');
    expect(await ratings()).toEqual({ a: 2, b: 2 });
    await imports.carryOut(third.id, 'redo');
    expect(await ratings()).toEqual({ a: 3, b: 2 });
    await expectOrder();
  });

  it('is refused while a decision rests on its reviews, and leaves alone what is decided on meanwhile', async () => {
    await imports.importAll(rows({ id: 'a', text: TEXT }));
    const { id } = await imports.importAll(rows({ id: 'b', text: TEXT, author: 'x' }, { id: 'c', text: OTHER }));
    const [cluster] = (await api<ClusterPage>('GET', '/duplicates')).items;
    const { version, survivor } = await api<ClusterDetail>('GET', `/duplicates/${cluster!.id}`);
    const decide = { action: 'remove', keep: [survivor], reason: 'duplicate-exact', version };
    const decision = await api<{ id: string }>('POST', `/duplicates/${cluster!.id}/decisions`, decide);
    const refused = await imports.ask(id, 'undo');
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:reviewfinder:problem:decided-since' } });
    expect(refused.body.detail).toBe(
      `${id} cannot be undone: 1 decision rests on its reviews (${decision.id}). Undo that first.`,
    );
    await api('POST', `/decisions/${decision.id}/undo`);
    expect((await imports.carryOut(id, 'undo')).undo).toMatchObject({ total: 2, done: 2, kept: 0 });
    await expectOrder();
  });

  it('does not stop look-ups: what comes after has its copies, in the same words or nearly', async () => {
    const { id } = await imports.importAll(rows({ id: 'a', text: TEXT }, { id: 'b', text: OTHER }));
    await imports.carryOut(id, 'undo');
    // The same texts under another name, as after a wrong source was named.
    const again = await imports.importAll(
      rows(
        { source: 'other', id: 'a', text: TEXT },
        { source: 'other', id: 'a2', text: `${TEXT} Would buy it again.`, author: 'x' },
        { source: 'other', id: 'b2', text: OTHER, author: 'y' },
        { source: 'other', id: 'b3', text: OTHER, author: 'z' },
      ),
    );
    expect(again.counts).toMatchObject({ stored: 4, exactDuplicates: 1, nearDuplicates: 1 });
    // And when those are undone, the first ones.
    await imports.carryOut(again.id, 'undo');
    await imports.carryOut(id, 'redo');
    const third = await imports.importAll(rows({ source: 'third', id: 'a', text: `${TEXT} Would buy it twice.` }));
    expect(third.counts).toMatchObject({ stored: 1, nearDuplicates: 1 });
    await expectOrder();
  });

  it('gives the look-up keys of a text to another review that has it', async () => {
    const first = await imports.importAll(rows({ id: 'a', text: TEXT }));
    await imports.importAll(rows({ id: 'b', text: TEXT, author: 'x' }));
    await imports.carryOut(first.id, 'undo');
    const third = await imports.importAll(rows({ id: 'c', text: `${TEXT} Would buy it twice.`, author: 'y' }));
    expect(third.counts).toMatchObject({ stored: 1, nearDuplicates: 1 });
    await imports.carryOut(first.id, 'redo');
    await expectOrder();
    expect((await api<ClusterPage>('GET', '/duplicates')).items).toMatchObject([{ size: 3 }]);
  });

  it('lets the file be imported again as if for the first time', async () => {
    const file = mixedFile({ rows: 120, seed: 5 });
    const first = await imports.importAll(file);
    const after = await state();
    await imports.carryOut(first.id, 'undo');
    const again = await imports.importAll(file);
    expect(again.counts).toEqual(first.counts);
    const withoutImport = (one: StoredState) => ({
      ...one,
      reviews: one.reviews.map(({ importId, ...review }) => review),
    });
    expect(withoutImport(await state())).toEqual(withoutImport(after));
    await expectOrder();
    // The first has nothing left to redo, and the second is undone like any other.
    expect((await imports.carryOut(first.id, 'redo')).undo).toMatchObject({ total: 0 });
    await imports.carryOut(again.id, 'undo');
    expect(standing(await state()).reviews).toEqual([]);
    await expectOrder();
  }, 120_000);

  it('of what was cancelled takes back what it had stored', async () => {
    const { id } = await imports.post(mixedFile({ rows: 1600, seed: 6 }));
    await expect.poll(async () => (await imports.get(id)).counts.stored, { timeout: 30_000 }).toBeGreaterThan(0);
    await imports.ask(id, 'cancel');
    const cancelled = await imports.settled(id);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.counts.stored).toBe((await state()).reviews.length);
    await imports.carryOut(id, 'undo');
    expect(standing(await state()).reviews).toEqual([]);
    await expectOrder();
  }, 120_000);
});
