import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReviewPage } from '../../server/contract/reviews.ts';
import { readApi } from './open-page.ts';
import { seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const app = useApp('reviews', { reviews: seedReviews(60) });

describe('the list of reviews', () => {
  it.each(['', '?q=Night+vision&polarity=negative&rating=1,2'])(
    'is downloaded as CSV, all that match: %s',
    async (query) => {
      const { page } = await app.open(`/reviews${query}`);
      const { items, total } = await readApi<ReviewPage>(app.url, `/reviews${query || '?'}&limit=200`);
      await page.getByRole('heading', { name: `${total} reviews`, exact: true }).waitFor();
      expect(total).toBeGreaterThan(3);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download reviews as CSV' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('reviews.csv');
      const rows = parse(await text(await file.createReadStream()), { columns: true }) as {
        id: string;
        text: string;
      }[];
      expect(rows.map(({ id, text: words }) => [id, words])).toEqual(items.map(({ id, text: words }) => [id, words]));
      expect(app.complaints).toEqual([]);
    },
  );
});
