import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ClusterPage, ClusterSummary } from '../../server/contract/duplicates.ts';
import { readApi } from './open-page.ts';

/** What a moderator sees and does on the page of duplicates. */
export function benchOn(page: Page) {
  const list = page.getByRole('region', { name: 'Clusters to decide' });
  const title = () => page.locator('#cluster-title').textContent();
  return {
    list,
    title,
    row: (headline: string) => list.getByRole('listitem').filter({ hasText: headline }),
    /** The cluster on screen has come, and can be decided. */
    ready: () =>
      page
        .getByRole('group', { name: 'Decide' })
        .getByRole('button', { name: /^Remove \d/ })
        .and(page.locator(':enabled'))
        .waitFor(),
    select: async (headline: string) => {
      await list.getByRole('link', { name: headline }).click();
      await expect.poll(title).toBe(headline);
    },
    told: (text: RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor(),
  };
}

export const listOpen = (url: string, query = '') => readApi<ClusterPage>(url, `/duplicates?limit=200&${query}`);

/** @throws Error when there is none of that headline */
export async function clusterOf(url: string, headline: string): Promise<ClusterSummary> {
  const found = (await listOpen(url)).items.find((item) => item.headline === headline);
  if (!found) throw new Error(`no cluster “${headline}”`);
  return found;
}
