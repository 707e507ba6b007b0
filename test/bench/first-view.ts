import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/find-chromium.ts';

const OPENED = 5;
const SIZE = { width: 1440, height: 900 };
const DRAWN_MS = 60_000;

interface View {
  /** Milliseconds from the start of the navigation. */
  firstPaint: number;
  drawn: number;
  /** Sum of all layout shifts. */
  shifts: number;
  charts: number;
}

const median = (values: readonly number[]) => values.toSorted((x, y) => x - y)[values.length >> 1] as number;

const watchShifts = () => {
  const sum = { value: 0 };
  Object.assign(globalThis, { shifts: sum });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum.value += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
};

/** When nothing is a placeholder any more and each canvas has been drawn: the time since the navigation began. */
const lookAtCharts = () => {
  const canvases = [...document.querySelectorAll('canvas')];
  const isDone =
    canvases.length > 0 &&
    canvases.every((canvas) => canvas.dataset['drawn'] !== undefined) &&
    document.querySelector('.skel') === null;
  return isDone && { drawn: performance.now(), charts: canvases.length };
};

async function openOnce(page: Page, url: string): Promise<View> {
  page.setDefaultTimeout(DRAWN_MS);
  await page.addInitScript(watchShifts);
  await page.goto(url, { waitUntil: 'commit' });
  const done = await page.waitForFunction(lookAtCharts, null, { polling: 'raf' });
  const { drawn, charts } = (await done.jsonValue()) as { drawn: number; charts: number };
  await page.waitForTimeout(500);
  const [firstPaint, shifts] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    (globalThis as unknown as { shifts: { value: number } }).shifts.value,
  ]);
  return { firstPaint: firstPaint as number, drawn, shifts: shifts as number, charts };
}

/** The overview as somebody sees it who has never opened it: each time in a clean browser, everything loaded anew. */
export async function measureFirstView(url: string, print: (line: string) => void): Promise<void> {
  const browser = await chromium.launch(await findChromium());
  const views: View[] = [];
  try {
    for (let n = 0; n < OPENED; n += 1) {
      const context = await browser.newContext({ viewport: SIZE });
      views.push(await openOnce(await context.newPage(), url));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const [paint, drawn] = [median(views.map((view) => view.firstPaint)), median(views.map((view) => view.drawn))];
  const shifts = Math.max(...views.map((view) => view.shifts));
  print(
    `first view, clean browser, median of ${OPENED}: first contentful paint ${paint.toFixed(0)} ms (asked under 1,000), ${views[0]?.charts} charts drawn after ${drawn.toFixed(0)} ms (asked under 2,000), layout shift at most ${shifts.toFixed(3)} (asked under 0.05)`,
  );
}
