import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutPersonalParts, withoutPersonalWords } from '../../../server/access/mask-personal.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { toReviewView } from '../../../server/reviews/review-view.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

const EMAIL = 'perpetua.quill@example.com';
const PHONE = '202-555-0143';
const WORDS = 'the night vision is excellent and the app is easy to use on both of our phones';
const TEXT = `Write to ${EMAIL} or call ${PHONE}, ${WORDS}.`;
const SECRETS = /perpetua|example\.com|555/i;

/** The same reviews on an app that masks, or does not. */
async function openApp(env: Readonly<Record<string, string>>) {
  const test = await startTestApp('mask', { env });
  const post = async (externalId: string, review: object) =>
    (
      await request(test.app)
        .post('/api/v1/reviews')
        .send({ source: 's', product: 'cam', externalId, ...review })
    ).body;
  await post('one', { text: TEXT, title: `Ask ${EMAIL}`, author: EMAIL, rating: 5 });
  const copy = await post('two', { text: TEXT.replace(EMAIL, `other.${EMAIL}`), author: 'Someone', rating: 5 });
  return { test, copy };
}

describe('while personal data is masked', () => {
  let test: TestApp;
  let copy: ReviewView & { duplicates: { cluster: string }[] };
  beforeAll(async () => {
    ({ test, copy } = await openApp({}));
  });
  afterAll(() => test.close());

  it.each([
    ['the list', () => '/reviews'],
    ['one review', () => `/reviews/${copy.id}`],
    ['the quotes behind a number', () => '/analytics/quotes?feature=night_vision'],
    ['the queue of copies', () => '/duplicates'],
    ['a cluster with the reasons of its pairs', () => `/duplicates/${copy.duplicates[0]?.cluster}`],
    ['the history', () => `/reviews/${copy.id}/history`],
  ])('%s does not tell it', async (_, path) => {
    const answer = await request(test.app).get(`/api/v1${path()}`);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toMatch(SECRETS);
  });

  it.each(['/analytics/quotes?feature=night_vision', '/reviews'])('CSV of %s does not tell it', async (path) => {
    const answer = await request(test.app).get(`/api/v1${path}`).set('Accept', 'text/csv');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('[e-mail]');
    expect(answer.text).not.toMatch(SECRETS);
  });

  it('the answer to a POST does not tell it, and says what is masked', () => {
    expect(JSON.stringify(copy)).not.toMatch(SECRETS);
    expect(copy.masked).toEqual(['e-mail', 'phone']);
  });

  it('mentions, cues and flags still point at their words', async () => {
    const review: ReviewView = (await request(test.app).get(`/api/v1/reviews/${copy.id}`)).body;
    expect(review.text).toBe(`Write to [e-mail] or call [phone], ${WORDS}.`);
    expect(review.mentions.length).toBeGreaterThan(0);
    for (const { start, end, quote } of review.mentions) expect(review.text.slice(start, end)).toBe(quote);
    const vision = review.mentions.find(({ feature }) => feature === 'night_vision');
    expect(review.text.slice(vision?.cue?.start, vision?.cue?.end)).toBe('excellent');
  });

  it.each(['perpetua', 'example.com', '555'])('nothing is found by what is masked: %s', async (q) => {
    const { body } = await request(test.app).get('/api/v1/reviews').query({ q });
    expect(body.total).toBe(0);
  });

  it('what is told outside of a request, as to webhooks, is masked', async () => {
    const stored = await test.core.services.reviews.get(Number(copy.id.slice(2)));
    expect(stored.text).toMatch(SECRETS);
    expect(JSON.stringify(toReviewView(stored))).not.toMatch(SECRETS);
  });
});

it('is shown where masking is switched off', async () => {
  const { test, copy } = await openApp({ MASK_PERSONAL_DATA: 'false' });
  expect(copy).toMatchObject({ masked: [] });
  expect((await request(test.app).get(`/api/v1/reviews/${copy.id}`)).body.text).toContain(EMAIL);
  await test.close();
});

it.each([
  [`/api/v1/reviews?q=${EMAIL}&limit=5`, '/api/v1/reviews?q=[e-mail]&limit=5'],
  ['/api/v1/reviews?q=perpetua.quill%40example.com', '/api/v1/reviews?q=[e-mail]'],
  ['/api/v1/reviews?q=call+202-555-0143', '/api/v1/reviews?q=call [phone]'],
  ['/api/v1/reviews?q=%E0%A4', '/api/v1/reviews?q=%E0%A4'],
])('%s is logged as %s', (url, logged) => expect(withoutPersonalParts(url)).toBe(logged));

it('parts of it are not quoted as words that differ', () => {
  const reason = 'Changed: “perpetua quill example” → “other words”; 28 of 29 words are the same.';
  expect(withoutPersonalWords(reason, [TEXT])).toBe('Changed: “… … …” → “other words”; 28 of 29 words are the same.');
});
