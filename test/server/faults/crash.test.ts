import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { runCrash } from '../../crash/run-crash.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reviewfinder-crash-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

// The long form is `npm run test:crash`.
it('nothing acknowledged is lost or doubled by six kills of server and mongod', { timeout: 300_000 }, async () => {
  const said: string[] = [];
  const run = { dir, kills: 6, seed: 4, pauseMs: 500, binary: inject('mongodBinary') };
  const { faults, counts } = await runCrash({ ...run, print: (line) => said.push(line) });
  expect(faults, said.join('\n')).toEqual([]);
  expect(Object.keys(counts['kills'] as object).length).toBeGreaterThan(1);
  expect(Number(counts['acknowledgedReviews'])).toBeGreaterThan(20);
});
