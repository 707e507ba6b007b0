import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

/** One product, and nothing for years: what an export of earlier times brings in. */
const app = useApp('old-reviews', {
  reviews: seedReviews(200).map((review, at) => ({
    ...review,
    product: 'alder-one',
    date: new Date(Date.UTC(2019, 0, 1 + at)).toISOString().slice(0, 10),
  })),
});
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('reviews that end long ago', () => {
  it('are compared in their last days, each change told once', async () => {
    const { page } = await app.open('/');
    const changes = card(page, 'What changed');
    await changes.getByText('21 Apr – 19 Jul 2019 against 21 Jan – 20 Apr 2019').waitFor();
    const told = await changes.getByRole('listitem').getByRole('link').allTextContents();
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((sentence) => sentence.includes('Alder One'))).toEqual([]);
  });

  it('offer two periods where there is no second product, and the controls say which', async () => {
    const { page } = await app.open('/compare');
    await page.getByRole('button', { name: 'Compare two periods' }).click();
    await card(page, 'Side by side').locator('canvas[data-drawn]').waitFor();
    const days = page.locator('input[type=date]');
    expect(await days.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toEqual([
      '2019-04-21',
      '2019-07-19',
      '2019-01-21',
      '2019-04-20',
    ]);
    expect(app.complaints).toEqual([]);
  });
});

describe('the overview', () => {
  it('shows a filter by feature in its controls, and takes it from there', async () => {
    const { page } = await app.open('/?feature=battery');
    const feature = page.getByRole('combobox', { name: 'Feature', exact: true });
    expect(await feature.inputValue()).toBe('battery');
    await feature.selectOption({ label: 'Night vision' });
    await expect.poll(() => new URL(page.url()).searchParams.get('feature')).toBe('night_vision');
  });

  it('tells of a feature only what is of its reviews', async () => {
    const { page } = await app.open('/?feature=battery');
    const told = card(page, 'What changed').getByRole('listitem').getByRole('link');
    await told.first().waitFor();
    for (const sentence of await told.allTextContents()) expect(sentence).toContain('Battery');
  });

  it('opens the sentences of a row beside its bar as on it', async () => {
    const { page } = await app.open('/');
    const features = card(page, 'Sentiment by feature');
    await features.locator('canvas[data-drawn]').waitFor();
    const row = await features.getByRole('button', { name: /^Night vision/ }).boundingBox();
    const plot = await features.locator('canvas').boundingBox();
    if (!row || !plot) throw new Error('nothing drawn');
    await page.mouse.click(plot.x + 2, row.y + row.height / 2);
    await expect.poll(() => new URL(page.url()).searchParams.get('s.feature')).toBe('night_vision');
  });

  it('says so where filters leave nothing, and takes them away', async () => {
    const { page } = await app.open('/?from=1999-01-01&to=1999-01-02');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page
      .getByRole('button', { name: /^Clear/ })
      .first()
      .click();
    await card(page, 'Sentiment by feature').waitFor();
  });
});
