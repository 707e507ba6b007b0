import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { idNumber } from '../../server/public-ids.ts';
import { clusterOf } from './bench-page.ts';
import { DESK, PHONE, postReviews } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const HELD = 'Good at night. The refund goes to 4111 1111 1111 1111, or look at www.other-shop.example for more.';
const held = [1, 2].map((at) => ({
  ...{ source: 'own-shop', externalId: `held-${at}`, product: 'alder-one', title: `Held ${at}`, author: 'Writer' },
  ...{ text: `${HELD} House ${at}${at}${at}.`, rating: 4, date: '2026-09-02' },
}));

const app = useApp('workbench-access', { reviews: [...seedReviews(30), ...seedCopies()] });
let cluster: string;
let removed: string;

/** One cluster that Ann reviews, one that she has decided on, and two held reviews. */
beforeAll(async () => {
  await postReviews(app.url, held);
  const claimed = await clusterOf(app.url, 'Title of window');
  await app.core.services.claims.claim(idNumber(claimed.id), 'Ann', false);
  cluster = claimed.id;
  const decided = await clusterOf(app.url, 'Title of boat');
  const { suggestedKeep: keep, suggestedReason: reason, version } = decided;
  await app.core.services.decisions.decide(
    idNumber(decided.id),
    { action: 'remove', keep, reason, version, note: 'Seen before' },
    'Ann',
  );
  removed = decided.id;
});

const heldId = 'R-38';
const PAGES: { name: string; path: () => string; ready: (page: Page) => Promise<void> }[] = [
  {
    name: 'a claimed cluster',
    path: () => `/duplicates/${cluster}`,
    ready: (page) => page.locator('.notice').waitFor(),
  },
  {
    name: 'the queue with its filters open',
    path: () => '/duplicates?age=30d',
    ready: (page) => page.locator('.more-filters').waitFor(),
  },
  {
    name: 'a removed cluster',
    path: () => `/duplicates/${removed}?tab=removed`,
    ready: (page) => page.getByRole('group', { name: 'Decided' }).waitFor(),
  },
  { name: 'held reviews', path: () => '/held', ready: (page) => page.locator('.q').first().waitFor() },
  { name: 'a held review', path: () => `/held/${heldId}`, ready: (page) => page.locator('.held-review').waitFor() },
  { name: 'decisions', path: () => '/log', ready: (page) => page.locator('.log-row').first().waitFor() },
  {
    name: 'no decisions on held reviews',
    path: () => '/log?list=held',
    ready: (page) => page.getByRole('heading', { name: 'No decisions yet' }).waitFor(),
  },
  { name: 'neutrality', path: () => '/neutrality', ready: (page) => page.locator('.bars').first().waitFor() },
  { name: 'rules and checks', path: () => '/moderation', ready: (page) => page.locator('.setting').first().waitFor() },
];
const LOOKS = [
  { look: 'desk, light', viewport: DESK, theme: 'light' },
  { look: 'desk, dark', viewport: DESK, theme: 'dark' },
  { look: 'phone, light', viewport: PHONE, theme: 'light' },
] as const;

const listViolations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );

describe.each(LOOKS)('$look', ({ viewport, theme }) => {
  it.each(PAGES)('$name can be used by everyone, fits, and keeps the policy', async ({ path, ready }) => {
    const { page, complaints } = await app.open(path(), { viewport, theme });
    await ready(page);
    expect(await listViolations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
  });
});

const DIALOGS: { name: string; path: string; open: (page: Page) => Promise<void>; within: string }[] = [
  {
    name: 'the keys of held reviews',
    path: '/held',
    open: (page) => page.getByRole('button', { name: /^Keys/ }).click(),
    within: 'dialog[open] .keys',
  },
  {
    name: 'a decision on many',
    path: '/duplicates',
    open: async (page) => {
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Remove copies' }).click();
    },
    within: 'dialog[open] .bulk-examples li',
  },
  {
    name: 'an erasure',
    path: '/moderation',
    open: (page) => page.getByRole('button', { name: 'Erase a person’s data' }).click(),
    within: 'dialog[open] .erase-fields',
  },
  {
    name: 'saved views',
    path: '/log',
    open: (page) => page.getByRole('button', { name: 'Views', exact: true }).click(),
    within: '.views-pop .muted',
  },
];

describe('dialogs', () => {
  it.each(DIALOGS)('$name can be used by everyone', async ({ path, open, within }) => {
    const { page } = await app.open(path);
    await page.locator('.q, .log-row, .setting').first().waitFor();
    await open(page);
    await page.locator(within).first().waitFor();
    expect(await listViolations(page)).toEqual([]);
  });

  it('with all pages on a phone can be used by everyone', async () => {
    const { page } = await app.open('/log', { viewport: PHONE });
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('dialog', { name: 'All pages' }).waitFor();
    expect(await listViolations(page)).toEqual([]);
  });
});
