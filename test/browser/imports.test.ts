import { describe, expect, it } from 'vitest';
import type { ReviewPage } from '../../server/contract/reviews.ts';
import { readApi } from './open-page.ts';
import { useApp } from './use-app.ts';

const app = useApp('imports');

const CSV = [
  'title,text,rating,date,author',
  'Good,"The picture is clear, by day at least.",4,2026-05-01,Ann',
  'Odd,"The battery lasts long.",11,2026-05-02,Bo',
  'Empty,"",3,2026-05-03,Cy',
  'Fine,"Easy to install, even for me.",5,2026-05-04,Di',
].join('\n');

describe('an import', () => {
  it('leads from the first page to counts, faulty rows, and the overview', async () => {
    const { page, complaints } = await app.open('/');
    await page.getByRole('heading', { name: 'Bring in your first reviews' }).waitFor();
    await page.getByRole('link', { name: /Go to import/ }).click();
    await page.getByLabel('Product').fill('cedar-three');
    await page
      .getByLabel('File to import')
      .setInputFiles({ name: 'may.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });

    const detail = page.getByRole('region', { name: 'may.csv' });
    await detail.getByText('Done', { exact: true }).waitFor();
    expect(await detail.getByRole('definition').allTextContents()).toEqual(['2', '2']);
    const faults = page.getByRole('region', { name: '2 rows with errors' });
    await expect.poll(() => faults.getByRole('row').count()).toBe(3);
    expect(await faults.getByRole('row').nth(1).textContent()).toMatch(/^3rating/);

    const stored = await readApi<ReviewPage>(app.url, '/reviews?product=cedar-three');
    expect(stored.total).toBe(2);
    await page.getByRole('link', { name: 'Open the overview' }).click();
    await expect
      .poll(() => page.getByRole('region', { name: 'Key figures' }).locator('.fig').first().textContent())
      .toBe('2');
    expect(complaints).toEqual([]);
  });

  it('can be checked first and then done for real', async () => {
    const { page } = await app.open('/import');
    const before = (await readApi<ReviewPage>(app.url, '/reviews')).total;
    await page.getByLabel('Product').fill('dogwood-four');
    await page.getByLabel('Check only, store nothing').check();
    const file = { name: 'june.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
    await page.getByLabel('File to import').setInputFiles(file);
    await page.getByText('would be new').waitFor();
    expect((await readApi<ReviewPage>(app.url, '/reviews')).total).toBe(before);
    await page.getByRole('button', { name: 'Import 2 reviews' }).click();
    await expect.poll(async () => (await readApi<ReviewPage>(app.url, '/reviews')).total).toBe(before + 2);
  });

  it('of something else says why it was not taken', async () => {
    const { page } = await app.open('/import');
    const picture = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
    ]);
    await page.getByLabel('File to import').setInputFiles({ name: 'cat.csv', mimeType: 'text/csv', buffer: picture });
    await page.locator('.error-text').first().waitFor();
    expect((await page.locator('.error-text').first().textContent())?.length).toBeGreaterThan(20);
  });
});
