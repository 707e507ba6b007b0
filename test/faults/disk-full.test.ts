import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { keepMongod } from '../../server/db/mongod/keep-mongod.ts';
import { freePort } from '../../server/db/mongod/loopback-port.ts';
import { startServe } from '../support/run-cli.ts';

const BATCH = 20;
const dir = mkdtempSync(join(tmpdir(), 'reviewfinder-full-'));

/** A small disk of its own takes rights that not everybody has. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=450m', 'tmpfs', dir], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const isMounted = mountSmallDisk();
afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', dir]);
  rmSync(dir, { recursive: true, force: true });
});

const freeBytes = () => {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
};

describe.skipIf(!isMounted)('a full disk', { timeout: 240_000 }, () => {
  it('is told by 503; nothing acknowledged is lost, and the intake goes on once there is space', async () => {
    const mongod = await keepMongod({
      ...{ binary: inject('mongodBinary'), dir: join(dir, 'data'), port: await freePort(0), log: () => undefined },
    });
    let child: ChildProcess | undefined;
    try {
      const served = await startServe({ MONGODB_URI: mongod.uri, LOG_LEVEL: 'silent' });
      const { url } = served;
      child = served.child;
      // MongoDB meets the full disk when it writes what it has in memory to its files: once a minute, here once a second.
      const connection = await mongoose.createConnection(mongod.uri).asPromise();
      await connection.db?.admin().command({ setParameter: 1, syncdelay: 1 });
      await connection.close();

      let number = 0;
      const acknowledged: string[] = [];
      const post = async () => {
        number += 1;
        const ids = Array.from({ length: BATCH }, (_, at) => `${number}-${at}`);
        const reviews = ids.map((id) => ({
          ...{ source: 's', externalId: id, product: 'cam' },
          text: `Sharp at night, number ${id}. ${Math.random().toString(36).repeat(40)}`,
        }));
        const answer = await fetch(`${url}/api/v1/reviews`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ reviews }),
        });
        await answer.arrayBuffer();
        if (answer.status === 200) acknowledged.push(...ids);
        return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
      };
      expect((await post()).status).toBe(200);

      const filler = join(dir, 'filler');
      writeFileSync(filler, Buffer.alloc(freeBytes()));
      const refused: Awaited<ReturnType<typeof post>>[] = [];
      const begin = Date.now();
      while (refused.length < 5 && Date.now() - begin < 90_000) {
        const answer = await post();
        if (answer.status !== 200) refused.push(answer);
        await sleep(200);
      }
      expect(refused).toEqual(Array(5).fill({ status: 503, retryAfter: expect.stringMatching(/^[1-9]\d*$/) }));
      expect((await fetch(`${url}/healthz`)).status).toBe(200);

      rmSync(filler);
      await expect.poll(async () => (await post()).status, { timeout: 60_000, interval: 500 }).toBe(200);
      const stored = new Set<string>();
      let cursor = '';
      do {
        const answer = await fetch(`${url}/api/v1/reviews?product=cam&limit=100${cursor && `&cursor=${cursor}`}`);
        const page = (await answer.json()) as { items: { externalId: string }[]; next: string | null };
        for (const { externalId } of page.items) {
          expect(stored).not.toContain(externalId);
          stored.add(externalId);
        }
        cursor = page.next ?? '';
      } while (cursor !== '');
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    } finally {
      child?.kill('SIGKILL');
      await mongod.stop();
    }
  });
});
