import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import type { TagQuality, TaxonomyView } from '../../../server/contract/taxonomy.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
let review: ReviewView;
let start: ReturnType<typeof kept>;
let number = 0;

beforeAll(async () => {
  test = await startTestApp('checked-reviews');
  start = kept(await readTaxonomy());
});
afterAll(() => test.close());
beforeEach(async () => {
  await setFeatures(start);
  number += 1;
  const { body } = await request(test.app)
    .post('/api/v1/reviews')
    .send({
      ...{ source: 's', externalId: `c-${number}`, product: `cam-${number}`, rating: 4 },
      text: 'Night vision is excellent. The battery is terrible. The quillbox is terrible. The inkwell is excellent.',
    });
  review = body;
  expect(review.features).toEqual({ night_vision: 'positive', battery: 'negative' });
});

const kept = (view: TaxonomyView) => view.features.map(({ id, label, words }) => ({ id, label, words }));
const readTaxonomy = async (): Promise<TaxonomyView> => (await request(test.app).get('/api/v1/taxonomy')).body;
const read = async (): Promise<ReviewView> => (await request(test.app).get(`/api/v1/reviews/${review.id}`)).body;
const patch = async (body: object): Promise<ReviewView> => {
  const { version } = await read();
  const answer = await request(test.app)
    .patch(`/api/v1/reviews/${review.id}`)
    .send({ version, ...body });
  expect(answer.status).toBe(200);
  return answer.body;
};
/** Puts a taxonomy and waits until everything is tagged with it. */
async function setFeatures(features: object[]): Promise<void> {
  const { version } = await readTaxonomy();
  await request(test.app).put('/api/v1/taxonomy').send({ version, features }).expect(200);
  await expect.poll(async () => (await readTaxonomy()).retagging, { timeout: 15_000 }).toMatchObject({ state: 'idle' });
}
/** The default taxonomy with a word that only these reviews have, for one more feature or one of the default ones. */
const withWord = (id: string, word = 'quillbox', features = start) =>
  features.some((feature) => feature.id === id)
    ? features.map((feature) => (feature.id === id ? { ...feature, words: [word] } : feature))
    : [...features, { id, label: 'Quillbox', words: [word] }];
const without = (id: string) => start.filter((feature) => feature.id !== id);
const net = async (): Promise<Record<string, number>> => {
  const { body } = await request(test.app).get(`/api/v1/analytics/features?counting=all&product=${review.product}`);
  return Object.fromEntries(
    body.rows.map((row: { feature: string; net: { value: number } }) => [row.feature, row.net.value]),
  );
};
/** The measure of a feature, by the one review that is checked. */
const measure = async (feature: string) => {
  const quality: TagQuality = (await request(test.app).get('/api/v1/taxonomy/quality')).body;
  const { found = 0, there = 0, both = 0, polarity = null } = quality.rows.find((row) => row.feature === feature) ?? {};
  return { checked: quality.checkedReviews, found, there, both, polarity: polarity?.value ?? null };
};
const uncheck = () => patch({ tagsChecked: false });
afterEach(uncheck);

