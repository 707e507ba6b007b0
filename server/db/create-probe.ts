import mongoose from 'mongoose';

const { MongoClient } = mongoose.mongo;

/** Asks the primary whether it is there, on a connection of its own: the others may all be in use. */
export interface Probe {
  /** Rejects within seconds while it does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const ANSWER_MS = 4000;

export function createProbe(uri: string): Probe {
  const client = new MongoClient(uri, {
    maxPoolSize: 1,
    serverSelectionTimeoutMS: ANSWER_MS,
    connectTimeoutMS: ANSWER_MS,
    socketTimeoutMS: ANSWER_MS,
    appName: 'reviewfinder-probe',
  });
  return {
    async ping() {
      // A client whose first connection has failed has to be told to try again.
      await client.connect();
      await client.db('admin').command({ ping: 1 }, { readPreference: 'primary' });
    },
    close: () => client.close(),
  };
}
