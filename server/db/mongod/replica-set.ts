import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';

const { MongoClient, MongoServerError } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

export const SET_NAME = 'rs0';
const NOT_YET_INITIALIZED = 94;
const INVALID_CONFIG = 93;
const ALREADY_INITIALIZED = 23;
const PRIMARY_MS = 30_000;

export const mongodUri = (port: number) => `mongodb://127.0.0.1:${port}/?replicaSet=${SET_NAME}&directConnection=true`;

/** Calls `use` with a client of the mongod on this port. Throws when it cannot be reached within the time. */
export async function withMongod<T>(port: number, timeoutMs: number, use: (client: Client) => Promise<T>): Promise<T> {
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** Makes the mongod on this port the primary of a set of one, whatever port the set had before; answers its process id. */
export async function becomePrimary(port: number): Promise<number> {
  return withMongod(port, 10_000, async (client) => {
    const admin = client.db('admin');
    await configureSet(client, `127.0.0.1:${port}`);
    const deadline = Date.now() + PRIMARY_MS;
    while (!(await admin.command({ hello: 1 }))['isWritablePrimary']) {
      if (Date.now() > deadline) throw new Error(`mongod did not become primary within ${PRIMARY_MS / 1000} s`);
      await sleep(50);
    }
    return Number((await admin.command({ serverStatus: 1, repl: 0, metrics: 0, locks: 0 }))['pid']);
  });
}

async function configureSet(client: Client, host: string): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  const status = await errorCode(admin.command({ replSetGetStatus: 1 }));
  if (status === NOT_YET_INITIALIZED) {
    const initiated = await errorCode(admin.command({ replSetInitiate: { _id: SET_NAME, members } }));
    if (initiated !== ALREADY_INITIALIZED) return;
    // A mongod that has just begun to listen may not have read its folder's configuration yet.
    await sleep(50);
    await configureSet(client, host);
  } else if (status === INVALID_CONFIG) {
    // The folder's set names another port.
    const config = await client.db('local').collection('system.replset').findOne();
    const version = Number(config?.['version']) + 1;
    await admin.command({ replSetReconfig: { ...config, version, members }, force: true });
  }
}

/** Undefined when the command succeeds, its code when it is one that tells the state of the set; throws all others. */
async function errorCode(command: Promise<unknown>): Promise<number | undefined> {
  try {
    await command;
    return undefined;
  } catch (error) {
    const code = error instanceof MongoServerError ? Number(error.code) : 0;
    if ([NOT_YET_INITIALIZED, ALREADY_INITIALIZED, INVALID_CONFIG].includes(code)) return code;
    throw error;
  }
}
