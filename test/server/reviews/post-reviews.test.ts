import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('post-reviews', { now: () => new Date('2026-06-15T12:00:00Z') });
});
afterAll(() => test.close());

const post = (body: unknown) =>
  request(test.app)
    .post('/api/v1/reviews')
    .send(body as object);
const LONG =
  'We mounted it above the garage and the picture at night is sharp enough to read a number plate across the street.';

describe('one review', () => {
  it('is created with its features, and unchanged when it comes again', async () => {
    const review = {
      source: 'shop',
      externalId: 'a-1',
      product: 'cam',
      text: 'Night vision is excellent.',
      rating: 5,
      date: '2026-05-01',
    };
    const first = await post(review);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      result: 'created',
      features: { night_vision: 'positive' },
      duplicates: [],
      version: 1,
      date: '2026-05-01',
    });
    const again = await post(review);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ result: 'unchanged', id: first.body.id });
    const changed = await post({ ...review, text: 'Night vision is terrible.', rating: 1 });
    expect(changed.body).toMatchObject({
      result: 'updated',
      id: first.body.id,
      version: 2,
      features: { night_vision: 'negative' },
    });
    const history = await request(test.app).get(`/api/v1/reviews/${first.body.id}/history`);
    expect(history.body.items.map((item: { event: string }) => item.event)).toEqual(['created', 'updated']);
  });

  it('posted twice at once is stored once', async () => {
    const review = { source: 'shop', externalId: 'race', product: 'cam', text: 'Two requests, one review.' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(review)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  });

  it('tells of the copies it is one of', async () => {
    const first = await post({ source: 'shop', externalId: 'copy-1', product: 'cam', text: LONG });
    const second = await post({ source: 'shop', externalId: 'copy-2', product: 'cam', text: LONG.toUpperCase() });
    expect(second.body.duplicates).toMatchObject([{ id: first.body.id, kind: 'exact', score: 1 }]);
    expect(second.body.cluster).toMatch(/^C-/);
    expect(first.body.duplicates).toEqual([]);
  });

  it.each([
    ['no text', { product: 'cam' }, '/text'],
    ['an empty text', { product: 'cam', text: '  \n ' }, '/text'],
    ['a rating of 11', { product: 'cam', text: 'Good.', rating: 11 }, '/rating'],
    ['a rating in words', { product: 'cam', text: 'Good.', rating: 'five' }, '/rating'],
    ['a text of 1 MB', { product: 'cam', text: 'x'.repeat(1_048_576) }, '/text'],
    ['an operator for a text', { product: 'cam', text: { $ne: null } }, '/text'],
    ['a list for a product', { product: ['cam'], text: 'Good.' }, '/product'],
    ['half a character', { product: 'cam', text: 'a\ud800b' }, '/text'],
    ['a date in the future', { product: 'cam', text: 'Good.', date: '2026-07-01' }, '/date'],
    ['a date that is none', { product: 'cam', text: 'Good.', date: '2026-02-30' }, '/date'],
    ['an unknown field', { product: 'cam', text: 'Good.', status: 'removed' }, '/status'],
  ])('with %s is refused, and the fault is named', async (_, body, pointer) => {
    const answer = await post(body);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status: 422,
      title: expect.any(String),
      detail: expect.stringContaining(pointer),
    });
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });

  it.each([
    ['malformed JSON', '{"product": "cam", ', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['a byte order mark alone', '\ufeff', 'application/json', 400],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'application/json', 400],
    ['another content type', 'product=cam', 'application/x-www-form-urlencoded', 415],
    ['null', 'null', 'application/json', 422],
    ['a list', '[]', 'application/json', 422],
  ])('%s is answered with a problem', async (_, body, type, status) => {
    const answer = await request(test.app)
      .post('/api/v1/reviews')
      .set('Content-Type', type)
      .serialize((sent) => sent)
      .send(body as never);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status, instance: expect.stringContaining('request') });
  });
});

describe('a batch', () => {
  it('stores the good ones and names the faults of the others', async () => {
    const answer = await post({
      reviews: [
        { product: 'cam', source: 'batch', text: 'Easy to install.' },
        { product: 'cam', source: 'batch', text: '' },
        { product: 'cam', source: 'batch', text: 'Easy to install.' },
        { product: 'cam', source: 'batch', text: 'Late.', date: '2027-01-01' },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(answer.body.results.map((row: { result: string }) => row.result)).toEqual([
      'created',
      'rejected',
      'created',
      'rejected',
    ]);
    expect(answer.body.results[1].errors[0].pointer).toBe('/text');
    expect(answer.body.results[3].errors[0].pointer).toBe('/date');
    const list = await request(test.app).get('/api/v1/reviews?source=batch');
    expect(list.body.total).toBe(2);
  });

  it('finds copies within itself', async () => {
    const answer = await post({
      reviews: [1, 2, 3].map((n) => ({
        product: 'cam',
        externalId: `b-${n}`,
        text: 'Since the last thunderstorm my doorbell rings twice for every visitor and sometimes for nobody at all.',
      })),
    });
    expect(answer.body.results.map((row: { duplicates: unknown[] }) => row.duplicates.length > 0)).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('lists', () => {
  it.each([
    ['an unknown parameter', '/api/v1/reviews?sort=password', 400],
    ['a repeated parameter', '/api/v1/reviews?product=a&product=b', 400],
    ['an operator', '/api/v1/reviews?product[$ne]=a', 400],
    ['a limit out of range', '/api/v1/reviews?limit=100000', 400],
    ['a cursor that no list gave', '/api/v1/reviews?cursor=abc', 400],
    ['an unknown id', '/api/v1/reviews/R-999999', 404],
    ['a malformed id', '/api/v1/reviews/__proto__', 404],
    ['an unknown path', '/api/v1/nothing', 404],
  ])('%s: %s → %i', async (_, path, status) => {
    const answer = await request(test.app).get(path);
    expect(answer.status).toBe(status);
    expect(answer.body.status).toBe(status);
  });

  it('answers another method with the ones a path takes', async () => {
    const answer = await request(test.app).delete('/api/v1/reviews');
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
  });

  it('pages through every review once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await request(test.app).get(`/api/v1/reviews?limit=2${cursor}`);
      seen.push(...page.body.items.map((item: { id: string }) => item.id));
      cursor = page.body.next ? `&cursor=${page.body.next}` : '';
      expect(seen.length).toBeLessThan(100);
      if (!cursor) expect(seen).toHaveLength(page.body.total);
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('searches literally', async () => {
    const answer = await request(test.app).get(`/api/v1/reviews?q=${encodeURIComponent('(a+)+$')}`);
    expect(answer.status).toBe(200);
    expect(answer.body.total).toBe(0);
  });
});
