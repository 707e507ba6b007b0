import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tellChange } from '../../client/state/tell-change.ts';
import type { Quotes } from '../../server/contract/analytics.ts';
import type { Changes, Comparison, Drivers, FeatureMap } from '../../server/contract/insights.ts';
import type { Summary } from '../../server/contract/summary.ts';
import type { TimelineEvent } from '../../server/contract/timeline.ts';
import { openPage, PHONE, readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('insights', { reviews: [...seedReviews(150), ...seedCopies()] });
const PERIOD = '/?from=2026-08-16&to=2026-09-30&interval=week';
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const sheet = (page: Page) => page.getByRole('dialog');
const heading = (page: Page) => sheet(page).getByRole('heading', { level: 2 });

async function openDrawn(path: string, name: string): Promise<Page> {
  const { page } = await app.open(path);
  await card(page, name).locator('canvas[data-drawn]').waitFor();
  return page;
}

/** Opens the first mark of a chart by the keys, and answers how many reviews its label promises. */
async function openFirstMark(page: Page, name: string): Promise<number> {
  await card(page, name)
    .getByRole('group', { name: /^Chart/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  const told = (await card(page, name).locator('.plot [role=status]').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await heading(page).waitFor();
  return Number((/, n ([\d,]+)/.exec(told) ?? /these ([\d,]+) reviews/.exec(told))?.[1]?.replaceAll(',', ''));
}

async function showTable(page: Page, name: string) {
  await card(page, name)
    .getByRole('button', { name: `View ${name.toLowerCase()} as table` })
    .click();
  return card(page, name).getByRole('table');
}

describe('what changed', () => {
  it('tells each change as the API does, and opens as many reviews as it says', async () => {
    const { page } = await app.open(PERIOD);
    const { rows } = await readApi<Changes>(app.url, '/analytics/changes?from=2026-08-16&to=2026-09-30&limit=40');
    const wanted = rows.filter((row) => !row.tooFew)[0];
    if (!wanted) throw new Error('nothing to compare');
    const item = card(page, 'What changed').getByRole('listitem').first();
    expect(await item.getByRole('link').textContent()).toBe(
      tellChange(wanted, { days: { before: 46, after: 46 }, locale: 'en-GB' }),
    );
    const button = item.getByRole('button', { name: /^Read/ });
    const count = Number(/Read (\d+)/.exec((await button.textContent()) ?? '')?.[1]);
    await button.click();
    await expect.poll(() => heading(page).textContent()).toMatch(new RegExp(`^${count} `));
  });

  it('leads to the page with the filters of the change', async () => {
    const { page } = await app.open(PERIOD);
    const { rows } = await readApi<Changes>(app.url, '/analytics/changes?from=2026-08-16&to=2026-09-30&limit=40');
    const after = rows.filter((row) => !row.tooFew)[0]?.filter.after ?? {};
    await card(page, 'What changed').getByRole('listitem').first().getByRole('link').click();
    await expect
      .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
      .toMatchObject(after as Record<string, string>);
  });
});

describe('what moves the stars', () => {
  it('has a table equal to the API, the formula, and opens exactly its reviews', async () => {
    const page = await openDrawn('/', 'What moves the stars');
    const { rows, formula } = await readApi<Drivers>(app.url, '/analytics/drivers');
    const count = await openFirstMark(page, 'What moves the stars');
    await expect.poll(() => heading(page).textContent()).toMatch(new RegExp(`^${count} \\w+ reviews? with stars$`));
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    expect(await card(page, 'What moves the stars').locator('.formula').textContent()).toContain(formula);
    const table = await showTable(page, 'What moves the stars');
    for (const row of rows) {
      const cells = await table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: row.label, exact: true }) })
        .getByRole('cell')
        .allTextContents();
      expect([cells[3], cells[7]]).toEqual([row.blamed.n, row.praised.n].map(String));
    }
  });
});

describe('the map', () => {
  it('opens the reviews of a point by the pointer, and its table is that of the API', async () => {
    const page = await openDrawn('/', 'Fix first, keep, watch');
    const { rows } = await readApi<FeatureMap>(app.url, '/analytics/map');
    const count = await openFirstMark(page, 'Fix first, keep, watch');
    await expect.poll(() => heading(page).textContent()).toMatch(new RegExp(`^${count} reviews?$`));
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    const table = await showTable(page, 'Fix first, keep, watch');
    const row = rows.find(({ reviews }) => reviews > 10);
    await table.getByRole('button', { name: `${row?.label}: ${row?.reviews} reviews` }).click();
    await expect.poll(() => heading(page).textContent()).toBe(`${row?.reviews} reviews`);
  });
});

describe('a note', () => {
  it('is typed in, drawn, changed, deleted and brought back', async () => {
    const page = await openDrawn('/?interval=month', 'Net sentiment over time');
    const over = card(page, 'Net sentiment over time');
    const titles = async () =>
      (await readApi<{ items: TimelineEvent[] }>(app.url, '/events')).items
        .filter(({ kind }) => kind === 'note')
        .map(({ title }) => title);
    await over.getByRole('button', { name: 'Add a note' }).click();
    await page.getByLabel('What happened').fill('Firmware 2.1');
    await page.getByLabel('Day (UTC)').fill('2026-08-12');
    await page.getByRole('button', { name: 'Add note' }).click();
    await over.getByText('Firmware 2.1').waitFor();
    await over.getByRole('button', { name: 'Change Firmware 2.1' }).click();
    await page.getByLabel('What happened').fill('Firmware 2.2');
    await page.getByRole('button', { name: 'Save note' }).click();
    await over.getByText('Firmware 2.2').waitFor();
    expect(await titles()).toEqual(['Firmware 2.2']);
    await over.getByRole('button', { name: 'Delete Firmware 2.2' }).click();
    await expect.poll(titles).toEqual([]);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(titles).toEqual(['Firmware 2.2']);
  });
});

