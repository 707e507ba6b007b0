import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ClusterPage } from '../../server/contract/duplicates.ts';
import type { ImportPage } from '../../server/contract/imports.ts';
import type { ReviewPage } from '../../server/contract/reviews.ts';
import { PHONE, readApi } from './open-page.ts';
import { useApp } from './use-app.ts';

const app = useApp('imports');

const CSV = [
  'title,text,rating,date,author',
  'Good,"The picture is clear, by day at least.",4,2026-05-01,Ann',
  'Odd,"The battery lasts long.",11,2026-05-02,Bo',
  'Empty,"",3,2026-05-03,Cy',
  'Fine,"Easy to install, even for me.",5,2026-05-04,Di',
].join('\n');
const COPY = 'Since the camera hangs above the boat house, no heron has landed there unseen, not even in thick fog.';

const choose = (page: Page, name: string, content: string | Buffer) =>
  page
    .getByLabel('Files to import')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });

const draftOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const stateOf = (page: Page, name: string) => draftOf(page, name).locator('.imp-step .badge[role=status]');
const countReviews = async (query = '') => (await readApi<ReviewPage>(app.url, `/reviews${query}`)).total;

/** Chooses a file of one product and imports it without a check. */
async function importFile(page: Page, { name, product, content }: { name: string; product: string; content: string }) {
  await choose(page, name, content);
  await draftOf(page, name)
    .getByLabel(/^Product/)
    .fill(product);
  await draftOf(page, name).getByRole('button', { name: 'Import without checking' }).click();
}

/** Machines that test are busy. */
const SOON = { timeout: 30_000 };

const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );

