import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FeatureTable, Quotes } from '../../server/contract/analytics.ts';
import type { ReviewPage, ReviewView } from '../../server/contract/reviews.ts';
import type { TagQuality } from '../../server/contract/taxonomy.ts';
import { readApi } from './open-page.ts';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const GERMAN = {
  source: 'elsewhere',
  externalId: 'german',
  product: 'alder-one',
  text: 'Die Halterung war schnell an der Wand, und im Garten sehen wir jetzt jeden Igel, der nachts vorbeikommt.',
  rating: 5,
  date: '2026-07-01',
  author: 'Jemand',
};

const app = useApp('tags', { reviews: [...seedReviews(120), GERMAN] });

const open = async (path: string): Promise<Page> => {
  return (await app.open(path)).page;
};
const readReview = (id: string) => readApi<ReviewView>(app.url, `/reviews/${id}`);
const readRow = async (feature: string) =>
  (await readApi<FeatureTable>(app.url, '/analytics/features')).rows.find((row) => row.feature === feature);
/** A review that no test has touched, with one tag or more. */
const pickReview = async (): Promise<ReviewView> => {
  const { items } = await readApi<ReviewPage>(app.url, '/reviews?feature=night_vision&polarity=positive&limit=200');
  const review = items.find(({ version }) => version === 1);
  if (!review) throw new Error('no review is left');
  return review;
};
const openReview = async () => {
  const review = await pickReview();
  const page = await open(`/reviews/${review.id}`);
  await page.getByRole('heading', { name: 'Features', exact: true }).waitFor();
  return { page, review };
};
const wrong = (page: Page, tag: string) => page.getByRole('button', { name: `Wrong tag? ${tag}` });
const choose = (page: Page, judgement: string) =>
  page.getByRole('group', { name: /^What is right of/ }).getByRole('button', { name: judgement, exact: true });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ') ?? '');
