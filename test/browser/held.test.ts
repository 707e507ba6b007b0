import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReviewView } from '../../server/contract/reviews.ts';
import type { HeldDecisionPage, HeldPage } from '../../server/contract/screening.ts';
import { PHONE, readApi } from './open-page.ts';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('held', { reviews: seedReviews(10), isNewForEach: true });
const TEXT = 'Fine at night. Send the refund to 4111 1111 1111 1111 and have a look at www.other-shop.example please.';

const postHeld = (at: number) =>
  fetch(`${app.url}/api/v1/reviews`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ source: 'own-shop', externalId: `held-${at}`, product: 'alder-one', title: `Held number ${at}` },
      ...{ text: `${TEXT} This is the letter of house ${at}${at}${at}.`, rating: 5, date: '2026-09-01' },
    }),
  });
const listHeld = () => readApi<HeldPage>(app.url, '/moderation/held');
const decide = async (id: string | undefined, action: object) => {
  const { version } = await readApi<ReviewView>(app.url, `/reviews/${id}`);
  const answer = await fetch(`${app.url}/api/v1/moderation/held/${id}/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...action, version }),
  });
  expect(answer.status).toBe(200);
};
const title = (page: Page) => page.locator('#held-title').textContent();
const open = async (path = '/held') => {
  const { page } = await app.open(path);
  await page.getByRole('group', { name: 'Decide' }).waitFor();
  return page;
};
const told = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor();

beforeEach(async () => {
  for (const at of [1, 2, 3]) await postHeld(at);
  expect((await listHeld()).total).toBe(3);
});

describe('held reviews', () => {
  it('say why they wait, with the words marked and personal data masked', async () => {
    const page = await open();
    await expect.poll(() => title(page)).toBe('Held number 1');
    const reasons = await page.getByRole('list', { name: 'What was found' }).getByRole('listitem').allTextContents();
    expect(reasons.some((text) => /^Holds it.*Card or account number/.test(text))).toBe(true);
    const marks = await page.locator('mark.flagged').allTextContents();
    expect(marks.join(' | ')).toMatch(/\[card\].*Card or account number.*www\.other-shop\.example.*Link/);
    expect(await page.textContent('body')).not.toContain('4111');
    expect(app.complaints).toEqual([]);
  });

  it('are published and removed by one key each, and that is taken back by another', async () => {
    const page = await open();
    await page.keyboard.press('f');
    await told(page, /^Published: R-\d+\./);
    await expect.poll(() => title(page)).toBe('Held number 2');
    await page.keyboard.press('d');
    await told(page, /^Removed: R-\d+\./);
    await expect.poll(() => title(page)).toBe('Held number 3');
    await expect.poll(async () => (await listHeld()).total).toBe(1);
    const { items } = await readApi<HeldDecisionPage>(app.url, '/moderation/held-decisions');
    expect(items.map(({ action, reason }) => [action, reason])).toEqual([
      ['remove', 'personal-data'],
      ['publish', null],
    ]);
    await page.keyboard.press('u');
    await told(page, /^Taken back/);
    await expect.poll(() => title(page)).toBe('Held number 2');
    await page.keyboard.press('u');
    await expect.poll(() => title(page)).toBe('Held number 1');
    await expect.poll(async () => (await listHeld()).total).toBe(3);
  });

  it('go with a note and another reason', async () => {
    const page = await open();
    await page.keyboard.press('n');
    await page.keyboard.type('An advertisement');
    await page.keyboard.press('Enter');
    await page.getByLabel('Reason to remove').selectOption('spam');
    await page
      .getByRole('group', { name: 'Decide' })
      .getByRole('button', { name: /^Remove/ })
      .click();
    await told(page, /^Removed/);
    const decisions = () => readApi<HeldDecisionPage>(app.url, '/moderation/held-decisions');
    await expect.poll(async () => (await decisions()).items[0]?.note).toBe('An advertisement');
    expect((await decisions()).items[0]?.reason).toBe('spam');
  });

  it('come back with the reason where somebody was faster', async () => {
    const page = await open();
    const [first] = (await listHeld()).items;
    await decide(first?.id, { action: 'publish' });
    await page.keyboard.press('d');
    await told(page, /^Not done, R-\d+ is back/);
    await page.locator('.q .failure').waitFor();
  });

  it('are narrowed by what was found, and say when nothing is', async () => {
    const page = await open();
    await page.getByLabel('Found', { exact: true }).selectOption('link');
    await expect.poll(() => new URL(page.url()).searchParams.get('check')).toBe('link');
    await page.getByRole('region', { name: 'Held reviews' }).getByRole('listitem').nth(2).waitFor();
    await page.goto(`${app.url}/held?check=burst`);
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => title(page)).toBe('Held number 1');
  });

  it.each([
    ['published', { action: 'publish' }],
    ['removed', { action: 'remove', reason: 'spam' }],
  ])('that are %s by now are told of at their address, with the way to them', async (status, action) => {
    const id = (await listHeld()).items[1]?.id;
    await decide(id, action);
    const { page } = await app.open(`/held/${id}`, { viewport: PHONE });
    await told(page, new RegExp(`^${id} does not wait: it is ${status}. This is the list.$`));
    await page.getByRole('region', { name: 'Held reviews' }).getByRole('listitem').nth(1).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/held');
    await page.getByRole('link', { name: 'Open the review' }).click();
    await page.getByRole('heading', { name: id ?? '', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Open the review' }).count()).toBe(0);
    expect(app.complaints).toEqual([]);
  });

  it('that never were are told of, also while another is open', async () => {
    const page = await open('/held/R-9999');
    await told(page, /^There is no review R-9999\. This is the list\.$/);
    await expect.poll(() => title(page)).toBe('Held number 1');
    await page.getByRole('link', { name: 'Held number 2', exact: true }).click();
    await page.evaluate(() => {
      history.pushState(null, '', '/held/R-1');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await told(page, /^R-1 does not wait: it is published/);
    await expect.poll(() => new URL(page.url()).pathname).toBe('/held');
    expect(await title(page)).toBe('Held number 2');
  });

  it('open at their address also where the filters leave them out', async () => {
    const id = (await listHeld()).items[1]?.id;
    const page = await open(`/held/${id}?product=birch-two`);
    await expect.poll(() => title(page)).toBe('Held number 2');
    expect(new URL(page.url()).pathname).toBe(`/held/${id}`);
    expect(await page.getByRole('status').allTextContents()).toEqual(['']);
  });

  it('are counted in the navigation as long as there are any', async () => {
    const page = await open();
    const link = page.getByRole('navigation').getByRole('link', { name: /^Held/ });
    const count = async () => (await link.textContent())?.trim();
    await expect.poll(count).toBe('Held3 to decide');
    await page.keyboard.press('f');
    await expect.poll(count).toBe('Held2 to decide');
    await page.keyboard.press('f');
    await page.keyboard.press('d');
    await expect.poll(count).toBe('Held');
    await page.keyboard.press('u');
    await expect.poll(count).toBe('Held1 to decide');
  });

  it('lead from the list to a review and on to the next on a phone', async () => {
    const { page } = await app.open('/held', { viewport: PHONE });
    await page.getByRole('link', { name: 'Held number 2' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await told(page, /^Published/);
    await expect.poll(() => title(page)).toBe('Held number 3');
    await page.getByRole('link', { name: /^List/ }).click();
    await expect.poll(() => page.getByRole('region', { name: 'Held reviews' }).getByRole('listitem').count()).toBe(2);
  });
});
