import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type ReplicaSet, startReplicaSet } from '../support/replica-set.ts';
import { runCli, startServe } from '../support/run-cli.ts';

let dir: string;
let set: ReplicaSet;
let server: { child: ChildProcess; url: string };
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reviewfinder-three-'));
  set = await startReplicaSet(inject('mongodBinary'), dir);
  server = await startServe({ MONGODB_URI: set.uri, LOG_LEVEL: 'error' });
}, 240_000);
afterAll(async () => {
  server?.child.kill('SIGKILL');
  await set?.close();
  await rm(dir, { recursive: true, force: true });
});

it('the primary of three may die: what was acknowledged is there, and the next one is found', {
  timeout: 240_000,
}, async () => {
  const stored: string[] = [];
  const refused: (number | string)[] = [];
  let isOver = false;
  const writer = async (name: number) => {
    for (let n = 0; !isOver; n += 1) {
      const externalId = `w${name}-${n}`;
      const answer = await fetch(`${server.url}/api/v1/reviews`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          source: 's',
          externalId,
          product: 'cam',
          text: `Easy to install, ${externalId}.`,
          date: '2026-03-04',
        }),
      });
      if (answer.status === 201) stored.push(externalId);
      else refused.push(answer.headers.has('retry-after') ? answer.status : `${answer.status} without Retry-After`);
      await answer.text();
      await sleep(20);
    }
  };
  const writing = [1, 2, 3].map(writer);
  await expect.poll(() => stored.length, { timeout: 30_000 }).toBeGreaterThan(5);
  const before = stored.length;
  await set.killPrimary();
  await expect.poll(() => stored.length, { timeout: 60_000 }).toBeGreaterThan(before + 10);
  isOver = true;
  await Promise.all(writing);
  expect(new Set(refused).size === 0 || [...new Set(refused)].join() === '503').toBe(true);

  const found = new Set<string>();
  for (let cursor = ''; ; ) {
    const page = (await (await fetch(`${server.url}/api/v1/reviews?product=cam&limit=200${cursor}`)).json()) as {
      items: { externalId: string }[];
      next: string | null;
    };
    for (const { externalId } of page.items) found.add(externalId);
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(stored.filter((id) => !found.has(id))).toEqual([]);
  const verified = await runCli(['rollups', 'verify'], { env: { MONGODB_URI: set.uri } });
  expect(JSON.parse(verified.stdout)).toMatchObject({ differences: 0 });
});
