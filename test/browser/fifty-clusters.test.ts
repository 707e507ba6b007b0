import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DecisionPage } from '../../server/contract/duplicates.ts';
import { generateSample, type SampleReview } from '../../server/sample/generate-sample.ts';
import { benchOn, listOpen } from './bench-page.ts';
import { postReviews, readApi } from './open-page.ts';
import type { SeedReview } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('fifty');
const WANTED = 50;
const OF_EACH = 22;
const BATCH = 1000;

/** Planted copies of each kind with their originals, among reviews that are copies of nothing. */
function chooseReviews(): SampleReview[] {
  const sample = generateSample({ end: '2026-09-30' });
  const originals = new Set<string>();
  for (const kind of ['exact', 'near', 'paraphrase'] as const) {
    const planted = sample.flatMap(({ plant }) => (plant?.kind === kind ? [plant.copyOf] : []));
    for (const id of [...new Set(planted)].slice(0, OF_EACH)) originals.add(id);
  }
  const isChosen = ({ externalId, plant }: SampleReview) =>
    originals.has(externalId) || originals.has(plant?.copyOf ?? '');
  const alone = sample.filter((review) => !isChosen(review) && review.plant === undefined).slice(0, 200);
  return [...sample.filter(isChosen), ...alone];
}

async function takeIn(reviews: SampleReview[]): Promise<void> {
  for (let from = 0; from < reviews.length; from += BATCH) {
    const batch = reviews.slice(from, from + BATCH).map(({ plant: _, ...review }) => review);
    await postReviews(app.url, batch as SeedReview[]);
  }
  // Rewordings are looked for after the reviews are stored.
  await app.core.secondLook.finish();
}

/** A keyboard that counts. */
function keyboardOf(page: Page) {
  let pressed = 0;
  return {
    press: async (key: string) => {
      pressed += 1;
      await page.keyboard.press(key);
    },
    /** Keys pressed since it was asked last. */
    count: () => {
      const count = pressed;
      pressed = 0;
      return count;
    },
  };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What a moderator does with the one on screen: mostly what is suggested, now and then something else. */
const waysOf = (at: number): string[] => (at % 7 === 3 ? ['s', 'd'] : at % 5 === 4 ? ['f'] : ['d']);

describe('fifty clusters of all kinds', () => {
  it('are decided by the keyboard alone, at two keys or fewer each in the median', async () => {
    await takeIn(chooseReviews());
    const before = await listOpen(app.url);
    const kinds = before.items.map(({ kind }) => kind);
    expect(before.total).toBeGreaterThanOrEqual(WANTED);
    for (const kind of ['exact', 'near', 'paraphrase']) {
      expect(kinds.filter((one) => one === kind).length).toBeGreaterThanOrEqual(5);
    }

    const { page, complaints } = await app.open('/duplicates');
    const { ready } = benchOn(page);
    await ready();
    const keyboard = keyboardOf(page);
    const shown = () => page.locator('.q[aria-current] a').getAttribute('data-cluster');
    const keys: number[] = [];
    const since = Date.now();
    for (let at = 0; at < WANTED; at += 1) {
      const cluster = await shown();
      for (const key of waysOf(at)) await keyboard.press(key);
      keys.push(keyboard.count());
      await expect.poll(shown, { interval: 10 }).not.toBe(cluster);
      if (at < before.total - 1) await ready();
    }
    const seconds = (Date.now() - since) / 1000;
    console.info(
      `50 clusters in ${seconds.toFixed(1)} s, keys each: median ${median(keys)}, most ${Math.max(...keys)}`,
    );
    expect(median(keys)).toBeLessThanOrEqual(2);
    expect(Math.max(...keys)).toBeLessThanOrEqual(2);

    await expect.poll(async () => (await listOpen(app.url)).total).toBe(before.total - WANTED);
    const { items } = await readApi<DecisionPage>(app.url, '/decisions?limit=200');
    expect(items).toHaveLength(WANTED);
    expect(await page.evaluate(() => document.activeElement?.closest('.q') !== null)).toBe(true);
    expect(complaints).toEqual([]);
  }, 300_000);
});
