import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DuplicatesEffect } from '../../server/contract/analytics.ts';
import type { ClusterDetail, Decision } from '../../server/contract/duplicates.ts';
import type { LogPage } from '../../server/contract/moderation-log.ts';
import { idNumber } from '../../server/public-ids.ts';
import { clusterOf } from './bench-page.ts';
import { postReviews, readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('log', { reviews: [...seedReviews(20), ...seedCopies()], isNewForEach: true });

/** As somebody else would, through the same service. */
async function removeAs(actor: string, headline: string, note?: string): Promise<void> {
  const { id, version, suggestedKeep, suggestedReason } = await clusterOf(app.url, headline);
  const decide = { action: 'remove', keep: suggestedKeep, reason: suggestedReason, version } as const;
  await app.core.services.decisions.decide(idNumber(id), { ...decide, ...(note ? { note } : {}) }, actor);
}
const row = (page: Page, actor: string) =>
  page.locator('.log-row').filter({ has: page.locator('.log-when').getByText(actor, { exact: true }) });
const readEffect = () => readApi<DuplicatesEffect>(app.url, '/analytics/duplicates-effect');

describe('the log of decisions', () => {
  it('tells who decided what and why, and takes any of it back, with every figure', async () => {
    const before = await readEffect();
    await removeAs('Ann', 'Title of window', 'A family');
    await removeAs('Ben', 'Title of boat');
    const { page } = await app.open('/log');
    await row(page, 'Ann').waitFor();
    expect(await row(page, 'Ann').textContent()).toMatch(/Removed 2 copies, kept R-\d+.*“A family”/);
    await row(page, 'Ann').getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Ann').getByText('Undone by Local user').waitFor();
    await row(page, 'Ben').getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Ben').getByText('Undone by Local user').waitFor();
    expect(await readEffect()).toEqual(before);
    expect(app.complaints).toEqual([]);
  });

  it('explains which later decision stands in the way, and leads to it', async () => {
    await removeAs('Ann', 'Title of boat');
    const [first] = (await readApi<{ items: Decision[] }>(app.url, '/decisions')).items;
    const { text: words } = await readApi<{ text: string }>(app.url, `/reviews/${first?.kept[0]}`);
    await postReviews(app.url, [
      {
        ...{ source: 'third-shop', externalId: 'again', product: 'alder-one', title: 'Title of boat', text: words },
        ...{ rating: 4, date: '2026-09-20', author: 'Somebody new' },
      },
    ]);
    await removeAs('Ben', 'Title of boat');
    const { page } = await app.open('/log');
    await row(page, 'Ann').getByRole('button', { name: 'Undo' }).click();
    const refused = row(page, 'Ann').getByRole('alert');
    expect(await refused.textContent()).toMatch(/D-\d+ by Ben decided on the same reviews later: undo that first/);
    await refused.getByRole('link', { name: /^Show D-/ }).click();
    await row(page, 'Ben').waitFor();
    await row(page, 'Ben').getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Ben').getByText('Undone by').waitFor();
  });

  it('is narrowed in the address, and comes as CSV', async () => {
    await removeAs('Ann', 'Title of window');
    await removeAs('Ben', 'Title of boat');
    const { page } = await app.open('/log');
    await row(page, 'Ben').waitFor();
    await page.getByLabel('By').fill('Ann');
    await page.getByLabel('By').press('Enter');
    await expect.poll(() => page.locator('.log-row').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('moderator')).toBe('Ann');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download decisions as CSV' }).click(),
    ]);
    const csv = await text(await download.createReadStream());
    expect(csv.trim().split('\n')).toHaveLength(2);
    expect(csv).toContain('Ann');
    await page.getByLabel('Stands').selectOption('true');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  });

  it('is checked row by row in the browser, and says which row was changed', async () => {
    for (const headline of ['Title of window', 'Title of boat', 'Title of school']) await removeAs('Ann', headline);
    const { page, context } = await app.open('/log');
    const state = page.getByRole('region', { name: 'State of the log' });
    const { head } = await readApi<LogPage>(app.url, '/decisions/log?limit=1');
    await state.getByText(head?.hash ?? 'no head').waitFor();
    await state.getByRole('button', { name: 'Verify' }).click();
    await state.getByText('All 3 rows are as they were written').waitFor();

    await context.route('**/decisions/log?**', async (route) => {
      const answer = await route.fetch();
      const log = (await answer.json()) as LogPage;
      const items = log.items.map((one) => (one.seq === 2 ? { ...one, actor: 'Nobody' } : one));
      await route.fulfill({ response: answer, json: { ...log, items } });
    });
    await state.getByRole('button', { name: 'Verify' }).click();
    await state.getByText('Row 2 was changed.').waitFor();
  });
});

describe('neutrality', () => {
  it('tells the rates by stars, who removed what, and whether that is more than chance', async () => {
    await removeAs('Ann', 'Title of window');
    const { page } = await app.open('/neutrality');
    await page.getByText('No warning.').waitFor();
    const rates = page.getByRole('table', { name: /^Removed of the reviews decided on/ });
    expect(await rates.getByRole('row').filter({ hasText: '5 stars' }).textContent()).toMatch(/2 of 2/);
    expect(await page.getByRole('table', { name: 'Removed reviews by moderator' }).textContent()).toContain('Ann');
    await page.getByLabel('Product').selectOption('birch-two');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  });
});

describe('rules and checks', () => {
  it('show what a rule would do before it can be switched on', async () => {
    const { page } = await app.open('/moderation');
    const card = page.getByRole('region', { name: 'Exact copies of the same author' });
    await card.getByLabel(/without asking$/).check();
    await card.getByLabel('Several sites').check();
    expect(await card.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await card.getByRole('button', { name: 'What would it do?' }).click();
    await card.getByText(/^Now:/).waitFor();
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').filter({ hasText: 'The rule is on.' }).waitFor();
    await page.reload();
    await expect.poll(() => card.getByLabel(/without asking$/).isChecked()).toBe(true);
  });

  it('show how many reviews a check would hold, and keep what is set', async () => {
    const { page } = await app.open('/moderation');
    const card = page.getByRole('region', { name: 'What reviews are checked for' });
    await card.getByLabel('Link').selectOption('hold');
    await card.getByRole('button', { name: 'What would it do?' }).click();
    await card.getByText(/would be held/).waitFor();
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await page.reload();
    await expect.poll(() => card.getByLabel('Link').inputValue()).toBe('hold');
  });

  it('erase a person’s data after it was shown how much that is', async () => {
    const { page } = await app.open('/moderation');
    await page.getByRole('button', { name: 'Erase a person’s data' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase a person’s data' });
    const erase = dialog.getByRole('button', { name: 'Erase for good' });
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByLabel('Author, the whole name').fill('window 0');
    await dialog.getByRole('button', { name: 'What would go?' }).click();
    await dialog.getByText(/It would erase: 1 review/).waitFor();
    const { members } = await readApi<ClusterDetail>(
      app.url,
      `/duplicates/${(await clusterOf(app.url, 'Title of window')).id}`,
    );
    expect(members.some(({ author }) => author === 'window 0')).toBe(true);
    await erase.click();
    await dialog.getByText(/^Erased: 1 review/).waitFor();
    const { items } = await readApi<{ items: { author: string | null }[] }>(app.url, '/reviews?limit=200');
    expect(items.some(({ author }) => author === 'window 0')).toBe(false);
  });
});
