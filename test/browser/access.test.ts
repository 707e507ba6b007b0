import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGE_PATHS } from '../../client/state/page-paths.ts';
import { ALL_PAGES, DIALOG_FRAMES, DIALOGS, type Known, lookUpKnown, UNKNOWN_PAGE } from './all-pages.ts';
import { DESK, PHONE } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('access', { reviews: [...seedReviews(150), ...seedCopies()] });
let known: Known;

beforeAll(async () => {
  known = await lookUpKnown(app.url);
});

const LOOKS = [
  { look: 'desk, light', viewport: DESK, theme: 'light' },
  { look: 'desk, dark', viewport: DESK, theme: 'dark' },
  { look: 'phone, light', viewport: PHONE, theme: 'light' },
] as const;
const PAGES = [...Object.values(ALL_PAGES).flat(), UNKNOWN_PAGE];

const listViolations = async (page: Page) =>
  (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );

describe.each(LOOKS)('$look', ({ viewport, theme }) => {
  it.each(PAGES)('$name can be used by everyone, fits, and keeps the policy', async ({ path, ready }) => {
    const { page, complaints } = await app.open(path(known), { viewport, theme });
    await page.locator(ready).first().waitFor();
    expect(await listViolations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    // A link that does not work is answered with 404, which the browser notes.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
});

const SHOWN = Object.values(DIALOGS).flatMap((entry) => ('testedIn' in entry ? [] : entry));

describe('a dialog', () => {
  it.each(SHOWN)('with $name can be used by everyone', async ({ path, ready, open, isPhone }) => {
    const { page, complaints } = await app.open(path(known), { viewport: isPhone ? PHONE : DESK });
    await page.locator(ready).first().waitFor();
    await open(page);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await listViolations(page)).toEqual([]);
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    // axe tries to get into the frame of the mail, which runs nothing.
    expect(complaints.filter((text) => !text.startsWith('Blocked script execution'))).toEqual([]);
  });
});

describe('the lists of pages and dialogs', () => {
  const client = fileURLToPath(new URL('../../client/', import.meta.url));

  it('name every page', () => {
    expect(Object.keys(ALL_PAGES).sort()).toEqual(Object.keys(PAGE_PATHS).sort());
    for (const looks of Object.values(ALL_PAGES)) expect(looks.length).toBeGreaterThan(0);
  });

  it('name every file that opens a dialog', async () => {
    const files = (await readdir(client, { recursive: true })).filter((name) => name.endsWith('.tsx'));
    const opening = files.filter((name) =>
      /<(Modal|Sheet|FormDialog|dialog)\b/.test(readFileSync(`${client}${name}`, 'utf8')),
    );
    expect(opening.sort()).toEqual([...Object.keys(DIALOGS), ...DIALOG_FRAMES].sort());
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
