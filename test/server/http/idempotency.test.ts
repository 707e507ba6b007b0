import { randomUUID } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createIdempotencyStore } from '../../../server/db/idempotency-store.ts';
import { AppError } from '../../../server/errors.ts';
import { createApiRouter } from '../../../server/http/api-router.ts';
import { createIdempotency } from '../../../server/http/idempotency.ts';
import { operation } from '../../../server/http/operation.ts';
import { handleErrors } from '../../../server/http/problems.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openAccess } from '../../support/open-access.ts';

let test: TestApp;
let database: TestDatabase;
beforeAll(async () => {
  [test, database] = await Promise.all([startTestApp('idempotency'), openTestDatabase('idempotency-keys')]);
  await createIdempotencyStore(database.connection).prepare();
});
afterAll(() => Promise.all([test.close(), database.close()]));

const postReview = (body: object, key: string) =>
  request(test.app).post('/api/v1/reviews').set('Idempotency-Key', key).send(body);
const postFile = (body: string, key: string, query = 'product=cam') =>
  request(test.app)
    .post(`/api/v1/imports?${query}`)
    .set('Content-Type', 'text/csv')
    .set('Idempotency-Key', key)
    .send(body);

describe('POST /reviews with a key', () => {
  it('answers a repeated request with the first answer', async () => {
    const key = randomUUID();
    const body = { product: 'cam', externalId: 'k-1', text: 'The hinge of the battery door holds.' };
    const first = await postReview(body, key).expect(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const again = await postReview(body, key).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.body.result).toBe('created');
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers['location'],
      'content-type': first.headers['content-type'],
    });
    await postReview(body, randomUUID()).expect(200);
  });

  it('refuses another body, and stores nothing of it', async () => {
    const key = randomUUID();
    await postReview({ product: 'reuse', text: 'First body.' }, key).expect(201);
    const { body } = await postReview({ product: 'reuse', text: 'Second body.' }, key).expect(422);
    expect(body).toMatchObject({
      type: 'urn:reviewfinder:problem:idempotency-key-reused',
      errors: [{ pointer: '/header/Idempotency-Key' }],
    });
    expect((await request(test.app).get('/api/v1/reviews?product=reuse')).body.total).toBe(1);
  });

  it('keeps the answer to a batch of a thousand', async () => {
    const text = (n: number) =>
      `Mounted ${n} weeks ago, motion alerts come within ${n} seconds, the night picture is ok.`;
    const reviews = Array.from({ length: 1000 }, (_, n) => ({ product: 'many', externalId: `b-${n}`, text: text(n) }));
    const key = randomUUID();
    const first = await postReview({ reviews }, key).expect(200);
    expect(first.body.created).toBe(1000);
    const again = await postReview({ reviews }, key).expect(200);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('gives the same refusal again', async () => {
    const key = randomUUID();
    const first = await postReview({ product: 'cam' }, key).expect(422);
    const again = await postReview({ product: 'cam' }, key).expect(422);
    expect(again.body).toEqual(first.body);
    expect(again.headers['content-type']).toContain('application/problem+json');
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it.each([
    ['empty', ''],
    ['too long', 'k'.repeat(256)],
    ['of other letters than ASCII', 'clé'],
    ['with a tab', 'a\tb'],
  ])('refuses a key that is %s', async (_what, key) => {
    const { body } = await postReview({ product: 'cam', text: 'x' }, key).expect(400);
    expect(body).toMatchObject({ errors: [{ pointer: '/header/Idempotency-Key' }] });
  });

  it('takes a key of 255 characters', async () => {
    await postReview({ product: 'cam', text: 'Long key.' }, 'k'.repeat(255)).expect(201);
  });

  it('of ten at once carries out one', async () => {
    const key = randomUUID();
    const body = { product: 'race', text: 'Ten at once.' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => postReview(body, key)));
    for (const answer of answers) {
      expect([201, 409]).toContain(answer.status);
      if (answer.status === 409) expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    }
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect((await postReview(body, key)).body.result).toBe('created');
  });
});

describe('POST /imports with a key', () => {
  it('makes one import of two uploads', async () => {
    const key = randomUUID();
    const file = `text\n${Array.from({ length: 5000 }, (_, n) => `Row ${n} of a file that is uploaded twice`).join('\n')}\n`;
    const first = await postFile(file, key).expect(202);
    const again = await postFile(file, key).expect(202);
    expect(again.body).toEqual(first.body);
    expect(again.headers['location']).toBe(first.headers['location']);
  });

  it.each([
    ['another file', 'text\nanother\n', 'product=cam'],
    ['other parameters', 'text\none\n', 'product=other'],
  ])('refuses the key of another import: %s', async (_what, file, query) => {
    const key = randomUUID();
    await postFile('text\none\n', key).expect(202);
    const imports = async () => (await request(test.app).get('/api/v1/imports?limit=1')).body.items[0].id;
    const last = await imports();
    await postFile(file, key, query).expect(422);
    expect(await imports()).toBe(last);
  });

  it('does not hold a refused file against the next one', async () => {
    const key = randomUUID();
    await postFile(`colour\n${'red\n'.repeat(100_000)}`, key).expect(422);
    await postFile(`colour\n${'red\n'.repeat(100_000)}`, key).expect(422);
  });
});

describe('a key whose request', () => {
  let work: () => Promise<{ status: number; body: unknown }> = async () => ({ status: 200, body: {} });
  let [calls, clock] = [0, Date.now()];
  const appOn = (leaseMs: number) => {
    const app = express();
    const idempotency = createIdempotency({
      store: createIdempotencyStore(database.connection),
      actor: () => 'tester',
      now: () => new Date(clock),
      leaseMs,
    });
    const things = operation({
      ...{
        id: 'x',
        access: 'ingest',
        method: 'post',
        path: '/things',
        tag: 't',
        summary: 's',
        idempotent: true,
        answers: {},
      },
      body: z.unknown(),
      handle: async () => {
        calls += 1;
        return work();
      },
    });
    app.use('/api/v1', createApiRouter([things], { access: openAccess, idempotency }));
    app.use(handleErrors({ error: () => {} } as never));
    return app;
  };
  let app: express.Express;
  beforeAll(() => {
    app = appOn(30_000);
  });
  const post = (key: string, on = app) => request(on).post('/api/v1/things').set('Idempotency-Key', key).send({ a: 1 });

  it.each([
    ['failed', () => Promise.reject(new Error('database down')), 503, 2],
    ['was refused for now', () => Promise.reject(new AppError('busy', 503, 'Busy.')), 503, 2],
    ['came too often', () => Promise.reject(new AppError('slow', 429, 'Slow down.')), 429, 2],
    ['was in conflict', () => Promise.reject(new AppError('conflict', 409, 'Conflict.')), 409, 1],
    ['was answered', async () => ({ status: 200, body: { ok: true } }), 200, 1],
  ])('%s is carried out again or not', async (_what, answer, status, wanted) => {
    [work, calls] = [answer, 0];
    const key = randomUUID();
    expect((await post(key)).status).toBe(status);
    expect((await post(key)).status).toBe(status);
    expect(calls).toBe(wanted);
  });

  it('is at work answers 409', async () => {
    let finish = () => {};
    work = () =>
      new Promise((resolve) => {
        finish = () => resolve({ status: 200, body: 'late' });
      });
    const key = randomUUID();
    const before = calls;
    const first = post(key).then((answer) => answer.status);
    await expect.poll(() => calls).toBe(before + 1);
    expect((await post(key)).body).toMatchObject({ type: 'urn:reviewfinder:problem:idempotency-key-in-flight' });
    finish();
    expect(await first).toBe(200);
    expect((await post(key)).headers['idempotency-replayed']).toBe('true');
  });

  it('ended with its server is free after the lease, and the late end of the first writes nothing', async () => {
    let finish = () => {};
    work = () =>
      new Promise((resolve) => {
        finish = () => resolve({ status: 200, body: { who: 'first' } });
      });
    const key = randomUUID();
    const before = calls;
    const first = post(key, appOn(60_000)).then((answer) => answer.body);
    await expect.poll(() => calls).toBe(before + 1);
    clock += 61_000;
    work = async () => ({ status: 200, body: { who: 'second' } });
    expect((await post(key)).body).toEqual({ who: 'second' });
    finish();
    expect(await first).toEqual({ who: 'first' });
    expect((await post(key)).body).toEqual({ who: 'second' });
  });

  it('is long at work keeps its lease', async () => {
    let finish = () => {};
    work = () =>
      new Promise((resolve) => {
        finish = () => resolve({ status: 200, body: {} });
      });
    const quick = appOn(90);
    const key = randomUUID();
    const before = calls;
    const first = post(key, quick).then((answer) => answer.status);
    await expect.poll(() => calls).toBe(before + 1);
    clock += 60_000;
    const keys = database.connection.collection('idempotency_keys');
    const isHeld = { _id: { $regex: key } as never, until: { $gt: new Date(clock) } };
    await expect.poll(() => keys.countDocuments(isHeld)).toBe(1);
    finish();
    await first;
  });

  it('is a day old is new again', async () => {
    work = async () => ({ status: 200, body: {} });
    const key = randomUUID();
    const before = calls;
    await post(key);
    clock += 24 * 3_600_000 + 1;
    await post(key);
    expect(calls).toBe(before + 2);
  });

  it('belongs to the method and the path', async () => {
    const rows = await database.connection.collection('idempotency_keys').find().toArray();
    expect(rows.every(({ _id }) => String(_id).startsWith('tester\nPOST /api/v1/things\n'))).toBe(true);
  });
});