describe('a checked review that is tagged anew', () => {
  it('keeps its tags, its marks and its place in the charts where the tagger finds more; that counts against it', async () => {
    await patch({ tagsChecked: true });
    await setFeatures(withWord('delivery'));
    const now = await read();
    expect([now.features, now.mentions]).toEqual([review.features, review.mentions]);
    expect(await net()).toEqual({ night_vision: 1, battery: -1 });
    expect(await measure('delivery')).toMatchObject({ checked: 1, found: 1, there: 0, both: 0 });
    expect(await measure('battery')).toMatchObject({ found: 1, there: 1, both: 1, polarity: 1 });
    expect(await test.core.rollups.verify()).toEqual([]);

    expect((await uncheck()).features).toEqual({ ...review.features, delivery: 'negative' });
    expect(await net()).toEqual({ night_vision: 1, battery: -1, delivery: -1 });
    expect(await measure('delivery')).toMatchObject({ checked: 0, found: 0 });
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('is judged as the person said where the tagger judges otherwise, its marks too', async () => {
    await setFeatures(withWord('quill'));
    await patch({ tagsChecked: true });
    await setFeatures(withWord('quill', 'inkwell'));
    const now = await read();
    expect(now.features).toEqual({ ...review.features, quill: 'negative' });
    expect(now.mentions.find(({ feature }) => feature === 'quill')).toMatchObject({
      ...{ quote: 'inkwell', polarity: 'negative' },
    });
    expect(await measure('quill')).toMatchObject({ found: 1, there: 1, both: 1, polarity: 0 });
    const unchecked = await uncheck();
    expect(unchecked.features).toMatchObject({ quill: 'positive' });
    expect(unchecked.mentions.find(({ feature }) => feature === 'quill')).toMatchObject({ polarity: 'positive' });
  });

  it('keeps what was corrected, of which the tagger learns nothing, and a feature that it no longer finds', async () => {
    await patch({ features: { delivery: 'negative', battery: null }, tagsChecked: true });
    await setFeatures(withWord('delivery'));
    expect(await read()).toMatchObject({
      features: { night_vision: 'positive', delivery: 'negative' },
      corrections: [
        { feature: 'delivery', found: null, right: 'negative' },
        { feature: 'battery', found: 'negative', right: null },
      ],
    });
    expect(await measure('delivery')).toMatchObject({ found: 1, there: 1, both: 1, polarity: 1 });
    expect(await measure('battery')).toMatchObject({ found: 1, there: 0 });
    await setFeatures(without('night_vision'));
    expect((await read()).features).toMatchObject({ night_vision: 'positive', delivery: 'negative' });
  });

  it('has corrections made later, and taking one back brings back what was checked', async () => {
    await patch({ tagsChecked: true });
    await setFeatures(without('battery'));
    expect((await patch({ features: { night_vision: 'neutral' } })).features).toMatchObject({
      night_vision: 'neutral',
    });
    expect(await net()).toMatchObject({ night_vision: 0 });
    const back = await patch({ asFound: ['night_vision'] });
    expect(back).toMatchObject({ corrections: [], tagsCheckedAt: expect.any(String) });
    expect(back.features).toEqual(review.features);
    expect(await net()).toEqual({ night_vision: 1, battery: -1 });
    expect(await test.core.rollups.verify()).toEqual([]);
  });

  it('is tagged with a feature that was not in the list when it was checked, and that is not measured by it', async () => {
    await patch({ tagsChecked: true });
    await setFeatures(withWord('quill'));
    expect((await read()).features).toEqual({ ...review.features, quill: 'negative' });
    expect(await measure('quill')).toMatchObject({ checked: 1, found: 0, there: 0 });
    await patch({ tagsChecked: true });
    expect(await measure('quill')).toMatchObject({ checked: 1, found: 1, there: 1, both: 1 });
  });

  it('keeps its tags when its stars change, not when its text does', async () => {
    const { source, externalId, product, text } = review;
    const again = { source, externalId, product, text, rating: 1 };
    await patch({ tagsChecked: true });
    await setFeatures(withWord('delivery'));
    const starred = (await request(test.app).post('/api/v1/reviews').send(again)).body;
    expect(starred).toMatchObject({ result: 'updated', tagsCheckedAt: expect.any(String) });
    expect(starred.features).toEqual(review.features);
    const rewritten = { ...again, text: 'The quillbox is excellent, and nothing else is worth a word here.' };
    expect((await request(test.app).post('/api/v1/reviews').send(rewritten)).body).toMatchObject({
      features: { delivery: 'positive' },
      tagsCheckedAt: null,
    });
    expect(await measure('delivery')).toMatchObject({ checked: 0 });
    expect(await test.core.rollups.verify()).toEqual([]);
  });
});

it('tags that changed since they were on the screen cannot be called right', async () => {
  const seen = await read();
  await setFeatures(withWord('delivery'));
  const answer = await request(test.app)
    .patch(`/api/v1/reviews/${review.id}`)
    .send({ version: seen.version, tagsChecked: true });
  expect(answer.status).toBe(409);
  const other = await read();
  await request(test.app).post('/api/v1/taxonomy/retag').expect(202);
  await expect.poll(async () => (await readTaxonomy()).retagging.state, { timeout: 15_000 }).toBe('idle');
  expect((await read()).version).toBe(other.version);
});

describe('the list of reviews', () => {
  it('can be narrowed to those that were checked, and to those that are left', async () => {
    const list = async (query: string) => {
      const { body } = await request(test.app).get(`/api/v1/reviews?product=${review.product}&${query}`);
      return body.items.map(({ id }: ReviewView) => id);
    };
    expect(await list('checked=false')).toEqual([review.id]);
    expect(await list('checked=true')).toEqual([]);
    await patch({ tagsChecked: true });
    expect(await list('checked=false')).toEqual([]);
    expect(await list('checked=true&feature=battery')).toEqual([review.id]);
    expect(await list('checked=true&feature=audio')).toEqual([]);
    await uncheck();
    expect(await list('checked=false')).toEqual([review.id]);
  });

  it.each(['yes', '1', ''])('refuses checked=%s', async (value) => {
    const answer = await request(test.app).get(`/api/v1/reviews?checked=${value}`);
    expect(answer.status).toBe(400);
  });

  it('says so in its description', async () => {
    const { body } = await request(test.app).get('/api/openapi.json');
    const parameters: { name: string; schema: object }[] = body.paths['/api/v1/reviews'].get.parameters;
    expect(parameters.find(({ name }) => name === 'checked')).toMatchObject({
      in: 'query',
      required: false,
      schema: { enum: ['true', 'false'], description: expect.stringContaining('left to check') },
    });
  });
});
