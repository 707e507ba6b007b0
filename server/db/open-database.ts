import type { Connection } from 'mongoose';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { connect } from './connect.ts';
import { openEmbedded } from './mongod/embedded.ts';

export interface OpenedDatabase {
  connection: Connection;
  /** Whether another process runs the embedded MongoDB: an app is at work on the same data. */
  isShared: boolean;
  /** Stops the embedded MongoDB, where this process runs it. Close the connection before. */
  stop(): Promise<void>;
}

/**
 * The configured database, or the embedded one of the data folder.
 * @throws AppError as `connect` and `openEmbedded` do
 */
export async function openDatabase(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'mongodBinary'>,
  log: Pick<Log, 'info'>,
): Promise<OpenedDatabase> {
  if (config.mongodbUri !== undefined) {
    return { connection: await connect(config.mongodbUri), isShared: false, stop: async () => undefined };
  }
  const mongod = await openEmbedded({
    dataDir: config.dataDir,
    mongodBinary: config.mongodBinary,
    log: (line) => log.info(line),
  });
  try {
    return { connection: await connect(mongod.uri), isShared: !mongod.owned, stop: () => mongod.stop() };
  } catch (error) {
    await mongod.stop();
    throw error;
  }
}
