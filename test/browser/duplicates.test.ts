import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DuplicatesEffect } from '../../server/contract/analytics.ts';
import type { ClusterPage } from '../../server/contract/duplicates.ts';
import { PHONE, readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('duplicates', { reviews: [...seedReviews(30), ...seedCopies()], isNewForEach: true });

const open = async (path = '/duplicates'): Promise<Page> => {
  const { page } = await app.open(path);
  await page.getByRole('group', { name: 'Decide' }).waitFor();
  return page;
};
const readEffect = () => readApi<DuplicatesEffect>(app.url, '/analytics/duplicates-effect');
const listOpen = () => readApi<ClusterPage>(app.url, '/duplicates?state=open');
const title = (page: Page) => page.locator('#cluster-title');
const select = async (page: Page, headline: string) => {
  await page.getByRole('region', { name: 'Clusters to decide' }).getByRole('link', { name: headline }).click();
  await expect.poll(() => title(page).textContent()).toBe(headline);
  await page
    .getByRole('button', { name: /^Remove \d/ })
    .and(page.locator(':enabled'))
    .waitFor();
};
const told = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

describe('deciding with the keyboard', () => {
  it('removes the copies and takes that back, and every figure follows', async () => {
    const page = await open();
    const before = await readEffect();
    expect((await listOpen()).total).toBe(3);
    await select(page, 'Title of window');
    await page.keyboard.press('d');
    await told(page, /^Removed 2 copies, kept R-\d+\.$/);
    await expect.poll(() => title(page).textContent()).not.toBe('Title of window');
    await expect.poll(async () => (await readEffect()).all.reviews).toBe(before.all.reviews - 2);
    const after = await readEffect();
    expect(after.once.reviews).toBe(before.once.reviews);
    expect(after.copies).toBe(before.copies - 2);
    await page.getByRole('button', { name: 'To decide 2' }).waitFor();
    await page.getByRole('button', { name: 'Removed 1' }).waitFor();

    await page.keyboard.press('u');
    await told(page, /^Taken back/);
    await expect.poll(() => title(page).textContent()).toBe('Title of window');
    await page.getByRole('button', { name: 'To decide 3' }).waitFor();
    expect(await readEffect()).toEqual(before);
    expect(app.complaints).toEqual([]);
  });

  it('says “not duplicates”, so that every copy counts', async () => {
    const page = await open();
    const before = await readEffect();
    await select(page, 'Title of school');
    await page.keyboard.press('f');
    await told(page, /^Not duplicates: all 2 reviews/);
    await expect.poll(async () => (await readEffect()).once.reviews).toBe(before.once.reviews + 1);
    await page.getByRole('button', { name: 'Not duplicates 1' }).click();
    await page.getByRole('link', { name: 'Title of school' }).waitFor();
    await page.getByRole('group', { name: 'Decided' }).getByRole('button', { name: 'Undo' }).click();
    await told(page, /^Taken back/);
    await expect.poll(readEffect).toEqual(before);
  });

  it('swaps the survivor and keeps one copy more before it removes the rest', async () => {
    const page = await open();
    await select(page, 'Title of window');
    const kept = () => page.locator('.sidebox').first().getByRole('link').textContent();
    const suggested = await kept();
    await page.keyboard.press('s');
    await expect.poll(kept).not.toBe(suggested);
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Remove 1 copy' }).waitFor();
    await page.keyboard.press('d');
    await told(page, /^Removed 1 copy, kept R-\d+, R-\d+\.$/);
  });

  it('moves with j and k, puts off with e, and rests while a dialog is open or letters are typed', async () => {
    const page = await open();
    const first = await title(page).textContent();
    await page.keyboard.press('j');
    await expect.poll(() => title(page).textContent()).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => title(page).textContent()).toBe(first);
    await page.keyboard.press('e');
    await expect.poll(() => title(page).textContent()).not.toBe(first);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    await page.getByLabel('Reason').focus();
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    expect((await listOpen()).total).toBe(3);
  });

  it('puts the cluster back with the reason when someone else was faster', async () => {
    const { page, context } = await app.open('/import');
    // Without events this browser does not hear of the other.
    await context.route('**/duplicates/events', (route) => route.abort());
    await page.goto(`${app.url}/duplicates`);
    await page.getByRole('group', { name: 'Decide' }).waitFor();
    await select(page, 'Title of boat');
    const { items } = await listOpen();
    const cluster = items.find(({ headline }) => headline === 'Title of boat');
    const answer = await fetch(`${app.url}/api/v1/duplicates/${cluster?.id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'not_duplicates', version: cluster?.version }),
    });
    expect(answer.status).toBe(201);
    await page.keyboard.press('d');
    await told(page, /^Not done, “Title of boat” is back\./);
    await expect.poll(() => title(page).textContent()).toBe('Title of boat');
    await page.getByRole('region', { name: 'Clusters to decide' }).locator('.failure').waitFor();
  });
});

describe('the two texts', () => {
  it('show what differs by marks that are also said', async () => {
    const page = await open();
    await select(page, 'Title of school');
    const marks = page.locator('.sides');
    expect((await marks.locator('del').allTextContents()).join()).toMatch(/missing in the copy: (six|lunch)/);
    expect((await marks.locator('ins').allTextContents()).join()).toMatch(/added in the copy: (eight|noon)/);
  });
});

describe('while rewordings are looked for', () => {
  it('says how many reviews wait, and shows what has come up when none do', async () => {
    let waiting = 12;
    const { page, context } = await app.open('/import');
    await context.route('**/api/v1/workspace', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), awaitingSecondLook: waiting } });
    });
    await page.goto(`${app.url}/duplicates`);
    await page.getByText('Looking for rewordings among 12 reviews').waitFor();
    const reread = page.waitForRequest((request) => request.url().includes('/api/v1/duplicates?'));
    waiting = 0;
    await reread;
    await page.getByText('Looking for rewordings').waitFor({ state: 'detached' });
  });
});

describe('on a phone', () => {
  it('leads from the list to a cluster, on to the next, and back', async () => {
    const { page } = await app.open('/duplicates', { viewport: PHONE });
    await page.getByRole('link', { name: 'Title of window' }).click();
    await page.getByRole('button', { name: 'Remove 2 copies' }).click();
    await told(page, /^Removed 2 copies/);
    await expect.poll(() => title(page).textContent()).not.toBe('Title of window');
    await page.getByRole('link', { name: /^List/ }).click();
    await expect
      .poll(() => page.getByRole('region', { name: 'Clusters to decide' }).getByRole('listitem').count())
      .toBe(2);
  });
});
