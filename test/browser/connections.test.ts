import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReviewPage } from '../../server/contract/reviews.ts';
import { startReceiver } from '../server/webhooks/receiver.ts';
import { DESK, PHONE, readApi } from './open-page.ts';
import { useApp } from './use-app.ts';

const receiver = await startReceiver();
let served: { status: number; body: string | Buffer } = { status: 200, body: '' };
const files = createServer((_, res) => res.writeHead(served.status, { 'content-type': 'text/csv' }).end(served.body));
await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
afterAll(() => {
  receiver.close();
  files.close();
});

const app = useApp('connections', {
  env: { WEBHOOK_ALLOW_PRIVATE: 'true', PULL_ALLOW: origin, PULL_ALLOW_PRIVATE: 'true' },
});
const closed = useApp('connections-closed');

/** Machines that test are busy. */
const SOON = { timeout: 30_000 };

const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
const webhooks = (page: Page) => page.getByRole('region', { name: 'Webhooks' });

describe('webhooks', () => {
  it('are added with a secret that is shown once, tested, switched off, and logged', async () => {
    const { page, complaints } = await app.open('/import');
    await page.getByRole('link', { name: 'Connections' }).first().click();
    await webhooks(page).getByRole('button', { name: 'Add a webhook' }).click();
    const sheet = page.getByRole('dialog');
    expect(await violationsOf(page)).toEqual([]);
    await sheet.getByLabel('Address').fill('ftp://shop.example/hook');
    await sheet.getByRole('button', { name: 'Add the webhook' }).click();
    await sheet.getByText('Must begin with https:// or http://').waitFor();
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await sheet.getByLabel('Address').fill(receiver.url);
    await sheet.getByLabel(/A copy was found/).check();
    await sheet.getByRole('button', { name: 'Add the webhook' }).click();
    await sheet.getByText(/^whsec_/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'I have it' }).click();
    expect(await page.getByText(/^whsec_/).count()).toBe(0);

    await webhooks(page).getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('status').filter({ hasText: 'came through' }).waitFor();
    expect(receiver.received.at(-1)?.json.type).toBe('webhook.test');

    receiver.reply = 500;
    await webhooks(page).getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('status').filter({ hasText: 'did not come through' }).waitFor();
    receiver.reply = 200;

    await webhooks(page).getByRole('button', { name: 'Deliveries' }).click();
    await expect.poll(() => sheet.getByRole('listitem').filter({ hasText: 'evt_' }).count(), SOON).toBe(2);
    await sheet.getByRole('button', { name: 'Failed' }).click();
    await expect.poll(() => sheet.getByRole('listitem').filter({ hasText: '500' }).count(), SOON).toBe(1);
    expect(page.url()).toContain('state=failed');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count(), SOON).toBe(0);

    await webhooks(page).getByRole('button', { name: 'Switch off' }).click();
    await webhooks(page).getByText('Switched off by hand.').waitFor();
    await webhooks(page).getByRole('button', { name: 'New secret' }).click();
    await webhooks(page).getByRole('button', { name: 'Replace it' }).click();
    await webhooks(page)
      .getByText(/^whsec_/)
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await webhooks(page).getByRole('button', { name: 'Delete', exact: true }).click();
    await webhooks(page).getByRole('button', { name: 'Delete', exact: true }).click();
    await webhooks(page).getByText('Nobody is told yet').waitFor();
  });

  it('that do not answer say so, and a delivery is sent again from the log', async () => {
    const { page } = await app.open('/connections?add=webhook');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Address').fill(receiver.url);
    await sheet.getByRole('button', { name: 'Add the webhook' }).click();
    await sheet.getByRole('button', { name: 'I have it' }).click();
    receiver.reply = 503;
    const before = receiver.received.length;
    await fetch(`${app.url}/api/v1/reviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ product: 'kelp-eleven', text: 'The strap held through the whole regatta.' }),
    });
    await expect.poll(() => receiver.received.length, SOON).toBeGreaterThan(before);
    await webhooks(page)
      .getByText(/Nothing has come through since/)
      .waitFor();
    receiver.reply = 200;
    await webhooks(page).getByRole('button', { name: 'Deliveries' }).click();
    await sheet.getByText(/^Next attempt/).waitFor();
    await sheet.getByRole('button', { name: 'Send now' }).click();
    await expect.poll(() => sheet.locator('.badge').first().textContent(), SOON).toBe('Delivered');
    await sheet.getByText('2 attempts').click();
    expect(await sheet.getByRole('listitem').filter({ hasText: '503' }).count()).toBeGreaterThan(0);
  });
});

describe('fetched files', () => {
  it('are added, fetched now, and tell what went wrong', async () => {
    const rows = 'product,id,text\nlotus-twelve,1,The lid\x92s click is soft.\n';
    served = { status: 200, body: Buffer.from(rows, 'latin1') };
    const { page } = await app.open('/connections');
    const card = page.getByRole('region', { name: 'Fetched files' });
    await card.getByRole('button', { name: 'Add an address' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Address of the file').fill('https://elsewhere.example/a.csv');
    await sheet.getByRole('button', { name: /^Fetch it now/ }).click();
    await sheet.getByText(/origin that the operator allows/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await sheet.getByLabel('Address of the file').fill(`${origin}/night.csv`);
    await sheet.getByLabel('Fetch it').selectOption({ label: 'every day' });
    await sheet.getByLabel('Characters').selectOption('Windows (Excel’s plain CSV)');
    await sheet.getByRole('button', { name: /^Fetch it now/ }).click();
    await card.getByText(/^Imported /).waitFor();
    await expect
      .poll(async () => (await readApi<ReviewPage>(app.url, '/reviews?product=lotus-twelve')).items, SOON)
      .toMatchObject([{ text: 'The lid’s click is soft.' }]);
    await card.getByText('Every day').waitFor();

    served = { status: 500, body: '' };
    await card.getByRole('button', { name: 'Fetch now' }).click();
    await card.getByText(/^Failed .*500/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await card.getByRole('link', { name: /^Last import I-/ }).click();
    await page.getByRole('heading', { name: 'night.csv' }).waitFor();
  });
});

describe('what the operator has not allowed', () => {
  it.each([
    ['desk', DESK, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const)('is said with what to do about it: %s', async (_, viewport, theme) => {
    const { page, complaints } = await closed.open('/connections', { viewport, theme });
    await page.getByText('No address is allowed yet').waitFor();
    await page.getByText('No folder is watched').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
  });
});
