import { randomUUID } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { inject } from 'vitest';

export interface TestDatabase {
  connection: Connection;
  /** Names the database too: for processes that a test starts. */
  uri: string;
  /** Drops the database and closes the connection. */
  close(): Promise<void>;
}

/** A connection to a database that nobody else uses. `name` (letters, digits, - and _) shows up in the database's name. */
export async function openTestDatabase(name: string): Promise<TestDatabase> {
  const url = new URL(inject('mongoUri'));
  url.pathname = `/${name.slice(0, 40)}-${randomUUID().slice(0, 8)}`;
  const uri = url.href;
  const connection = await mongoose.createConnection(uri, { autoIndex: false, autoCreate: false }).asPromise();
  const close = async () => {
    // What a killed server had open holds the database for a while; it goes with the folder of the test run then.
    await connection.db?.command({ dropDatabase: 1, maxTimeMS: 5000 }).catch(() => undefined);
    await connection.close();
  };
  return { connection, uri, close };
}
