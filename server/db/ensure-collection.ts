import type { Connection } from 'mongoose';

const NAMESPACE_EXISTS = 48;

/** Makes a collection if it is not there: inside a transaction none can be made. Two servers may do it at once. */
export async function ensureCollection(connection: Connection, name: string): Promise<void> {
  await connection.createCollection(name).catch((error: unknown) => {
    if ((error as { code?: number }).code !== NAMESPACE_EXISTS) throw error;
  });
}
