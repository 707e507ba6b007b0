import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../support/find-chromium.ts';
import { ALL_PAGES, DIALOGS, type Known, lookUpKnown } from './all-pages.ts';

/**
 * Takes pictures of every page and dialog of a running app, for the README and for looking at them. It makes three share
 * links in that app, which expire after a week.
 * Usage: tsx test/browser/screenshots.ts URL FOLDER [START OF THE NAMES]
 */
const [url = '', folder = '', only = ''] = process.argv.slice(2);
if (url === '' || folder === '') throw new Error('Name the address of a running app, and a folder.');

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const THEMES = ['light', 'dark'] as const;
/** After the last answer: fonts, charts and dialogs have settled. */
const SETTLED_MS = 400;
const READY_MS = 15_000;

type Shown = {
  name: string;
  path: string;
  ready: string;
  open?: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<unknown>;
  isPhone?: boolean;
};
type Shot = { shown: Shown; size: (typeof SIZES)[number]; theme: (typeof THEMES)[number] };

function listShown(known: Known): Shown[] {
  const pages = Object.values(ALL_PAGES)
    .flat()
    .map(({ name, path, ready }) => ({ name: name.replaceAll(' ', '-'), path: path(known), ready }));
  const dialogs = Object.values(DIALOGS)
    .flatMap((entry) => ('testedIn' in entry ? [] : entry))
    .map(({ name, path, ...rest }) => ({ ...rest, name: `dialog-${name.replaceAll(' ', '-')}`, path: path(known) }));
  return [...pages, ...dialogs].filter(({ name }) => name.startsWith(only));
}

async function takeShot(browser: Browser, { shown, size, theme }: Shot): Promise<string> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    deviceScaleFactor: size.width < 900 ? 2 : 1,
  });
  try {
    const page = await context.newPage();
    // The queue of duplicates listens for events as long as it is open, so the network never falls silent.
    await page.goto(`${url}${shown.path}`, { waitUntil: 'load' });
    await page.locator(shown.ready).first().waitFor({ state: 'visible', timeout: READY_MS });
    await shown.open?.(page);
    await page.waitForTimeout(SETTLED_MS);
    const file = join(folder, `${shown.name}-${size.width}-${theme}.png`);
    await page.screenshot({ path: file });
    return file;
  } catch (error) {
    return `${shown.name} at ${size.width}, ${theme}: no picture. ${String(error).split('\n')[0]}`;
  } finally {
    await context.close();
  }
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(await findChromium());
try {
  for (const shown of listShown(await lookUpKnown(url))) {
    for (const size of SIZES.filter(({ width }) => !shown.isPhone || width < 900)) {
      for (const theme of THEMES) process.stdout.write(`${await takeShot(browser, { shown, size, theme })}\n`);
    }
  }
} finally {
  await browser.close();
}
