import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClusterPage } from '../../server/contract/duplicates.ts';
import { DESK, PHONE, readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('access', { reviews: [...seedReviews(150), ...seedCopies()] });
let cluster: string;

beforeAll(async () => {
  cluster = (await readApi<ClusterPage>(app.url, '/duplicates')).items[0]?.id ?? '';
});

const PAGES: { name: string; path: () => string; ready: (page: Page) => Promise<void> }[] = [
  {
    name: 'overview',
    path: () => '/?interval=month',
    ready: (page) => page.locator('canvas[data-drawn]').nth(3).waitFor(),
  },
  {
    name: 'sentences',
    path: () => '/?s.feature=clarity',
    ready: (page) => page.getByRole('dialog').getByRole('listitem').first().waitFor(),
  },
  { name: 'duplicates', path: () => `/duplicates/${cluster}`, ready: (page) => page.locator('.sides').waitFor() },
  { name: 'list of duplicates', path: () => '/duplicates', ready: (page) => page.locator('.q').first().waitFor() },
  {
    name: 'removed',
    path: () => '/duplicates?tab=removed',
    ready: (page) => page.locator('.dq-none .state-h').waitFor(),
  },
  { name: 'import', path: () => '/import', ready: (page) => page.locator('.drop').waitFor() },
  {
    name: 'connections',
    path: () => '/connections',
    ready: (page) => page.getByText('Nobody is told yet').waitFor(),
  },
  {
    name: 'feature list',
    path: () => '/features',
    ready: (page) => page.locator('.features td .link, .features-list dd .link').first().waitFor(),
  },
  { name: 'reviews', path: () => '/reviews', ready: (page) => page.locator('.quotes > li').first().waitFor() },
  { name: 'review', path: () => '/reviews/R-1', ready: (page) => page.locator('.history li').first().waitFor() },
  { name: 'unknown page', path: () => '/nowhere', ready: (page) => page.locator('.state-h').waitFor() },
];
const LOOKS = [
  { look: 'desk, light', viewport: DESK, theme: 'light' },
  { look: 'desk, dark', viewport: DESK, theme: 'dark' },
  { look: 'phone, light', viewport: PHONE, theme: 'light' },
] as const;

describe.each(LOOKS)('$look', ({ viewport, theme }) => {
  it.each(PAGES)('$name can be used by everyone, fits, and keeps the policy', async ({ path, ready }) => {
    const { page, complaints } = await app.open(path(), { viewport, theme });
    await ready(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('the help dialog', () => {
  it('can be used by everyone', async () => {
    const { page } = await app.open('/duplicates');
    await page.locator('.sides').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the theme', () => {
  it('follows the switch and is remembered', async () => {
    const { page } = await app.open('/import');
    const shown = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await shown();
    const button = page.locator('.side').getByRole('button', { name: /^Colours/ });
    await button.click();
    expect(await shown()).toBe(light);
    await button.click();
    await expect.poll(shown).not.toBe(light);
    await page.reload();
    await expect.poll(shown).not.toBe(light);
  });
});
