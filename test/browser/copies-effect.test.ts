import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listCompared } from '../../client/charts/compare-dots.ts';
import { netsOf, tellCopies } from '../../client/state/copies.ts';
import { formatSigned } from '../../client/state/figures.ts';
import type { Products, Quotes, Trend } from '../../server/contract/analytics.ts';
import type { Comparison, Drivers, FeatureMap } from '../../server/contract/insights.ts';
import { readApi } from './open-page.ts';
import { seedCopies, seedReviews } from './seed-reviews.ts';
import { useApp } from './use-app.ts';

const more = (at: number) =>
  seedCopies().map((review) => ({
    ...review,
    externalId: `${review.externalId}-${at}`,
    text: `${review.text} That makes it house number ${at * 17}${at}.`,
  }));
const app = useApp('copies-effect', { reviews: [...seedReviews(150), ...seedCopies(), ...more(1), ...more(2)] });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const sheet = (page: Page) => page.getByRole('dialog');

async function openTable(path: string, name: string): Promise<Page> {
  const { page } = await app.open(path);
  await card(page, name)
    .getByRole('button', { name: `View ${name.toLowerCase()} as table` })
    .click();
  await card(page, name).getByRole('table').waitFor();
  return page;
}

/** The cells of a row of a card's table. */
const cellsOf = (page: Page, name: string, head: string) =>
  card(page, name)
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: head, exact: true }) })
    .getByRole('cell')
    .allTextContents();
const net = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : formatSigned(value, 'en-GB');

describe('what the copies do', () => {
  it('is told of each cell of the heat map, in its table too', async () => {
    const page = await openTable('/', 'Features by product');
    const { rows } = await readApi<Products>(app.url, '/analytics/products?effect=true');
    const alder = rows.find(({ product }) => product === 'alder-one');
    const known = alder?.features.filter(({ reviews }) => reviews >= 10) ?? [];
    expect(known.some(({ effect }) => effect?.once.reviews !== effect?.all.reviews)).toBe(true);
    const at = rows.findIndex(({ product }) => product === 'alder-one');
    for (const { label, effect } of known)
      expect((await cellsOf(page, 'Features by product', label))[2 * at + 1]).toBe(net(effect?.all.net?.value));
    await card(page, 'Features by product').getByRole('button', { name: 'View features by product as table' }).click();
    await card(page, 'Features by product').locator('.heat .moved').first().waitFor();
    expect(await card(page, 'Features by product').locator('.copies-note').textContent()).toMatch(
      /^Copies move \d+ of \d+ figures, most /,
    );
  });

  it('is told of each point of the map, the drivers and the trend', async () => {
    const page = await openTable('/?interval=month', 'Fix first, keep, watch');
    const map = await readApi<FeatureMap>(app.url, '/analytics/map?effect=true');
    for (const { label, tooFew, effect } of map.rows)
      expect((await cellsOf(page, 'Fix first, keep, watch', label))[4]).toBe(tooFew ? '' : net(effect?.all.net?.value));
    await card(page, 'What moves the stars')
      .getByRole('button', { name: 'View what moves the stars as table' })
      .click();
    const drivers = await readApi<Drivers>(app.url, '/analytics/drivers?effect=true');
    for (const { label, blamed, praised } of drivers.rows) {
      const cells = await cellsOf(page, 'What moves the stars', label);
      const wanted = [blamed, praised].map(({ change, effect }) => (change ? net(effect?.all.change) : ''));
      expect([cells[1], cells[5]]).toEqual(wanted);
    }
    await card(page, 'Net sentiment over time').locator('canvas[data-drawn]').waitFor();
    expect(await card(page, 'Net sentiment over time').locator('.copies-note').textContent()).toMatch(/^Copies move /);
  });

  it('is told of a comparison, the other way round where all reviews are shown', async () => {
    const path = '/compare?p1=alder-one&p2=birch-two&counting=all';
    const page = await openTable(path, 'Side by side');
    const value = await readApi<Comparison>(
      app.url,
      '/analytics/compare?products=alder-one&products=birch-two&counting=all&effect=true',
    );
    for (const { label, cells } of value.rows) {
      const shown = await cellsOf(page, 'Side by side', label);
      expect([shown[1], shown[4]]).toEqual(
        cells.map(({ tooFew, effect }) => (tooFew ? '' : net(effect?.once.net?.value))),
      );
    }
    await card(page, 'Side by side').getByRole('button', { name: 'View side by side as table' }).click();
    const figures = listCompared(value).flatMap(({ label, cells }) =>
      cells.flatMap(({ tooFew, effect }, at) =>
        tooFew ? [] : [{ ...netsOf(effect), label: `${label}, ${['Alder One', 'Birch Two'][at]}` }],
      ),
    );
    expect(await card(page, 'Side by side').locator('.copies-note').textContent()).toBe(tellCopies(figures, 'en-GB'));
  });
});

describe('stars by month', () => {
  const NAME = 'Stars by month';

  it('has a table equal to the API, month by month, with n', async () => {
    const page = await openTable('/', NAME);
    const { stars } = await readApi<Trend>(app.url, '/analytics/trend?interval=month&effect=true');
    const rows = card(page, NAME).getByRole('table').locator('tbody tr');
    const shown = await rows.allTextContents();
    const wanted = stars.filter(({ rated }) => rated >= 10);
    expect(shown).toHaveLength(wanted.length);
    for (const [at, { rated, effect, distribution }] of wanted.entries()) {
      const cells = await rows.nth(at).getByRole('cell').allTextContents();
      expect(cells.slice(0, 2)).toEqual([rated, effect?.all.rated].map(String));
      expect(cells.slice(2).map((text) => Number(/\((\d+)\)/.exec(text)?.[1]))).toEqual(
        distribution.map(({ reviews }) => reviews),
      );
    }
  });

  it('opens exactly the reviews of a part, by the keys and by the pointer', async () => {
    const { page } = await app.open('/?feature=clarity');
    await card(page, NAME).locator('canvas[data-drawn]').waitFor();
    await card(page, NAME)
      .getByRole('group', { name: /^Chart/ })
      .focus();
    await page.keyboard.press('ArrowRight');
    const told = (await card(page, NAME).locator('.plot [role=status]').textContent()) ?? '';
    const [, stars, count] = /: (\d) stars? .*, (\d+) reviews? of/.exec(told) ?? [];
    await page.keyboard.press('Enter');
    await sheet(page)
      .getByRole('heading', { name: new RegExp(`^${count} reviews? with ${stars} stars?$`) })
      .waitFor();
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => sheet(page).count()).toBe(0);
    // Of clarity two months have enough reviews: the first has its bar at a quarter of the width.
    const box = await card(page, NAME).locator('canvas').boundingBox();
    if (!box) throw new Error('the canvas has no place');
    await card(page, NAME)
      .locator('canvas')
      .click({ position: { x: 48 + (box.width - 52) / 4, y: 40 } });
    await sheet(page)
      .getByRole('heading', { name: /^\d+ reviews? with/ })
      .waitFor();
    const query = new URL(page.url()).searchParams;
    const asked = new URLSearchParams({
      feature: 'clarity',
      ...Object.fromEntries(['rating', 'from', 'to'].map((name) => [name, query.get(`s.${name}`) ?? ''])),
    });
    const quotes = await readApi<Quotes>(app.url, `/analytics/quotes?${asked}`);
    expect(await sheet(page).getByRole('heading', { level: 2 }).textContent()).toMatch(new RegExp(`^${quotes.total} `));
    expect(app.complaints).toEqual([]);
  });
});