describe('comparison', () => {
  const PATH = '/compare?p1=alder-one&p2=birch-two';

  it('shows in its table what the API answers, and opens a point by the keys', async () => {
    const page = await openDrawn(PATH, 'Side by side');
    const { rows } = await readApi<Comparison>(app.url, '/analytics/compare?products=alder-one&products=birch-two');
    const count = await openFirstMark(page, 'Side by side');
    await expect.poll(() => heading(page).textContent()).toMatch(new RegExp(`^${count} reviews?$`));
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    const table = await showTable(page, 'Side by side');
    for (const row of rows) {
      const cells = await table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: row.label, exact: true }) })
        .getByRole('cell')
        .allTextContents();
      expect([cells[2], cells[5]]).toEqual(row.cells.map(({ reviews }) => String(reviews)));
    }
  });

  it('of two periods stands in the address: a clean browser shows the same', async () => {
    const path = '/compare?by=period&from=2026-08-16&to=2026-09-30&compareFrom=2026-07-01&compareTo=2026-08-15';
    const page = await openDrawn(path, 'Side by side');
    const finding = await card(page, 'Side by side').locator('canvas').getAttribute('aria-label');
    const other = await openPage(app.browser, page.url());
    await card(other.page, 'Side by side').locator('canvas[data-drawn]').waitFor();
    expect(await card(other.page, 'Side by side').locator('canvas').getAttribute('aria-label')).toBe(finding);
    await other.context.close();
    const count = await openFirstMark(page, 'Side by side');
    await expect.poll(() => heading(page).textContent()).toMatch(new RegExp(`^${count} reviews?$`));
  });
});

describe('a product in short', () => {
  it('names strengths with counts that open their reviews, and sentences of customers', async () => {
    const { page } = await app.open('/products/alder-one');
    const summary = await readApi<Summary>(app.url, '/analytics/summary?product=alder-one');
    const [first] = summary.strengths;
    if (!first) throw new Error('no strength');
    const strengths = card(page, 'Strengths');
    expect(await strengths.getByRole('blockquote').first().textContent()).toBe(first.sentence?.text);
    await strengths.getByRole('button', { name: `${first.positive} positive about ${first.label}` }).click();
    await expect.poll(() => heading(page).textContent()).toBe(`${first.positive} positive reviews`);
  });
});

describe('a picture of a card', () => {
  it.each([
    ['Sentiment by feature', '/'],
    ['Features by product', '/'],
    ['What moves the stars', '/'],
    ['Side by side', '/compare?p1=alder-one&p2=birch-two'],
  ])('%s is a PNG with title, figures and filters in it', async (name, path) => {
    const { page } = await app.open(path);
    const button = card(page, name).getByRole('button', { name: `Download ${name.toLowerCase()} as PNG` });
    await expect.poll(() => button.isEnabled()).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const file = join(await mkdtemp(join(tmpdir(), 'reviewfinder-png-')), 'card.png');
    await download.saveAs(file);
    const bytes = await readFile(file);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const box = await card(page, name).boundingBox();
    expect(bytes.readUInt32BE(16)).toBe(Math.ceil((box?.width ?? 0) * 2));
    expect(bytes.readUInt32BE(20)).toBeGreaterThan((box?.height ?? 0) * 2);
    expect(bytes.length).toBeGreaterThan(20_000);
  });
});

describe('the sentences', () => {
  it('are read on as one scrolls, all of them, and in the order that is chosen', async () => {
    const { page } = await app.open('/?s.feature=clarity');
    const { total } = await readApi<Quotes>(app.url, '/analytics/quotes?feature=clarity');
    const items = sheet(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Open review' }) });
    await items.first().waitFor();
    await expect
      .poll(
        async () => {
          await sheet(page)
            .locator('.sheet-scroll')
            .evaluate((list) => list.scrollTo(0, list.scrollHeight));
          return items.count();
        },
        { timeout: 20_000 },
      )
      .toBe(total);
    await sheet(page).getByRole('button', { name: 'Newest first' }).click();
    const { items: newest } = await readApi<Quotes>(app.url, '/analytics/quotes?feature=clarity&order=newest&limit=1');
    await expect
      .poll(() => items.first().getByRole('link').getAttribute('href'))
      .toBe(`/reviews/${newest[0]?.review.id}`);
  });
});

describe('for everyone', () => {
  it.each([
    ['/compare?p1=alder-one&p2=birch-two', '.chart-card canvas[data-drawn]'],
    ['/products/alder-one', '.in-short'],
  ])('%s passes axe on desk and phone, and fits', async (path, ready) => {
    for (const options of [{}, { theme: 'dark' as const }, { viewport: PHONE }]) {
      const { page, context } = await openPage(app.browser, `${app.url}${path}`, options);
      await page.locator(ready).first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await context.close();
    }
  });

  it('the overview hardly moves while it loads', async () => {
    const { page } = await app.open('/nowhere');
    await page.addInitScript(() => {
      const sum = { value: 0 };
      Object.assign(globalThis, { shifts: sum });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum.value += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${app.url}/?interval=month`);
    await page.locator('canvas[data-drawn]').nth(5).waitFor();
    await page.waitForTimeout(500);
    expect(
      await page.evaluate(() => (globalThis as unknown as { shifts: { value: number } }).shifts.value),
    ).toBeLessThan(0.05);
  });
});
