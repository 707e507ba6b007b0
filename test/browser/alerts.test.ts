import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import type { AlertView } from '../../server/contract/alerts.ts';
import { readApi } from './open-page.ts';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('alerts', { reviews: seedReviews(60) });

it('an alert is tried out, saved, switched off and deleted, and the page says that no mail can be sent', async () => {
  const { page } = await app.open('/alerts');
  await page.getByText('This server has no mail server').waitFor();
  await page.getByRole('heading', { name: 'No alerts yet' }).waitFor();
  await page.getByRole('button', { name: 'New alert' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Stars fall');
  await dialog.getByLabel('What', { exact: true }).selectOption('stars');
  await dialog.getByText(/Would have fired \d+ times? in the last 90 days/).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save alert' }).click();
  await page.getByText('Average stars of all products falls by 0.3 or more').waitFor();
  await page.getByRole('button', { name: 'Switch off Stars fall' }).click();
  await page.getByRole('button', { name: 'Switch on Stars fall' }).waitFor();
  await page.getByRole('button', { name: 'Delete Stars fall' }).click();
  await page.getByRole('heading', { name: 'No alerts yet' }).waitFor();
});

it('an alert that was deleted comes back by Undo as it was, and once', async () => {
  const rule = {
    ...{ name: 'Blame of the own shop', metric: 'share-negative', direction: 'rise', change: 0.15, windowDays: 10 },
    ...{ minimumN: 30, sensitivity: 'low', frequency: 'weekly', enabled: false },
    ...{ scope: { source: 'own-shop', product: 'alder-one' }, channel: {} },
  };
  const made = await fetch(`${app.url}/api/v1/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rule),
  });
  expect(made.status).toBe(201);
  const listAlerts = async () => (await readApi<{ items: AlertView[] }>(app.url, '/alerts')).items;
  const { page } = await app.open('/alerts');
  await page.getByRole('button', { name: 'Delete Blame of the own shop' }).click();
  await page.getByRole('status').filter({ hasText: '“Blame of the own shop” is deleted.' }).waitFor();
  await expect.poll(listAlerts).toEqual([]);
  await page.getByRole('button', { name: 'Undo', exact: true }).dblclick();
  await page.getByRole('status').filter({ hasText: '“Blame of the own shop” is back.' }).waitFor();
  await page.getByRole('button', { name: 'Switch on Blame of the own shop' }).waitFor();
  expect(await listAlerts()).toMatchObject([rule]);
  expect(app.complaints).toEqual([]);
});