describe('an import', () => {
  it('leads from the first page to a check, to the counts, the faulty rows, and the reviews', async () => {
    const { page, complaints } = await app.open('/');
    await page.getByRole('heading', { name: 'Bring in your first reviews' }).waitFor();
    await choose(page, 'may.csv', CSV);

    const draft = draftOf(page, 'may.csv');
    await draft.getByText('Say which product these reviews are about first').waitFor();
    expect(await draft.getByRole('button', { name: 'Check first' }).isDisabled()).toBe(true);
    await draft.getByLabel(/^Product/).fill('cedar-three');
    await draft.getByRole('button', { name: 'Check first' }).click();
    await page.getByText('would be new').waitFor();
    expect(await countReviews()).toBe(0);

    await page.getByRole('button', { name: 'Import 2 reviews now' }).click();
    await expect.poll(() => stateOf(page, 'may.csv').textContent(), SOON).toBe('Done');
    const detail = draftOf(page, 'may.csv');
    expect(await detail.getByRole('definition').allTextContents()).toEqual(['2', '2']);
    const faults = page.getByRole('region', { name: '2 rows with errors' });
    await expect.poll(() => faults.getByRole('row').count(), SOON).toBe(3);
    await faults.getByRole('button', { name: 'The stars are not from 1 to 5' }).click();
    expect(await faults.locator('.reject-rows').textContent()).toMatch(/^3.*11/);
    expect(await violationsOf(page)).toEqual([]);

    const download = page.waitForEvent('download');
    await faults.getByRole('link', { name: /Download/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^rejects-I-\d+\.csv$/);

    await detail.getByRole('link', { name: 'Its reviews' }).click();
    await page.getByRole('heading', { name: /^2 reviews/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks what the columns of a new header are, remembers it, and forgets it', async () => {
    const { page } = await app.open('/import');
    const rows = [
      'Nr;Meinung;Punkte;Am;Modell',
      '1;Bei Nacht sieht man jeden Fuchs am Zaun.;5;05/03/2026;fir-six',
      '2;Die App braucht ewig.;2;25/12/2025;fir-six',
    ].join('\n');
    await choose(page, 'umfrage.csv', rows);
    const draft = draftOf(page, 'umfrage.csv');
    await draft.getByLabel('Column for Review text').waitFor();
    expect(await draft.getByLabel('Column for Review text').inputValue()).toBe('Meinung');
    const preview = draft.getByRole('region', { name: 'First rows as reviews' });
    expect(await preview.getByRole('listitem').count()).toBe(2);
    await draft.getByLabel('Column for Title').selectOption('Nr');
    await expect.poll(() => preview.locator('.pre-title').first().textContent(), SOON).toBe('1');
    await draft.getByLabel('Column for Title').selectOption('');
    await draft.getByLabel('Column for Review id').selectOption('Nr');
    expect(await violationsOf(page)).toEqual([]);

    await draft
      .getByRole('group', { name: /two ways/ })
      .getByLabel(/^Day first/)
      .check();
    await expect.poll(() => preview.getByText('5 Mar 2026').count(), SOON).toBe(1);
    await draft.getByRole('button', { name: 'Import without checking' }).click();
    await expect.poll(() => stateOf(page, 'umfrage.csv').textContent(), SOON).toBe('Done');
    const stored = await readApi<ReviewPage>(app.url, '/reviews?product=fir-six');
    expect(stored.items.map(({ date, externalId }) => [date, externalId])).toEqual([
      ['2026-03-05', '1'],
      ['2025-12-25', '2'],
    ]);

    await choose(page, 'umfrage-2.csv', rows);
    const again = draftOf(page, 'umfrage-2.csv');
    await again.getByText('Columns as last time').waitFor();
    await again.getByRole('button', { name: 'Forget' }).click();
    await again.getByText('guessed: please look').waitFor();
    await again.getByRole('button', { name: 'Remove umfrage-2.csv' }).click();
    expect(await again.count()).toBe(0);
  });

  it('of what Excel saved as plain CSV shows and stores its characters, without being asked', async () => {
    const { page, complaints } = await app.open('/import');
    const rows = 'product,rating,text\r\nyew-ten,5,\x93Caf\xe9\x94 in view; for 90 \x80.\r\n';
    await choose(page, 'excel.csv', Buffer.from(rows, 'latin1'));
    const draft = draftOf(page, 'excel.csv');
    await draft.locator('.badge', { hasText: 'Windows' }).waitFor();
    await draft.getByRole('button', { name: 'Change' }).click();
    const text = draft.getByRole('region', { name: 'First rows as reviews' }).locator('li p').last();
    expect(await text.textContent()).toBe('“Café” in view; for 90 €.');

    await draft.getByRole('button', { name: 'Options', exact: true }).click();
    const characters = draft.getByLabel('Characters');
    expect(await characters.inputValue()).toBe('windows-1252');
    await characters.selectOption('UTF-8');
    await expect.poll(() => text.textContent(), SOON).toBe('\ufffdCaf\ufffd in view; for 90 \ufffd.');
    await expect.poll(() => draft.locator('.badge', { hasText: 'Windows' }).count(), SOON).toBe(0);
    await characters.selectOption('Windows (Excel’s plain CSV)');
    await expect.poll(() => text.textContent(), SOON).toBe('“Café” in view; for 90 €.');
    expect(await violationsOf(page)).toEqual([]);

    await draft.getByRole('button', { name: 'Import without checking' }).click();
    await expect.poll(() => stateOf(page, 'excel.csv').textContent(), SOON).toBe('Done');
    expect(await draft.locator('.what').first().textContent()).toContain('CSV · Windows (Excel’s plain CSV)');
    const stored = await readApi<ReviewPage>(app.url, '/reviews?product=yew-ten');
    expect(stored.items.map((review) => review.text)).toEqual(['“Café” in view; for 90 €.']);
    expect(complaints).toEqual([]);
  });

  it('of UTF-8 says nothing of characters, and sends nothing of them', async () => {
    const { page } = await app.open('/import');
    await choose(page, 'utf-8.csv', 'product,rating,text\nyew-ten,5,Été comme hiver.\n');
    const draft = draftOf(page, 'utf-8.csv');
    await draft.getByRole('button', { name: 'Options', exact: true }).click();
    expect(await draft.getByLabel('Characters').inputValue()).toBe('utf-8');
    expect(await draft.locator('.badge', { hasText: 'Windows' }).count()).toBe(0);
    await draft.getByRole('button', { name: 'Import without checking' }).click();
    await expect.poll(() => stateOf(page, 'utf-8.csv').textContent(), SOON).toBe('Done');
    const imports = await readApi<ImportPage>(app.url, '/imports');
    expect(imports.items[0]).toMatchObject({ filename: 'utf-8.csv', encoding: null, counts: { stored: 1 } });
  });

  it('shows rows of a scraped page as the reviews they become, and asks for the product once', async () => {
    const { page } = await app.open('/import');
    const rows = [
      'Score,Title,Helpful,Date,Comment',
      '4.0 out of 5 stars,Sharp,,"Reviewed in Canada on May 3, 2021","<span>Sharp &amp; quick<br>in the dark.</span>"',
    ].join('\n');
    await choose(page, 'scrape.csv', rows);
    const draft = draftOf(page, 'scrape.csv');
    await draft.getByRole('button', { name: 'Change' }).click();
    await draft.getByRole('button', { name: 'Options', exact: true }).click();
    expect(await draft.getByRole('textbox', { name: /^Product/ }).count()).toBe(0);
    expect(await draft.getByRole('combobox', { name: /^Product/ }).count()).toBe(1);
    const parts = draft.getByRole('region', { name: 'First rows as reviews' }).locator('li p');
    await parts.first().waitFor();
    const [facts, title, text] = await parts.allTextContents();
    expect([facts, title, text]).toEqual(['4starsProduct not namedMay 3, 2021', 'Sharp', 'Sharp & quick in the dark.']);
  });

  it('of several files at once lists them all, also after the page is loaded again', async () => {
    const { page } = await app.open('/import', { viewport: PHONE });
    await page.getByRole('button', { name: 'Options for the next files' }).click();
    await page.getByLabel('Product', { exact: false }).first().fill('gum-seven');
    const names = ['one.csv', 'two.csv', 'three.csv'];
    await page.getByLabel('Files to import').setInputFiles(
      names.map((name, at) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(`title,text,rating\nNo ${at},Number ${at} of the long row of lamps works well.,5\n`),
      })),
    );
    await page.getByRole('button', { name: 'Import 3 files' }).click();
    const recent = page.getByRole('region', { name: 'Recent imports' });
    for (const name of names) await recent.getByRole('button', { name, exact: true }).waitFor();
    await expect.poll(() => countReviews('?product=gum-seven'), SOON).toBe(3);
    await page.reload();
    for (const name of names) await recent.getByRole('button', { name, exact: true }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('of something else says why it is not taken, and cannot be sent', async () => {
    const { page } = await app.open('/import');
    await choose(page, 'cat.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
    const draft = draftOf(page, 'cat.csv');
    await draft.getByRole('alert').waitFor();
    expect(await draft.getByRole('alert').textContent()).toContain('PNG');
    expect(await draft.getByRole('button', { name: 'Check first' }).isDisabled()).toBe(true);
  });
});

describe('a running import', () => {
  it('is paused, goes on, is cancelled, and undone as a whole', async () => {
    const { page } = await app.open('/import');
    const rows = Array.from(
      { length: 12_000 },
      (_, at) => `"Lamp ${at} of ${at * 7919} burns, lamp ${at * 31} does not",4`,
    );
    await importFile(page, { name: 'long.csv', product: 'hazel-eight', content: ['text,rating', ...rows].join('\n') });
    const detail = draftOf(page, 'long.csv');
    await detail.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => stateOf(page, 'long.csv').textContent(), SOON).toBe('Paused');
    await page.getByRole('progressbar', { name: 'Progress of long.csv' }).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await page.reload();
    await detail.getByRole('button', { name: 'Go on' }).click();
    await detail.getByRole('button', { name: 'Pause' }).waitFor();
    await detail.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => stateOf(page, 'long.csv').textContent(), SOON).toBe('Cancelled');
    expect(await countReviews('?product=hazel-eight')).toBeGreaterThan(0);

    await detail.getByRole('button', { name: 'Undo this import' }).click();
    await expect.poll(() => stateOf(page, 'long.csv').textContent(), SOON).toBe('Undone');
    expect(await countReviews('?product=hazel-eight&status=published')).toBe(0);
  });
});

describe('an import that people have decided on', () => {
  it('is not undone before the decision is, which is named and undone in place', async () => {
    const { page } = await app.open('/import');
    const content = ['author,text,rating', `Ann,"${COPY}",5`, `Bo,"${COPY}",5`].join('\n');
    await importFile(page, { name: 'twice.csv', product: 'ivy-nine', content });
    await expect.poll(() => stateOf(page, 'twice.csv').textContent(), SOON).toBe('Done');
    const clusters = await readApi<ClusterPage>(app.url, '/duplicates?product=ivy-nine');
    const [cluster] = clusters.items;
    const members = await readApi<{ members: { id: string }[]; version: number }>(
      app.url,
      `/duplicates/${cluster?.id}`,
    );
    const answer = await fetch(`${app.url}/api/v1/duplicates/${cluster?.id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        action: 'remove',
        keep: [members.members[0]?.id],
        reason: 'duplicate-exact',
        version: members.version,
      }),
    });
    expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)]);

    const detail = draftOf(page, 'twice.csv');
    await detail.getByRole('button', { name: 'Undo this import' }).click();
    const note = detail.getByRole('alert');
    await note.getByRole('link', { name: /^D-\d+$/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await note.getByRole('button', { name: 'Undo the decision' }).click();
    await expect.poll(() => note.getByRole('listitem').count(), SOON).toBe(0);
    await note.getByRole('button', { name: 'Try again to undo the import' }).click();
    await expect.poll(() => stateOf(page, 'twice.csv').textContent(), SOON).toBe('Undone');
    await detail.getByRole('button', { name: 'Redo this import' }).click();
    await expect.poll(() => stateOf(page, 'twice.csv').textContent(), SOON).toBe('Done');
  });
});

describe('a check', () => {
  it('whose import comes out otherwise is told of, with the figures that differ', async () => {
    const { page } = await app.open('/import');
    const content =
      'product,id,text\njuniper-ten,h-1,The hinge of the lid is firm.\njuniper-ten,h-2,The lens fogs up.\n';
    await choose(page, 'hinges.csv', content);
    await draftOf(page, 'hinges.csv').getByRole('button', { name: 'Check first' }).click();
    await page.getByText('would be new').waitFor();
    const { items } = await readApi<ImportPage>(app.url, '/imports?limit=1');
    const between = await fetch(`${app.url}/api/v1/imports?filename=between.csv`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: content.split('\n').slice(0, 2).join('\n'),
    });
    expect(between.status).toBe(202);
    await expect.poll(() => countReviews('?product=juniper-ten'), SOON).toBe(1);
    await page.getByRole('button', { name: 'Import 2 reviews now' }).click();
    await page.getByText('Other than the check said.').waitFor();
    await page.getByText('1 new, 2 foretold').waitFor();
    await page.getByRole('link', { name: 'See the check' }).click();
    await page.getByRole('link', { name: /^see the import I-/ }).waitFor();
    expect(page.url()).toContain(`id=${items[0]?.id}`);
  });
});
