import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { importsOf } from './api-imports.ts';
import { mixedFile } from './mixed-file.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('dry-run');
});
afterAll(() => test.close());

const imports = importsOf(() => test.url);

it('a dry run says what the import does, to the last copy, and its confirmation does just that', async () => {
  for (const [seed, rows] of [
    [1, 200],
    [2, 300],
    [3, 200],
  ] as const) {
    const stored = await test.core.countReviews();
    const dryRun = await imports.importAll(mixedFile({ rows, seed }), '&dryRun=true');
    expect(dryRun).toMatchObject({ state: 'done', dryRun: true, can: ['confirm'] });
    expect(await test.core.countReviews()).toBe(stored);
    const confirmed = await imports.carryOut(dryRun.id, 'confirm');
    expect(confirmed).toMatchObject({ state: 'done', confirms: dryRun.id, counts: dryRun.counts });
    expect(confirmed.differsFromDryRun).toBe(false);
    expect(await test.core.countReviews()).toBe(stored + dryRun.counts.stored);
  }
}, 300_000);

it('what is stored in between is told of', async () => {
  const file = mixedFile({ rows: 60, seed: 9, ids: 'z' });
  const dryRun = await imports.importAll(file, '&dryRun=true');
  await imports.importAll(file.split('\n').slice(0, 20).join('\n'));
  const confirmed = await imports.carryOut(dryRun.id, 'confirm');
  expect(confirmed).toMatchObject({ state: 'done', differsFromDryRun: true });
  expect((await imports.ask(dryRun.id, 'confirm')).status).toBe(409);
});
