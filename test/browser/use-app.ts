import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { connectBrowser, type Opened, openPage, postReviews } from './open-page.ts';
import type { SeedReview } from './seed-reviews.ts';

/** The app of a test file and what is open of it. Only to be read within tests and the hooks that follow. */
export interface UsedApp {
  readonly url: string;
  readonly browser: Browser;
  /** What the app is made of: to do what others do elsewhere. */
  readonly core: TestApp['core'];
  /** The MongoDB address of its database. */
  readonly uri: string;
  /** Complaints of the page that is open. */
  readonly complaints: string[] | undefined;
  /** Opens a path in a context of its own, which is closed after the test. */
  open(path: string, options?: Parameters<typeof openPage>[2]): Promise<Opened>;
}

/** Starts the app with these reviews in it, and a browser: once for the file, or with `isNewForEach` for every test. `env` is the rest of its environment. */
export function useApp(
  name: string,
  {
    reviews = [],
    isNewForEach = false,
    env = {},
  }: { reviews?: SeedReview[]; isNewForEach?: boolean; env?: Readonly<Record<string, string>> } = {},
): UsedApp {
  let app: TestApp;
  let browser: Browser;
  let opened: Opened | undefined;

  const start = async () => {
    app = await startTestApp(name, { env });
    if (reviews.length > 0) await postReviews(app.url, reviews);
  };
  beforeAll(async () => {
    browser = await connectBrowser();
    if (!isNewForEach) await start();
  });
  if (isNewForEach) beforeEach(start);
  afterEach(async () => {
    await opened?.context.close();
    opened = undefined;
    if (isNewForEach) await app?.close();
  });
  afterAll(async () => {
    await browser?.close();
    if (!isNewForEach) await app?.close();
  });

  return {
    get url() {
      return app.url;
    },
    get uri() {
      return app.uri;
    },
    get core() {
      return app.core;
    },
    get browser() {
      return browser;
    },
    get complaints() {
      return opened?.complaints;
    },
    async open(path, options) {
      opened = await openPage(browser, `${app.url}${path}`, options);
      return opened;
    },
  };
}
