import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../support/find-chromium.ts';

/**
 * Takes pictures of a running app for the README and for looking at them.
 * Usage: tsx test/browser/screenshots.ts [URL] [FOLDER]
 */
const [url = 'http://127.0.0.1:3000', folder = 'docs/screenshots'] = process.argv.slice(2);

const PAGES = [
  { name: 'overview', path: '/', ready: 'canvas[data-drawn]' },
  { name: 'sentences', path: '/?s.feature=night_vision&s.polarity=negative', ready: 'dialog .quotes > li' },
  { name: 'duplicates', path: '/duplicates', ready: '.q' },
  { name: 'import', path: '/import', ready: '.drop' },
  { name: 'features', path: '/features', ready: '.features, .features-list' },
  { name: 'reviews', path: '/reviews', ready: '.quotes > li' },
];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const THEMES = ['light', 'dark'] as const;
/** After the last answer: fonts, charts and dialogs have settled. */
const SETTLED_MS = 400;

type Shot = { page: (typeof PAGES)[number]; size: (typeof SIZES)[number]; theme: (typeof THEMES)[number] };

async function takeShot(browser: Browser, { page: { name, path, ready }, size, theme }: Shot): Promise<string> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    deviceScaleFactor: size.width < 900 ? 2 : 1,
  });
  const page = await context.newPage();
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
  if (await page.locator(ready).count()) await page.locator(ready).first().waitFor({ state: 'visible' });
  await page.waitForTimeout(SETTLED_MS);
  const file = join(folder, `${name}-${size.width}-${theme}.png`);
  await page.screenshot({ path: file });
  await context.close();
  return file;
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(await findChromium());
try {
  for (const page of PAGES) {
    for (const size of SIZES) {
      for (const theme of THEMES) process.stdout.write(`${await takeShot(browser, { page, size, theme })}\n`);
    }
  }
} finally {
  await browser.close();
}
