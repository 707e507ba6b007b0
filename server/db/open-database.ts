import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { connect } from './connect.ts';
import { createProbe, type Probe } from './create-probe.ts';
import { openEmbedded } from './mongod/embedded.ts';

export interface OpenedDatabase {
  connection: Connection;
  /** Made when it is first asked for. */
  probe(): Probe;
  /** Whether another process runs the embedded MongoDB: an app is at work on the same data. */
  isShared: boolean;
  /** Stops the embedded MongoDB, where this process runs it. Close the connection before. */
  stop(): Promise<void>;
}

/**
 * The configured database, or the embedded one of the data folder.
 * @param waitMs how long to wait for a configured one that does not answer yet
 * @throws AppError as `connect` and `openEmbedded` do
 */
export async function openDatabase(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'mongodBinary'>,
  log: Pick<Log, 'info' | 'warn'>,
  { waitMs = 0 }: { waitMs?: number } = {},
): Promise<OpenedDatabase> {
  const { mongodbUri } = config;
  if (mongodbUri !== undefined) {
    const connection = await connectWithin(mongodbUri, waitMs, log);
    return { connection, probe: () => createProbe(mongodbUri), isShared: false, stop: async () => undefined };
  }
  const mongod = await openEmbedded({
    dataDir: config.dataDir,
    mongodBinary: config.mongodBinary,
    log: (line) => log.info(line),
  });
  try {
    const connection = await connect(mongod.uri);
    const { uri, owned } = mongod;
    return { connection, probe: () => createProbe(uri), isShared: !owned, stop: () => mongod.stop() };
  } catch (error) {
    await mongod.stop();
    throw error;
  }
}

const AGAIN_MS = 1000;

async function connectWithin(uri: string, waitMs: number, log: Pick<Log, 'warn'>): Promise<Connection> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      return await connect(uri);
    } catch (error) {
      if (!(error instanceof AppError) || performance.now() >= deadline) throw error;
      log.warn({ err: error.cause }, 'MongoDB does not answer yet; tried again');
      await sleep(AGAIN_MS);
    }
  }
}
