import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DuplicatesEffect, FeatureTable } from '../../server/contract/analytics.ts';
import type { ReviewPage } from '../../server/contract/reviews.ts';
import { openPage, readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('share', { reviews: [...seedReviews(150), ...seedCopies()] });

const listViolations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );

describe('a share link', () => {
  it('is made, shows the figures of its filters to whoever has it, and nothing after it is withdrawn', async () => {
    const { page } = await app.open('/?product=alder-one');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('For the makers');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const url = await dialog.getByLabel('The link, shown this once').inputValue();
    expect(await listViolations(page)).toEqual([]);

    const path = new URL(url).pathname;
    const other = await openPage(app.browser, `${app.url}${path}`);
    await other.page.getByRole('heading', { name: 'For the makers' }).waitFor();
    const wanted = await readApi<DuplicatesEffect>(app.url, '/analytics/duplicates-effect?product=alder-one');
    const figure = other.page.getByRole('region', { name: 'Key figures' }).locator('.fig').first();
    await expect.poll(() => figure.textContent()).toBe(String(wanted.once.reviews));
    await other.page.getByRole('region', { name: 'Sentiment by feature' }).locator('canvas[data-drawn]').waitFor();
    expect(await listViolations(other.page)).toEqual([]);

    const { rows } = await readApi<FeatureTable>(app.url, '/analytics/features?product=alder-one');
    const row = rows.find(({ reviews }) => reviews > 20);
    await other.page.getByRole('button', { name: `${row?.label}: net` }).click({ position: { x: 20, y: 10 } });
    const sheet = other.page.getByRole('dialog');
    await sheet.getByRole('heading', { name: `${row?.reviews} reviews` }).waitFor();
    await sheet.getByRole('listitem').first().waitFor();
    expect(await sheet.getByRole('button', { name: /Wrong tag/ }).count()).toBe(0);
    expect(await sheet.getByRole('link').count()).toBe(0);
    await other.context.close();

    await dialog.getByRole('button', { name: 'Withdraw For the makers' }).click();
    await dialog.getByText('None', { exact: true }).waitFor();
    const late = await openPage(app.browser, `${app.url}${path}`);
    await late.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await late.context.close();
  });
});

/** Makes a link to the page that is open, and answers its path. */
async function shareOpenPage(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a link' }).click();
  return new URL(await page.getByRole('dialog').getByLabel('The link, shown this once').inputValue()).pathname;
}

const CARD = 'Side by side';
const finding = (page: Page) => page.getByRole('region', { name: CARD }).locator('canvas').getAttribute('aria-label');

describe('a share link to another page', () => {
  it.each([
    ['two products', '/compare?p1=alder-one&p2=birch-two'],
    ['two periods', '/compare?by=period&from=2026-08-16&to=2026-09-30&compareFrom=2026-07-01&compareTo=2026-08-15'],
  ])('shows a comparison of %s as its maker saw it, and opens its sentences', async (_, path) => {
    const { page } = await app.open(path);
    await page.getByRole('region', { name: CARD }).locator('canvas[data-drawn]').waitFor();
    const wanted = await finding(page);
    const shared = await shareOpenPage(page);
    const other = await openPage(app.browser, `${app.url}${shared}`);
    await other.page.getByRole('region', { name: CARD }).locator('canvas[data-drawn]').waitFor();
    expect(await finding(other.page)).toBe(wanted);
    expect(await listViolations(other.page)).toEqual([]);
    await other.page
      .getByRole('region', { name: CARD })
      .getByRole('group', { name: /^Chart/ })
      .focus();
    await other.page.keyboard.press('ArrowRight');
    const told = await other.page.getByRole('region', { name: CARD }).locator('.plot [role=status]').textContent();
    const count = /, n ([\d,]+)/.exec(told ?? '')?.[1]?.replaceAll(',', '');
    await other.page.keyboard.press('Enter');
    await other.page
      .getByRole('dialog')
      .getByRole('heading', { name: new RegExp(`^${count} reviews?$`) })
      .waitFor();
    await other.page.getByRole('dialog').locator('.quotes > li').first().waitFor();
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  it('shows a product in short, without a way to its reviews', async () => {
    const { page } = await app.open('/products/alder-one');
    await page.locator('.in-short blockquote').first().waitFor();
    const wanted = await page.locator('.in-short').allInnerTexts();
    const shared = await shareOpenPage(page);
    const other = await openPage(app.browser, `${app.url}${shared}`);
    await other.page.locator('.in-short blockquote').first().waitFor();
    expect(await other.page.locator('.in-short').allInnerTexts()).toEqual(
      wanted.map((text) => text.replaceAll(/ Open review\s+R-\d+/g, '')),
    );
    expect(await other.page.getByRole('main').getByRole('link').count()).toBe(0);
    await other.context.close();
  });
});

describe('a saved view', () => {
  it('brings the filters back', async () => {
    const { page } = await app.open('/?product=alder-one&counting=all');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByLabel('Save what is shown now as').fill('Alder with copies');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByText('Saved as').waitFor();
    await page.goto(`${app.url}/`);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Alder with copies', exact: true }).click();
    await expect.poll(() => page.url()).toContain('product=alder-one&counting=all');
  });
});

describe('on paper', () => {
  it('the page states filters, reviews, period and time, and shows no controls', async () => {
    const { page } = await app.open('/?product=alder-one');
    await page.getByRole('region', { name: 'Sentiment by feature' }).locator('canvas[data-drawn]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const head = page.locator('.print-head');
    await expect.poll(() => head.innerText()).toMatch(/Alder One.*counted once[\s\S]*\d+ reviews, .*2026.*Printed/);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.side').isVisible()).toBe(false);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  });
});

describe('on paper, another page', () => {
  it.each([
    [
      '/compare?p1=alder-one&p2=birch-two',
      '.chart-card canvas[data-drawn]',
      /Alder One, Birch Two · All time.*counted once[\s\S]*Alder One \d+ reviews, Birch Two \d+ reviews, .*2026.*Printed/,
    ],
    ['/products/alder-one', '.in-short', /Alder One.*counted once[\s\S]*\d+ reviews, .*2026.*Printed/],
  ])('%s states filters, reviews, period and time, and shows no controls', async (path, ready, wanted) => {
    const { page } = await app.open(path);
    await page.locator(ready).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.print-head').innerText()).toMatch(wanted);
    for (const control of ['.filters', '.compare-choose', '.side', '.page-head .right'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4', printBackground: true })).subarray(0, 4).toString()).toBe('%PDF');
  });
});

describe('the explorer', () => {
  it('counts what is found by feature, marks the words, narrows at a click, and the address holds it', async () => {
    const { page } = await app.open('/reviews?q=kettle');
    const wanted = await readApi<ReviewPage>(app.url, '/reviews?q=kettle&facets=true&limit=200');
    const [first] = wanted.facets?.features ?? [];
    if (!first) throw new Error('nothing found');
    await page.getByRole('heading', { name: `${wanted.total} review` }).waitFor();
    await expect.poll(() => page.locator('.quotes mark.found').count()).toBeGreaterThan(0);
    expect((await page.locator('.quotes mark.found').first().textContent())?.toLowerCase()).toBe('kettle');
    const facet = page.getByRole('complementary', { name: 'What was found, by' }).getByRole('button').first();
    expect(await facet.locator('small').textContent()).toBe(String(first.reviews));
    await facet.click();
    await expect.poll(() => page.url()).toContain(`q=kettle&feature=${first.value}`);
    await page.getByRole('heading', { name: `${first.reviews} review` }).waitFor();
    expect(await listViolations(page)).toEqual([]);
  });
});
