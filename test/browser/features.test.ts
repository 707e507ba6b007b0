import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../server/contract/analytics.ts';
import type { TaxonomyView } from '../../server/contract/taxonomy.ts';
import { readApi } from './open-page.ts';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('features', { reviews: seedReviews(150) });

const open = async (path: string): Promise<Page> => {
  return (await app.open(path)).page;
};
const openList = async () => {
  const page = await open('/features');
  await page.getByRole('heading', { name: /^\d+ features$/ }).waitFor();
  return page;
};
const row = (page: Page, name: RegExp) => page.getByRole('row', { name });
const sheet = (page: Page) => page.getByRole('dialog');

/** Writes the list as somebody else would. */
async function saveElsewhere(change: (view: TaxonomyView) => TaxonomyView['features']): Promise<void> {
  const view = await readApi<TaxonomyView>(app.url, '/taxonomy');
  const features = change(view).map(({ id, label, words }) => ({ id, label, words }));
  const answer = await fetch(`${app.url}/api/v1/taxonomy`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: view.version, features }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

describe('the feature list', () => {
  it('is two taps away on a phone', async () => {
    const { page } = await app.open('', { viewport: { width: 320, height: 640 } });
    const tabs = page.getByRole('navigation', { name: 'Main' });
    await tabs.getByRole('button', { name: 'More' }).click();
    await page.getByRole('dialog', { name: 'All pages' }).getByRole('link', { name: 'Feature list' }).click();
    await page.getByRole('heading', { name: 'Feature list' }).waitFor();
    expect(await tabs.locator('[aria-current]').textContent()).toBe('More');
    const isCut = await tabs
      .locator('> a, > button')
      .evaluateAll((links) => links.map((link) => link.scrollWidth > link.clientWidth));
    expect(isCut).toEqual([false, false, false, false, false]);
  });

  it('takes a feature of one’s own: reviews are tagged anew, and the overview has it', async () => {
    const page = await openList();
    await page.getByRole('button', { name: 'Add a feature' }).click();
    await sheet(page).getByLabel('Name').fill('Lake birds');
    await sheet(page).getByRole('button', { name: 'Save and tag anew' }).click();
    await sheet(page).getByText('Add at least one word').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await sheet(page).getByRole('textbox', { name: 'Words' }).fill('heron, otter');
    await page.keyboard.press('Enter');
    await sheet(page).getByRole('button', { name: 'Take out “otter”' }).waitFor();
    await page.keyboard.press('Enter');

    await page.getByRole('progressbar', { name: 'Reviews tagged anew' }).waitFor();
    expect(await page.getByRole('region', { name: 'Tagging anew' }).textContent()).toMatch(/\d+ of 150/);
    const found = row(page, /^Lake birds/);
    await expect.poll(() => found.getByRole('link').textContent(), { timeout: 30_000 }).toMatch(/^\d+$/);
    const { rows } = await readApi<FeatureTable>(app.url, '/analytics/features');
    const reviews = rows.find(({ feature }) => feature === 'lake_birds')?.reviews ?? 0;
    expect(reviews).toBeGreaterThan(0);
    await expect.poll(() => found.getByRole('link').textContent()).toBe(String(reviews));

    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'View sentiment by feature as table' }).click();
    const card = page.getByRole('region', { name: 'Sentiment by feature', exact: true });
    await card.getByRole('button', { name: `Lake birds: ${reviews} reviews` }).waitFor();
    expect(app.complaints).toEqual([]);
  });

  it('says at the field what the server refuses', async () => {
    const page = await openList();
    await row(page, /^Image clarity/)
      .getByRole('button', { name: 'Edit' })
      .click();
    await sheet(page).getByLabel('Added words').first().fill('crisp/sharp');
    await sheet(page).getByRole('button', { name: 'Save and tag anew' }).click();
    await sheet(page).getByText('“crisp/sharp” is not a word').waitFor();
    expect(await sheet(page).getByRole('textbox', { name: 'Added words' }).getAttribute('aria-invalid')).toBe('true');
    await sheet(page).getByRole('button', { name: 'Take out “crisp/sharp”' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet(page).count()).toBe(0);
  });

  it('does not overwrite what somebody else has changed, and keeps what was typed', async () => {
    const page = await openList();
    await row(page, /^Image clarity/)
      .getByRole('button', { name: 'Edit' })
      .click();
    await sheet(page).getByRole('textbox', { name: 'Added words' }).fill('crispness');
    await saveElsewhere(({ features }) =>
      features.map((feature) => (feature.id === 'audio' ? { ...feature, label: 'Speaker' } : feature)),
    );
    await sheet(page).getByRole('button', { name: 'Save and tag anew' }).click();
    await sheet(page).getByText('somebody changed the feature list').waitFor();
    await sheet(page).getByRole('button', { name: 'Load again' }).click();
    await sheet(page).getByRole('button', { name: 'Save and tag anew' }).click();
    await expect.poll(() => sheet(page).count()).toBe(0);
    const { features } = await readApi<TaxonomyView>(app.url, '/taxonomy');
    expect(features.find(({ id }) => id === 'clarity')?.words).toEqual(['crispness']);
    expect(features.find(({ id }) => id === 'audio')?.label).toBe('Speaker');
  });

  it('switches a default feature off, on again, and takes it back', async () => {
    const page = await openList();
    const off = page.getByRole('region', { name: 'Switched off' });
    await row(page, /^Delivery/)
      .getByRole('button', { name: 'Switch off' })
      .click();
    await off.getByText('Delivery').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, /^Delivery/).waitFor();
    await row(page, /^Delivery/)
      .getByRole('button', { name: 'Switch off' })
      .click();
    await off.getByRole('button', { name: 'Switch on Delivery' }).click();
    await row(page, /^Delivery/).waitFor();
    await expect.poll(() => off.count()).toBe(0);
  });
});
