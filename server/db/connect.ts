import mongoose, { type Connection } from 'mongoose';
import { AppError } from '../errors.ts';

mongoose.set('strictQuery', 'throw');

/**
 * Connects to the database that the URI names (`reviewfinder` when it names none). Acknowledged means durable:
 * majority and journalled. A MongoDB that does not answer is given up after 5 s, so that a caller hears of it in time.
 * @throws AppError `database-unavailable`
 */
export async function connect(uri: string, dbName?: string): Promise<Connection> {
  const named = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
  const connection = mongoose.createConnection(uri, {
    dbName: dbName ?? (named ? decodeURIComponent(named) : 'reviewfinder'),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    writeConcern: { w: 'majority', journal: true },
    serverSelectionTimeoutMS: 5000,
    maxPoolSize: 20,
  });
  try {
    await connection.asPromise();
    return connection;
  } catch (cause) {
    await connection.close().catch(() => undefined);
    throw new AppError('database-unavailable', 503, 'MongoDB does not answer at the configured address.', {
      cause,
      retryAfterSeconds: 5,
    });
  }
}
