import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { SeedReview } from './seed-reviews.ts';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Complaints of a page: errors in its console (a breach of the content security policy among them) and in its code. */
export type Opened = { page: Page; context: BrowserContext; complaints: string[] };

export const connectBrowser = (): Promise<Browser> => chromium.connect(inject('browserUrl'));

/** A page in a context of its own, still, so that nothing moves while it is looked at. */
export async function openPage(
  browser: Browser,
  url: string,
  { viewport = DESK, theme = 'light' }: { viewport?: typeof DESK; theme?: 'light' | 'dark' } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, context, complaints };
}

/** Hands reviews in through the API. */
export async function postReviews(url: string, reviews: SeedReview[]): Promise<void> {
  const answer = await fetch(`${url}/api/v1/reviews`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reviews }),
  });
  const body = (await answer.json()) as { created?: number };
  if (body.created !== reviews.length) throw new Error(`stored ${JSON.stringify(body)}`);
}

/** Reads the API as the page does. */
export async function readApi<T>(url: string, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
