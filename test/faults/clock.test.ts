import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsOf } from '../server/ingest/api-imports.ts';
import { mixedFile } from '../server/ingest/mixed-file.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const HOUR_MS = 3_600_000;

let app: TestApp;
let shiftMs = 0;
beforeAll(async () => {
  app = await startTestApp('clock', { now: () => new Date(Date.now() + shiftMs) });
});
afterAll(() => app.close());

it('a clock that jumps, there and back, loses and doubles nothing', { timeout: 180_000 }, async () => {
  const imports = importsOf(() => app.url);
  const { id } = await imports.post(mixedFile({ rows: 900, seed: 9 }));
  const jumps = [2, -3, 48, 0].map((hours) => hours * HOUR_MS);
  for (const jump of jumps) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    shiftMs = jump;
  }
  const view = await imports.settled(id);
  expect(view.state).toBe('done');
  const { received, stored, updated, unchanged, rejected, notReviews = 0 } = view.counts as Record<string, number>;
  expect(stored! + updated! + unchanged! + rejected! + notReviews).toBe(received);
  const again = await imports.importAll(mixedFile({ rows: 900, seed: 9 }));
  expect(again.counts.stored).toBe(0);
  expect(await app.core.rollups.verify()).toEqual([]);
});
