import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DuplicatesEffect, FeatureTable, Quotes } from '../../server/contract/analytics.ts';
import { openPage, readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('overview', { reviews: [...seedReviews(150), ...seedCopies()] });

const open = async (path = '/'): Promise<Page> => {
  const { page } = await app.open(path);
  await page.getByRole('region', { name: 'Sentiment by feature' }).locator('canvas[data-drawn]').waitFor();
  return page;
};
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const sheet = (page: Page) => page.getByRole('dialog');

/** Reads quotes of the open sheet to the end and counts them. */
async function countQuotes(page: Page): Promise<number> {
  const more = sheet(page).getByRole('button', { name: 'Show more' });
  const items = sheet(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Open review' }) });
  await items.first().waitFor();
  while (await more.isVisible()) {
    const before = await items.count();
    await more.click();
    await expect.poll(() => items.count()).toBeGreaterThan(before);
  }
  return items.count();
}

describe('the charts', () => {
  it('are drawn: every canvas has colours, and says what it shows', async () => {
    const page = await open('/?interval=month');
    await expect.poll(() => page.locator('canvas[data-drawn]').count()).toBe(7);
    for (const canvas of await page.locator('canvas').all()) {
      const colours = await canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        const seen = new Set<string>();
        for (let at = 0; at < pixels.length; at += 4) {
          if ((pixels[at + 3] ?? 0) > 200) seen.add(`${pixels[at]} ${pixels[at + 1]} ${pixels[at + 2]}`);
        }
        return seen.size;
      });
      expect(colours).toBeGreaterThan(1);
      expect(await canvas.getAttribute('role')).toBe('img');
      expect(await canvas.getAttribute('aria-label')).toMatch(/.{20,}/);
    }
    expect(app.complaints).toEqual([]);
  });

  it('show in their table what the API answers', async () => {
    const page = await open();
    const { rows } = await readApi<FeatureTable>(app.url, '/analytics/features');
    await card(page, 'Sentiment by feature')
      .getByRole('button', { name: 'View sentiment by feature as table' })
      .click();
    const table = card(page, 'Sentiment by feature').getByRole('table');
    for (const row of rows.filter(({ reviews }) => reviews > 0)) {
      const cells = await table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: row.label, exact: true }) })
        .getByRole('cell')
        .allTextContents();
      const wanted = [row.reviews, row.negative, row.mixed, row.neutral, row.positive].map(String);
      expect([row.label, ...cells.slice(0, 5)]).toEqual([row.label, ...wanted]);
    }
  });

  it('hand their rows out as CSV', async () => {
    const page = await open();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card(page, 'Sentiment by feature').getByRole('button', { name: 'Download sentiment by feature as CSV' }).click(),
    ]);
    const file = join(await mkdtemp(join(tmpdir(), 'reviewfinder-csv-')), 'rows.csv');
    await download.saveAs(file);
    const text = await readFile(file, 'utf8');
    const { rows } = await readApi<FeatureTable>(app.url, '/analytics/features');
    expect(text.trim().split(/\r?\n/)).toHaveLength(rows.length + 1);
  });
});

