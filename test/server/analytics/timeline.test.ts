import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTimelineService, type TimelineImport } from '../../../server/analytics/timeline-service.ts';
import type { Trend } from '../../../server/contract/analytics.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
const at = (path: string) => `/api/v1${path}`;
beforeAll(async () => {
  test = await startTestApp('timeline', { now: () => new Date('2026-05-29T09:00:00Z') });
  await request(test.app)
    .post(at('/reviews'))
    .send({
      reviews: [1, 20].map((day) => ({
        product: 'alpha',
        text: 'The app crashes all the time.',
        date: `2026-05-${String(day).padStart(2, '0')}`,
        author: `A ${day}`,
      })),
    });
});
afterAll(() => test.close());

const list = async (query = '') => {
  const answer = await request(test.app).get(at(`/events${query}`));
  expect(answer.status).toBe(200);
  return (answer.body.items as { title: string }[]).map(({ title }) => title);
};

describe('notes', () => {
  it('are written, changed, listed by day and product, shown beside the trend, and removed', async () => {
    const [late, early] = await Promise.all(
      [
        { day: '2026-05-12', title: ' Firmware 3.1 ', product: 'alpha' },
        { day: '2026-05-02', title: 'Price cut' },
      ].map((note) => request(test.app).post(at('/events')).send(note)),
    );
    expect([late?.status, early?.status]).toEqual([201, 201]);
    expect(late?.headers['location']).toBe(`/api/v1/events/${late?.body.id}`);
    expect(late?.body).toMatchObject({ kind: 'note', title: 'Firmware 3.1', product: 'alpha', day: '2026-05-12' });
    expect(early?.body.product).toBeNull();
    expect(await list()).toEqual(['Price cut', 'Firmware 3.1']);
    expect(await list('?product=beta')).toEqual(['Price cut']);
    expect(await list('?from=2026-05-03&to=2026-05-12')).toEqual(['Firmware 3.1']);
    const trend = await request(test.app).get(at('/analytics/trend?product=alpha&from=2026-05-03&to=2026-05-29'));
    expect((trend.body as Trend).events.map(({ title }) => title)).toEqual(['Firmware 3.1']);

    const path = at(`/events/${late?.body.id}`);
    const changed = await request(test.app).patch(path).send({ title: 'Firmware 3.2', product: null });
    expect(changed.body).toMatchObject({ title: 'Firmware 3.2', product: null, day: '2026-05-12' });
    expect((await request(test.app).patch(path).send({})).body).toEqual(changed.body);
    expect((await request(test.app).delete(path)).status).toBe(204);
    expect((await request(test.app).delete(path)).status).toBe(404);
    expect((await request(test.app).patch(path).send({ title: 'x' })).status).toBe(404);
    expect(await list()).toEqual(['Price cut']);
  });

  it.each([
    [{ day: '2026-02-30', title: 'x' }, '/day'],
    [{ day: '2026-02-20', title: '  ' }, '/title'],
    [{ day: '2026-02-20', title: 'x'.repeat(121) }, '/title'],
    [{ day: '2026-02-20', title: 'x', who: 'me' }, '/who'],
  ])('%j is refused', async (note, pointer) => {
    const answer = await request(test.app).post(at('/events')).send(note);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});

describe('imports on the timeline', () => {
  const imported = (change: Partial<TimelineImport>): TimelineImport => ({
    ...{ _id: 4, state: 'done', dryRun: false, filename: 'may.csv', product: null, counts: { stored: 1204 } },
    createdAt: new Date('2026-05-10T08:00:00Z'),
    finishedAt: new Date('2026-05-10T08:01:00Z'),
    ...change,
  });
  const notes = {
    between: async () => [],
    add: async () => undefined,
    change: async () => null,
    remove: async () => false,
  };

  it.each([
    ['one that brought reviews', {}, ['1,204 new reviews from may.csv']],
    ['not a dry run', { dryRun: true }, []],
    ['not one that was taken back', { state: 'undone' }, []],
    ['not one that brought nothing', { counts: { stored: 0 } }, []],
    ['not one of another product', { product: 'beta' }, []],
  ])('%s', async (_, change, wanted) => {
    const service = createTimelineService({
      notes,
      latestImports: async () => [imported(change)],
      nextId: async () => 1,
      now: () => new Date(),
    });
    const events = await service.list({ product: 'alpha', from: '2026-05-10', to: '2026-05-10' });
    expect(events.map(({ title }) => title)).toEqual(wanted);
  });
});
