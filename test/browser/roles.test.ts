import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../server/contract/access.ts';
import { DESK, PHONE } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const PASSWORD = 'four plain words of mine';
const app = useApp('roles', { reviews: [...seedReviews(60), ...seedCopies()] });

beforeAll(async () => {
  for (const role of ['admin', 'moderator', 'analyst'] as const)
    await app.core.services.users.create({ name: `Test ${role}`, role, password: PASSWORD });
  await new Promise((resolve) => setTimeout(resolve, 1100)); // until the app has noticed the first user
});

const listViolations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );

async function fill(page: Page, name: string, password = PASSWORD) {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens a page as somebody of a role. */
async function openAs(role: Role, path: string, options?: Parameters<typeof app.open>[1]) {
  const opened = await app.open(path, options);
  await fill(opened.page, `Test ${role}`);
  await opened.page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor({ state: 'detached' });
  return opened;
}

/** As the page itself would ask, whatever its buttons allow. */
const ask = (page: Page, method: string, path: string) =>
  page.evaluate(async ([how, where]) => (await fetch(`/api/v1${where}`, { method: how as string })).status, [
    method,
    path,
  ] as const);

const FORBIDDEN: Record<'analyst' | 'moderator', readonly (readonly [method: string, path: string])[]> = {
  analyst: [
    ['POST', '/duplicates/C-1/decisions'],
    ['PATCH', '/reviews/R-1'],
    ['POST', '/reviews'],
    ['POST', '/imports'],
    ['GET', '/reviews/R-1/raw'],
    ['GET', '/users'],
    ['PUT', '/taxonomy'],
  ],
  moderator: [
    ['GET', '/users'],
    ['POST', '/keys'],
    ['PUT', '/taxonomy'],
    ['PUT', '/moderation/checks'],
    ['POST', '/erasure'],
    ['GET', '/webhooks'],
  ],
};

describe.each([
  { look: 'desk, light', viewport: DESK, theme: 'light' },
  { look: 'phone, dark', viewport: PHONE, theme: 'dark' },
] as const)('$look', ({ viewport, theme }) => {
  it('asks who comes, and can be used by everyone', async () => {
    const { page } = await app.open('/reviews?q=kettle', { viewport, theme });
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await listViolations(page)).toEqual([]);
  });

  it.each([
    ['user', 'Add a person'],
    ['key', 'Make a key'],
  ])('asks an admin for what a new %s needs', async (what, title) => {
    const { page } = await openAs('admin', `/people?add=${what}`, { viewport, theme });
    await page.getByRole('dialog').getByRole('heading', { name: title }).waitFor();
    expect(await listViolations(page)).toEqual([]);
  });

  it('shows people and keys to an admin', async () => {
    const { page, complaints } = await openAs('admin', '/people', { viewport, theme });
    await page.getByRole('listitem').getByText('Test analyst').first().waitFor();
    await page.getByText('No keys yet').waitFor();
    expect(await listViolations(page)).toEqual([]);
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});

describe('signing in', () => {
  it('leads to the page that was asked for; a wrong password does not', async () => {
    const { page } = await app.open('/reviews?q=kettle');
    await fill(page, 'Test analyst', 'not the password');
    await page.getByRole('alert').getByText('The name or the password is wrong.').waitFor();
    await fill(page, 'Test analyst');
    await page
      .getByRole('heading', { name: /review/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/reviews?q=kettle');
  });

  it('is asked for again in the middle of work, at the same address', async () => {
    const { page, context } = await openAs('moderator', '/log');
    await page.getByRole('heading', { name: 'Decisions', exact: true }).waitFor();
    await context.clearCookies();
    await page.locator('.side').getByRole('link', { name: 'Held' }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/held');
    await fill(page, 'Test moderator');
    await page.getByRole('heading', { name: 'Held', exact: false }).first().waitFor();
  });

  it('ends by the account menu', async () => {
    const { page } = await openAs('analyst', '/');
    await page.locator('.side').getByRole('button', { name: 'Account: Test analyst, Analyst' }).click();
    expect(await listViolations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await ask(page, 'GET', '/workspace')).toBe(401);
  });
});

describe('a role', () => {
  it.each(['analyst', 'moderator'] as const)('%s may not do what others do', async (role) => {
    const { page } = await openAs(role, '/');
    await page
      .locator('.side')
      .getByRole('button', { name: /^Account/ })
      .waitFor();
    const answers = [];
    for (const [method, path] of FORBIDDEN[role]) answers.push([method, path, await ask(page, method, path)]);
    expect(answers).toEqual(FORBIDDEN[role].map((asked) => [...asked, 403]));
  });

  it('analyst is offered no decision, nor by keys', async () => {
    const { page } = await openAs('analyst', '/duplicates');
    await page.locator('.sides').waitFor();
    const bar = page.getByRole('group', { name: 'Decide', exact: true });
    await expect.poll(() => bar.getByRole('button', { name: /Remove/ }).isDisabled()).toBe(true);
    expect(await bar.textContent()).toContain('for moderators');
    const before = await page.locator('.q').count();
    await page.keyboard.press('d');
    await page.waitForTimeout(300);
    expect(await page.locator('.q').count()).toBe(before);
    expect(await page.locator('.side').getByRole('link', { name: 'People and keys' }).count()).toBe(0);
    await page.goto(`${app.url}/people`);
    await page.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
  });

  it('moderator decides, under their own name', async () => {
    const { page } = await openAs('moderator', '/duplicates');
    await page.locator('.sides').waitFor();
    await page.keyboard.press('f');
    await page.goto(`${app.url}/log`);
    await page.getByText('Test moderator').first().waitFor();
  });

  it('admin makes a key, shown once, and revokes it', async () => {
    const { page } = await openAs('admin', '/people?add=key');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Name').fill('The shop');
    await sheet.getByRole('button', { name: 'Make the key' }).click();
    const key = (await sheet.locator('code').textContent()) ?? '';
    expect(key).toMatch(/^rvf_/);
    expect(await listViolations(page)).toEqual([]);
    const post = () =>
      fetch(`${app.url}/api/v1/imports`, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status);
    expect(await post()).toBe(200);
    await sheet.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('The shop is revoked.').waitFor();
    expect(await post()).toBe(401);
  });
});
