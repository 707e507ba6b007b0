import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlertPreview, AlertView } from '../../server/contract/alerts.ts';
import type { DigestPreview, DigestSettings } from '../../server/contract/digest.ts';
import { startSmtpSink } from '../server/alerts/smtp-sink.ts';
import { startReceiver } from '../server/webhooks/receiver.ts';
import { PHONE, readApi } from './open-page.ts';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const sink = await startSmtpSink();
const receiver = await startReceiver();
afterAll(() => {
  sink.close();
  receiver.close();
});

const app = useApp('digest', {
  reviews: seedReviews(60),
  env: { SMTP_URL: sink.url, MAIL_FROM: 'reviews@shop.example', WEBHOOK_ALLOW_PRIVATE: 'true' },
});
/** Machines that test are busy. */
const SOON = { timeout: 30_000 };

const send = async <T>(method: string, path: string, body: unknown): Promise<T> => {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as T;
};
const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
const card = (page: Page) => page.getByRole('region', { name: 'Weekly digest' });
const RULE = {
  ...{ metric: 'net', direction: 'any', change: 0.01, windowDays: 14, minimumN: 3 },
  ...{ sensitivity: 'high', frequency: 'daily' },
};
let webhook: string;

beforeAll(async () => {
  const body = { url: receiver.url, events: ['review.created'], description: 'The back office' };
  webhook = (await send<{ id: string }>('POST', '/webhooks', body)).id;
});

describe('the weekly digest', () => {
  it('is set up with a day, addresses, a webhook and products, and switched off and on', async () => {
    const { page, complaints } = await app.open('/alerts');
    await card(page).getByRole('button', { name: 'Set up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Weekly digest' });
    await dialog.getByLabel('Day').selectOption('friday');
    await dialog.getByLabel('Hour').selectOption('7');
    await dialog.getByLabel('Time zone').selectOption('Europe/Berlin');
    await dialog.getByText('Nobody gets it so far').waitFor();
    await dialog.getByLabel('E-mail to').fill('ann@shop.example, bob@shop.example');
    await dialog.getByLabel('Webhook').selectOption('The back office');
    await dialog.getByRole('button', { name: 'Alder One' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save digest' }).click();
    await card(page)
      .getByText('Every Friday at 07:00 (Europe/Berlin) to 2 addresses and the webhook The back office, of Alder One')
      .waitFor();
    expect(await readApi<DigestSettings>(app.url, '/digest')).toMatchObject({
      ...{ enabled: true, weekday: 'friday', hour: 7, timeZone: 'Europe/Berlin', webhook },
      ...{ recipients: ['ann@shop.example', 'bob@shop.example'], products: ['alder-one'] },
    });
    await card(page).getByRole('button', { name: 'Switch digest off' }).click();
    await card(page).getByText('Off', { exact: true }).waitFor();
    expect((await readApi<DigestSettings>(app.url, '/digest')).enabled).toBe(false);
    await card(page).getByRole('button', { name: 'Switch digest on' }).click();
    await card(page)
      .getByText(/^Next .*None has gone out yet/)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('is shown as the mail it is, on a phone too, and sent to one address as a test', async () => {
    const { page, complaints } = await app.open('/alerts', { viewport: PHONE });
    await card(page).getByRole('button', { name: 'Preview' }).click();
    const dialog = page.getByRole('dialog', { name: 'The digest as of now' });
    const { subject } = await readApi<DigestPreview>(app.url, '/digest/mail');
    const mail = dialog.frameLocator('iframe');
    await mail.getByRole('heading', { name: subject }).waitFor();
    expect(
      await mail
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).padding),
    ).toBe('24px 12px');
    // Nothing runs in the frame, and axe would wait long for its answer: it sees the page without.
    expect(await dialog.locator('iframe').getAttribute('title')).toBeTruthy();
    await dialog.locator('iframe').evaluate((frame) => frame.remove());
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('Send this as a test to').fill('cy@shop.example');
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await dialog.getByText('The mail server has taken the mail to cy@shop.example.').waitFor(SOON);
    expect(sink.caught.map(({ recipients }) => recipients)).toEqual([['cy@shop.example']]);
    sink.reply = '550 no such person';
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await dialog.getByText(/^The mail did not go out\. The mail server refused the mail \(550\)/).waitFor(SOON);
    sink.reply = '250 ok';
    expect(complaints).toEqual([]);
  });
});

describe('an alert', () => {
  it('is changed: what it would have done follows every change, and its webhook is kept', async () => {
    const { id } = await send<AlertView>('POST', '/alerts', { ...RULE, name: 'Mood' });
    const { page, complaints } = await app.open('/alerts');
    await page.getByRole('button', { name: 'Change Mood' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the alert' });
    const told = dialog.getByText(/^Would have fired/);
    const tell = ({ fired }: AlertPreview) =>
      `Would have fired ${fired} ${fired === 1 ? 'time' : 'times'} in the last 90 days`;
    const first = await send<AlertPreview>('POST', '/alerts/preview', RULE);
    await expect.poll(() => told.textContent(), SOON).toBe(tell(first));
    await dialog.getByLabel('What', { exact: true }).selectOption('volume');
    await dialog.getByLabel('By at least').fill('1');
    await dialog.getByLabel('Within days').fill('7');
    const changed = { ...RULE, metric: 'volume', change: 1, windowDays: 7 };
    const second = await send<AlertPreview>('POST', '/alerts/preview', changed);
    await expect.poll(() => told.textContent(), SOON).toBe(tell(second));
    await dialog.getByLabel('Within days').fill('0');
    await dialog.getByText(/^This rule cannot be tried out/).waitFor(SOON);
    await dialog.getByLabel('Within days').fill('7');
    await expect.poll(() => told.textContent(), SOON).toBe(tell(second));
    await dialog.getByLabel('Webhook').selectOption('The back office');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await page
      .getByText(/Number of reviews of all products moves by 1 or more.*Tells the webhook The back office/)
      .waitFor();
    const saved = await readApi<AlertView>(app.url, `/alerts/${id}`);
    expect(saved).toMatchObject({ ...changed, name: 'Mood', channel: { webhook } });
    expect(complaints.filter((text) => !/4\d\d/.test(text))).toEqual([]);
  });
});