const patch = (id: string, body: object) =>
  fetch(`${app.url}/api/v1/reviews/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a tag in the sentences behind a number', () => {
  it('is corrected by the keyboard: number, bar and list follow, and nothing jumps; undo restores all', async () => {
    const before = await readRow('night_vision');
    if (!before) throw new Error('nobody speaks of night vision');
    const page = await open('/?s.feature=night_vision&s.polarity=positive');
    const heading = page.getByRole('dialog').getByRole('heading', { level: 2 });
    await expect.poll(() => heading.textContent()).toBe(`${before.positive} positive reviews`);
    const { items } = await readApi<Quotes>(
      app.url,
      '/analytics/quotes?order=representative&feature=night_vision&polarity=positive',
    );
    const item = page.getByRole('dialog').getByRole('listitem').nth(7);
    const link = await item.getByRole('link').getAttribute('href');
    const list = page.locator('.sheet-scroll');
    await item.scrollIntoViewIfNeeded();
    await item.getByRole('button', { name: 'Wrong tag?' }).focus();
    const top = await list.evaluate((element) => element.scrollTop);
    expect(top).toBeGreaterThan(0);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => item.getByRole('group').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await item.getByText('corrected, was positive').waitFor();
    await item.getByText('No longer counted in this number').waitFor();
    await expect.poll(() => heading.textContent()).toBe(`${before.positive - 1} positive reviews`);
    await page
      .getByRole('group', { name: 'Judgement' })
      .getByRole('button', { name: `Negative ${before.negative + 1}` })
      .waitFor();
    expect(await item.getByRole('link').getAttribute('href')).toBe(link);
    expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
    expect(await focused(page)).toBe('Wrong tag? Night vision, negative');
    expect(await item.locator('mark').first().getAttribute('title')).toBe(
      'Night vision: negative, corrected, was positive',
    );
    await page
      .getByLabel(`Night vision: net`, { exact: false })
      .and(page.locator(`[aria-label*="${before.negative + 1} negative"]`))
      .waitFor({ state: 'attached' });
    const id = items[7]?.review.id ?? '';
    expect((await readReview(id)).features['night_vision']).toBe('negative');

    await item.getByRole('button', { name: /^Undo/ }).press('Enter');
    await item.getByText('Taken back').waitFor();
    await expect.poll(() => heading.textContent()).toBe(`${before.positive} positive reviews`);
    await expect.poll(() => item.getByText('No longer counted').count()).toBe(0);
    expect(await readReview(id)).toMatchObject({ features: items[7]?.review.features, corrections: [] });
    expect(await readRow('night_vision')).toEqual(before);
    expect(await focused(page)).toBe('Wrong tag? Night vision, positive');
    expect(app.complaints).toEqual([]);
  });
});

describe('the tags on the page of a review', () => {
  it('are corrected, one after the other, and each is taken back by itself', async () => {
    const { page, review } = await openReview();
    const line = page.getByRole('listitem').filter({ has: page.getByText('Night vision', { exact: true }) });
    await wrong(page, 'Night vision, positive').click();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await choose(page, 'Not mentioned').click();
    await line.getByText('corrected, was positive').waitFor();
    await expect.poll(async () => (await readReview(review.id)).features).not.toHaveProperty('night_vision');
    await expect.poll(() => page.locator('.whole-text mark[title*="Night vision"]').count()).toBe(0);
    await page.getByText('Night vision: not mentioned').last().waitFor();

    await wrong(page, 'Night vision, not mentioned').click();
    await choose(page, 'Mixed').click();
    await wrong(page, 'Night vision, mixed').waitFor();
    await line.getByRole('button', { name: /^Undo/ }).click();
    await wrong(page, 'Night vision, not mentioned').waitFor();
    await expect
      .poll(async () => (await readReview(review.id)).corrections)
      .toMatchObject([{ found: 'positive', right: null }]);

    await page.reload();
    await line.getByText('corrected, was positive').waitFor();
    await wrong(page, 'Night vision, not mentioned').click();
    await choose(page, 'Positive').click();
    await expect.poll(async () => (await readReview(review.id)).corrections).toEqual([]);
    await expect.poll(() => line.getByText('corrected').count()).toBe(0);
    expect(app.complaints).toEqual([]);
  });

  it('can have one added that was overlooked', async () => {
    const { page, review } = await openReview();
    const add = page.getByRole('button', { name: 'Add a feature' });
    await add.press('Enter');
    expect(await page.getByRole('button', { name: 'Negative' }).isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Feature' }).selectOption('delivery');
    await page.getByRole('button', { name: 'Negative', exact: true }).press('Enter');
    await wrong(page, 'Delivery').waitFor();
    await page.getByText('corrected, was not mentioned').waitFor();
    await expect
      .poll(async () => (await readReview(review.id)).features)
      .toEqual({ ...review.features, delivery: 'negative' });
    expect(await focused(page)).toBe('Add a feature');

    await page.getByRole('button', { name: 'Undo Delivery' }).press('Enter');
    await expect.poll(() => wrong(page, 'Delivery').count()).toBe(0);
    await expect.poll(() => readReview(review.id)).toMatchObject({ features: review.features, corrections: [] });
    await expect.poll(() => focused(page)).toBe('Add a feature');
  });

  it('are called right, which is what the feature list measures by, and can be taken back', async () => {
    const { page, review } = await openReview();
    await wrong(page, 'Night vision').click();
    await choose(page, 'Not mentioned').click();
    await page.getByText('corrected, was positive').waitFor();
    await page.getByRole('button', { name: 'Tags are right' }).click();
    await page.getByText(/^Checked \d/).waitFor();
    await page.goto(`${app.url}/features`);
    await page.getByText('in 1 checked review so far').waitFor();
    const quality = await readApi<TagQuality>(app.url, '/taxonomy/quality');
    expect(quality.rows.find(({ feature }) => feature === 'night_vision')).toMatchObject({ found: 1, both: 0 });
    await page
      .getByRole('row', { name: /^Night vision/ })
      .getByText('n 1', { exact: true })
      .waitFor();

    await page.goto(`${app.url}/reviews/${review.id}`);
    await page.getByRole('button', { name: 'Tags are right', pressed: true }).click();
    await page.getByText('Say so once nothing is wrong or missing').waitFor();
    expect((await readReview(review.id)).tagsCheckedAt).toBeNull();
    await page.getByRole('button', { name: 'Undo The tags are not checked' }).click();
    await page.getByText(/^Checked \d/).waitFor();
    await page.getByRole('button', { name: 'Tags are right' }).click();
    await page.getByText('Say so once nothing').waitFor();
    await page.goto(`${app.url}/features`);
    await page.getByText('No review checked yet').waitFor();
  });
});

describe('a correction that is not saved', () => {
  it('says why and leaves the tag as it was; trying again saves it', async () => {
    const { page, review } = await openReview();
    const detail = 'The database does not answer just now.';
    await page.route('**/api/v1/reviews/*', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ detail }) })
        : route.continue(),
    );
    await wrong(page, 'Night vision').click();
    await choose(page, 'Negative').click();
    await page.getByRole('alert').getByText(`Not saved. ${detail}`).waitFor();
    await wrong(page, 'Night vision, positive').waitFor();
    await page.unroute('**/api/v1/reviews/*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('corrected, was positive').waitFor();
    expect((await readReview(review.id)).features['night_vision']).toBe('negative');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('since somebody else was quicker shows what the review has become', async () => {
    const { page, review } = await openReview();
    await patch(review.id, { version: review.version, features: { privacy: 'neutral' } });
    await wrong(page, 'Night vision').click();
    await choose(page, 'Neutral').click();
    await page.getByRole('alert').getByText('Somebody changed this review meanwhile').waitFor();
    await wrong(page, 'Privacy').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await wrong(page, 'Night vision, neutral').waitFor();
    // The screen shows it before the server has it.
    await expect
      .poll(async () => (await readReview(review.id)).features)
      .toMatchObject({ night_vision: 'neutral', privacy: 'neutral' });
  });
});

describe('the list of reviews', () => {
  it('shows what is left to check, and each filter can be taken away', async () => {
    const { page, review } = await openReview();
    const words = review.text.match(/Seen so far: (\w+, \w+, \w+)/)?.[1] ?? '';
    await page.getByRole('button', { name: 'Tags are right' }).click();
    await page.getByText(/^Checked \d/).waitFor();
    await page.goto(`${app.url}/reviews?${new URLSearchParams({ q: words, checked: 'true' })}`);
    const item = page.getByRole('link', { name: `Open review ${review.id}` });
    await item.waitFor();
    await page.getByRole('combobox', { name: 'Tags' }).selectOption('Not checked');
    await page.getByText('Nothing matches').waitFor();
    expect(new URL(page.url()).searchParams.get('checked')).toBe('false');
    await page.getByRole('button', { name: 'Reset 2 filters' }).waitFor();
    await page.getByRole('button', { name: 'Clear “Tags: Not checked”' }).click();
    await item.waitFor();
    expect(new URL(page.url()).searchParams.get('checked')).toBeNull();
    await patch(review.id, { version: (await readReview(review.id)).version, tagsChecked: false });
  });
});

it('a review in another language says that it was not analysed, in the list and on its page', async () => {
  const page = await open('/reviews?source=elsewhere');
  const item = page.getByRole('listitem').filter({ hasText: 'Halterung' });
  await item.getByText('Not analysed (German)').waitFor();
  await item.getByRole('link', { name: /^Open/ }).click();
  await page.getByText('Not analysed (German). Only English reviews are tagged').waitFor();
  expect(await page.getByRole('button', { name: 'Tags are right' }).count()).toBe(0);
});
