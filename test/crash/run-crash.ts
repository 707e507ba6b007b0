import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findMongod } from '../../server/db/mongod/find-mongod.ts';
import { createRandom } from '../../server/sample/random.ts';
import { openLedger } from './ledger.ts';
import { type Verdict, verify } from './verify.ts';
import { createMongod, createServer } from './victims.ts';
import { startWorkload } from './workload.ts';

export interface CrashRun {
  /** Database, log of the server, and what was acknowledged; a run in the same folder goes on. */
  dir: string;
  /** In all runs of the folder. */
  kills: number;
  seed: number;
  print: (line: string) => void;
  binary?: string | undefined;
  /** Longest time between two kills. */
  pauseMs?: number;
}

const TOLD_EACH = 10;
/** On a busy machine a server does nothing in the time between two kills: something has to be lost. */
const PROGRESS_MS = 15_000;
const total = (kills: Readonly<Record<string, number>>) => Object.values(kills).reduce((sum, count) => sum + count, 0);

/** Kills server and mongod at random moments while reviews and decisions come in, then checks that all is as it was acknowledged. */
export async function runCrash({ dir, kills, seed, print, binary, pauseMs = 2500 }: CrashRun): Promise<Verdict> {
  await mkdir(dir, { recursive: true });
  const ledger = openLedger(dir);
  const before = total(ledger.kills);
  const random = createRandom(seed + before);
  const path = binary ?? (await findMongod({ binary: process.env['MONGOD_BINARY'], log: print })).path;
  const mongod = await createMongod(join(dir, 'db'), path);
  let log = '';
  const server = await createServer({ MONGODB_URI: mongod.uri, REVIEWFINDER_DATA: dir }, (text) => {
    log = (log + text).slice(-20_000);
  });
  try {
    await server.start();
    const workload = startWorkload(server.url, ledger, seed * 1000 + before);
    for (let done = before; done < kills; done += 1) {
      const [known, deadline] = [ledger.reviews.size, performance.now() + PROGRESS_MS];
      while (ledger.reviews.size === known && performance.now() < deadline) await sleep(20);
      await sleep(random.int(0, pauseMs));
      const who = random.weighted([
        ['server', 5],
        ['mongod', 4],
        ['both', 1],
      ] as const);
      if (who !== 'mongod') await server.kill();
      if (who !== 'server') {
        await mongod.kill();
        await sleep(random.int(0, 1000));
        await mongod.start();
      }
      if (who !== 'mongod') await server.start();
      ledger.note({ is: 'kill', who });
      if ((done + 1) % TOLD_EACH === 0)
        print(`${done + 1} kills; acknowledged ${ledger.reviews.size} reviews, ${ledger.decisions.size} decisions`);
    }
    await workload.stop();
    const code = await server.stop();
    const verdict = await verify(mongod.uri, ledger);
    const faults = [...workload.surprises, ...verdict.faults];
    if (code !== 0) faults.push(`the server ended with ${code} on SIGTERM`);
    return { faults, counts: { seed, kills: ledger.kills, statuses: workload.statuses, ...verdict.counts } };
  } catch (error) {
    print(log);
    throw error;
  } finally {
    await server.kill();
    await mongod.stop();
  }
}
