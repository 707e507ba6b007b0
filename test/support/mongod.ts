import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../../server/db/mongod/find-mongod.ts';
import { startMongod } from '../../server/db/mongod/run-mongod.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A mongod for this test project, in a temporary folder. */
    mongoUri: string;
    /** The binary it runs. */
    mongodBinary: string;
  }
}

const log = (line: string) => process.stderr.write(`${line}\n`);

/** More than all databases of a test run take. */
const ROOM = 4e9;

/** Where files are kept in memory, if there is room: hundreds of databases are made there in half the time. */
async function quickDir(): Promise<string> {
  const room = await statfs('/dev/shm').catch(() => null); // not on every system
  return room !== null && room.bavail * room.bsize >= ROOM ? '/dev/shm' : tmpdir();
}

export default async function setUpMongod(project: TestProject): Promise<() => Promise<void>> {
  const { path } = await findMongod({ binary: process.env['MONGOD_BINARY'], log });
  const dir = await mkdtemp(join(await quickDir(), 'reviewfinder-test-'));
  const { uri, stop } = await startMongod({ binary: path, dir, log });
  project.provide('mongoUri', uri);
  project.provide('mongodBinary', path);
  return async () => {
    await stop();
    await rm(dir, { recursive: true, force: true });
  };
}
