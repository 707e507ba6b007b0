import mongoose from 'mongoose';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { listOpen } from './bench-page.ts';
import { seedCopies } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const CLUSTERS = 50_000;
const BATCH = 5000;
/** Ids of their own, behind those that the app gives. */
const FIRST_ID = 1_000_000;
const MOST_ROWS = 80;
/** What a person takes for still. */
const LONG_FRAME_MS = 100;

const app = useApp('long-queue', { reviews: seedCopies() });

/** As many open clusters as a shop collects in years, written as the app stores them. */
beforeAll(async () => {
  const connection = await mongoose.createConnection(app.uri).asPromise();
  const clusters = connection.collection<{ _id: number; size: number }>('clusters');
  const [like] = await clusters.find({ state: 'open' } as never).toArray();
  for (let from = 0; from < CLUSTERS; from += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, at) => ({ ...like, _id: FIRST_ID + from + at, size: 2 }));
    await clusters.insertMany(rows as never, { ordered: false });
  }
  await connection.close();
});

/** Scrolls the list from frame to frame; answers how long the frames took, in milliseconds, and the most rows there were. */
const scroll = (page: Page, frames: number, step: number) =>
  page.evaluate(
    async ([count = 0, by = 0]) => {
      const list = document.querySelector('.queue');
      const times: number[] = [];
      let rows = 0;
      let before = performance.now();
      for (let at = 0; at < count; at += 1) {
        list?.scrollBy(0, by);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - before);
        before = now;
        rows = Math.max(rows, document.querySelectorAll('.q').length);
      }
      return { times, rows };
    },
    [frames, step],
  );
/** Goes to the queue as the side bar does; answers after how many milliseconds its rows are drawn. */
const openQueue = (page: Page) =>
  page.evaluate(async () => {
    const from = performance.now();
    document.querySelector<HTMLElement>('.side a[href="/duplicates"]')?.click();
    while (document.querySelectorAll('.q').length < 10) await new Promise(requestAnimationFrame);
    return performance.now() - from;
  });
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('a queue of 50,000 clusters', () => {
  it('has few rows at a time, however long it is, and tells how fast it opens and scrolls', async () => {
    expect((await listOpen(app.url)).total).toBe(CLUSTERS + 3);
    const { page, complaints } = await app.open('/import');
    await page.locator('.drop').waitFor();
    const openMs = await openQueue(page);
    await page.locator('.position').getByText('1 of 50,003').waitFor();

    const { times, rows } = await scroll(page, 240, 300);
    const long = times.filter((time) => time > LONG_FRAME_MS).length;
    console.info(
      `opened in ${openMs.toFixed(0)} ms; frames: median ${median(times).toFixed(1)} ms, ${long} of ${times.length} over ${LONG_FRAME_MS} ms; ${rows} rows at most`,
    );
    expect(rows).toBeLessThanOrEqual(MOST_ROWS);

    const read = () => page.locator('.window').evaluate((list) => list.clientHeight / 60);
    expect(await read()).toBeGreaterThan(1000);
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.q[aria-current]').getAttribute('aria-posinset')).toBe('2');
    expect(await page.locator('.q[aria-current]').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  }, 180_000);
});