describe('the sentences behind a number', () => {
  it('are exactly as many reviews as the row says', async () => {
    const page = await open();
    const { rows } = await readApi<FeatureTable>(app.url, '/analytics/features');
    const row = rows.find(({ reviews }) => reviews > 20);
    if (!row) throw new Error('no feature has enough reviews');
    await card(page, 'Sentiment by feature')
      .getByRole('button', { name: `${row.label}: net` })
      .click({ position: { x: 20, y: 10 } });
    await sheet(page)
      .getByRole('heading', { name: `${row.reviews} reviews` })
      .waitFor();
    expect(await countQuotes(page)).toBe(row.reviews);
  });

  it('open from a part of a bar by the keyboard, with its words marked, and close with Back', async () => {
    const page = await open();
    await card(page, 'Sentiment by feature')
      .getByRole('group', { name: /^Chart/ })
      .focus();
    await page.keyboard.press('ArrowRight');
    const told = await card(page, 'Sentiment by feature').locator('.plot [role=status]').textContent();
    const [, polarity, count] = /, (\w+): (\d+) of/.exec(told ?? '') ?? [];
    await page.keyboard.press('Enter');
    await sheet(page)
      .getByRole('heading', { name: new RegExp(`^${count} ${polarity} reviews?$`) })
      .waitFor();
    expect(await countQuotes(page)).toBe(Number(count));
    expect(await sheet(page).locator('blockquote mark').count()).toBeGreaterThan(0);
    await page.goBack();
    await expect.poll(() => sheet(page).count()).toBe(0);
  });

  it('open from the bar under the pointer', async () => {
    const page = await open();
    const canvas = card(page, 'Sentiment by feature').locator('canvas');
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the canvas has no place');
    await page.mouse.click(box.x + box.width * 0.46, box.y + 16);
    await sheet(page)
      .getByRole('heading', { name: /\d+ \w+ reviews?/ })
      .waitFor();
    const query = new URL(page.url()).searchParams;
    const quotes = await readApi<Quotes>(
      app.url,
      `/analytics/quotes?feature=${query.get('s.feature')}&polarity=${query.get('s.polarity')}`,
    );
    expect(await countQuotes(page)).toBe(quotes.total);
  });

  it('open from the heat table, the stars and the table view', async () => {
    const page = await open();
    await card(page, 'Features by product').locator('.heat td button:not(.few)').first().click();
    const heading = sheet(page).getByRole('heading', { level: 2 });
    await expect.poll(() => heading.textContent()).toMatch(/^\d+ reviews?$/);
    await sheet(page).getByRole('button', { name: 'Close' }).click();

    const effect = await readApi<DuplicatesEffect>(app.url, '/analytics/duplicates-effect');
    const five = effect.once.stars.find(({ stars }) => stars === 5)?.reviews;
    await card(page, 'Stars')
      .getByRole('button', { name: /^5 stars/ })
      .click({ position: { x: 10, y: 10 } });
    await expect.poll(() => heading.textContent()).toBe(`${five} reviews with 5 stars`);
    expect(await countQuotes(page)).toBe(five);
    await sheet(page).getByRole('button', { name: 'Close' }).click();

    await card(page, 'Sentiment by feature')
      .getByRole('button', { name: 'View sentiment by feature as table' })
      .click();
    const cell = card(page, 'Sentiment by feature').locator('td button').nth(1);
    const count = Number(await cell.textContent());
    await cell.click();
    await expect.poll(() => heading.textContent()).toMatch(new RegExp(`^${count} \\w+ reviews?$`));
    expect(await countQuotes(page)).toBe(count);
  });
});

describe('the address', () => {
  it('holds the filters: a clean browser shows the same, and Back takes the last one away', async () => {
    const page = await open();
    await page.getByLabel('Product', { exact: true }).selectOption('alder-one');
    await expect.poll(() => page.url()).toContain('product=alder-one');
    await page.getByRole('button', { name: 'All reviews', exact: true }).click();
    await expect.poll(() => page.url()).toContain('counting=all');
    const wanted = await readApi<DuplicatesEffect>(app.url, '/analytics/duplicates-effect?product=alder-one');
    const figure = page.getByRole('region', { name: 'Key figures' }).locator('.fig').first();
    await expect.poll(() => figure.textContent()).toBe(String(wanted.all.reviews));

    const other = await openPage(app.browser, page.url());
    const otherFigure = other.page.getByRole('region', { name: 'Key figures' }).locator('.fig').first();
    await expect.poll(() => otherFigure.textContent()).toBe(String(wanted.all.reviews));
    expect(await other.page.getByLabel('Product', { exact: true }).inputValue()).toBe('alder-one');
    expect(
      await other.page.getByRole('button', { name: 'All reviews', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await other.context.close();

    await page.goBack();
    await expect.poll(() => figure.textContent()).toBe(String(wanted.once.reviews));
    expect(await page.getByRole('button', { name: 'Counted once', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('holds the lines of the chart', async () => {
    const page = await open('/?interval=month&lines=clarity');
    const lines = page.getByRole('group', { name: 'Features in the chart' });
    await lines.getByRole('combobox').selectOption('battery');
    await expect.poll(() => page.url()).toContain('lines=clarity,battery');
    await lines.getByRole('button', { name: /^Image clarity/ }).click();
    await expect.poll(() => page.url()).toContain('lines=battery');
  });

  it('that leaves nothing over says so and offers the way out', async () => {
    const { page } = await app.open('/?product=alder-one&source=nowhere');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Clear “nowhere”' }).click();
    await page.getByRole('region', { name: 'Sentiment by feature' }).locator('canvas[data-drawn]').waitFor();
    expect(page.url()).toContain('product=alder-one');
    expect(page.url()).not.toContain('source');
  });
});
