import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, actAs } from '../../../server/access/actor.ts';
import type { ListReviews, ReviewPage, ReviewView } from '../../../server/contract/reviews.ts';
import { REVIEW_COLUMNS, reviewRows } from '../../../server/reviews/review-csv.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

type Row = Record<(typeof REVIEW_COLUMNS)[number], string>;

/** More than two pages of the stream. */
const COUNT = 1100;
const SIGHTS = 'otter barrow kettle trumpet lantern wagon weasel sundial hammock canoe anvil bellows'.split(' ');
const reviews = Array.from({ length: COUNT }, (_, n) => ({
  ...{ source: n % 2 === 0 ? 'web' : 'shop', externalId: `x-${n}`, product: n % 3 === 0 ? 'alpha' : 'beta' },
  text: `${['Night vision is excellent.', 'The app crashes all the time.'][n % 2]} House ${n * 17} of street ${n * n} with the ${SIGHTS[n % SIGHTS.length]}.`,
  ...(n % 4 === 0 ? { title: `=HYPERLINK("http://x.example/${n}","Prize")` } : {}),
  ...(n % 5 === 0 ? {} : { rating: 1 + (n % 5) }),
  ...(n % 7 === 0 ? {} : { date: `2026-0${1 + (n % 6)}-${String(1 + (n % 28)).padStart(2, '0')}` }),
  ...(n === 8 ? { author: '@SUM(A1:A9)', text: 'Card 4111 1111 1111 1111, "sharp" picture,\nsecond line.' } : {}),
}));

let test: TestApp;
const get = async (query: Record<string, string>): Promise<ReviewPage> =>
  (await request(test.app).get('/api/v1/reviews').query(query)).body;
const getCsv = async (query: Record<string, string>) => {
  const answer = await request(test.app).get('/api/v1/reviews').query(query).set('Accept', 'text/csv');
  expect(answer.status).toBe(200);
  return { ...answer, rows: parse(answer.text, { columns: true, record_delimiter: '\r\n' }) as Row[] };
};
const listAll = async (query: Record<string, string>): Promise<ReviewView[]> => {
  const all: ReviewView[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: ReviewPage = await get({ ...query, limit: '200', ...(cursor === null ? {} : { cursor }) });
    all.push(...page.items);
    cursor = page.next;
    if (cursor === null) return all;
  }
};

beforeAll(async () => {
  test = await startTestApp('review-csv');
  for (let at = 0; at < COUNT; at += 550) {
    const answer = await request(test.app)
      .post('/api/v1/reviews')
      .send({ reviews: reviews.slice(at, at + 550) });
    expect(answer.body).toMatchObject({ rejected: 0 });
  }
}, 120_000);
afterAll(() => test.close());

describe('the list of reviews as CSV', () => {
  it.each([
    {},
    { product: 'alpha', source: 'shop' },
    { feature: 'night_vision', polarity: 'positive', rating: '4,none' },
    { q: 'with the OTTER', limit: '1', facets: 'true' },
    { status: 'pending' },
    { counting: 'once', from: '2026-03-01', to: '2026-04-30' },
    { product: 'nothing has this' },
  ])('has what the list has, whatever the limit: %j', async (query) => {
    const { rows, headers } = await getCsv(query as Record<string, string>);
    const { facets: _, ...listed } = query as Record<string, string>;
    expect(rows.map(({ id }) => id)).toEqual((await listAll(listed)).map(({ id }) => id));
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="reviews.csv"',
      vary: expect.stringContaining('Accept'),
    });
  });

  it('tells of each what the list tells, and no cell is a formula', async () => {
    const [items, { rows, text }] = [await listAll({}), await getCsv({})];
    expect(text.split('\r\n', 1)).toEqual([REVIEW_COLUMNS.join(',')]);
    const inert = (value: string | null) => (value !== null && /^[=@]/.test(value) ? `'${value}` : (value ?? ''));
    const cell = (value: unknown) => (value === null ? '' : String(value));
    const wanted = items.map((item) => ({
      ...{ id: item.id, source: item.source, external_id: item.externalId, product: item.product, text: item.text },
      ...{ title: inert(item.title), author: inert(item.author), rating: cell(item.rating), date: item.date },
      ...{ date_known: cell(item.dateKnown), verified: cell(item.verified), language: item.language },
      ...{ status: item.status, status_reason: cell(item.statusReason), sentiment: item.sentiment.label },
      features: Object.entries(item.features)
        .map(([feature, polarity]) => `${feature}:${polarity}`)
        .join(' '),
      flags: item.flags.map(({ check }) => check).join(' '),
      ...{ tags_checked_at: cell(item.tagsCheckedAt), cluster: cell(item.cluster), import: cell(item.importId) },
      ...{ counted_once: cell(item.countedOnce), created_at: item.createdAt, updated_at: item.updatedAt },
    }));
    expect(rows).toEqual(wanted);
    expect(rows.filter(({ title }) => title.startsWith("'=HYPERLINK"))).toHaveLength(COUNT / 4);
    const masked = rows.find(({ external_id }) => external_id === 'x-8');
    expect(masked).toMatchObject({ author: "'@SUM(A1:A9)", text: 'Card [card], "sharp" picture,\nsecond line.' });
    expect(masked?.flags).toContain('account-number');
  });

  it('goes on from a cursor of the list, and refuses any other', async () => {
    const first = await get({ limit: '3' });
    const { rows } = await getCsv({ cursor: first.next ?? '' });
    expect(rows).toHaveLength(COUNT - 3);
    expect(rows.map(({ id }) => id)).not.toContain(first.items[2]?.id);
    const refused = await request(test.app).get('/api/v1/reviews?cursor=abc').set('Accept', 'text/csv');
    expect([refused.status, refused.body.errors?.[0].pointer]).toEqual([400, '/query/cursor']);
    expect((await request(test.app).head('/api/v1/reviews').set('Accept', 'text/csv')).status).toBe(200);
  });

  it('is as whoever asked may see it, whoever reads it out', async () => {
    const seer: Actor = { name: 'Ann', mayReadPersonalData: true, seesPersonalData: true };
    const query = { q: '4111 1111' } as ListReviews;
    const pages = actAs(seer, () => reviewRows(test.core.services.reviews, query));
    const told: unknown[] = [];
    for await (const rows of pages) told.push(...rows.map(({ text }) => text));
    expect(told).toEqual([reviews[8]?.text]);
  });
});
