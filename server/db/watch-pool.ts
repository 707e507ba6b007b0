import type { Connection } from 'mongoose';

/** How the connections to MongoDB are used. */
export interface PoolUse {
  inUse(): number;
  /** Operations that wait for a connection. */
  waiting(): number;
}

export function watchPool(connection: Connection): PoolUse {
  const client = connection.getClient();
  let [inUse, waiting] = [0, 0];
  client.on('connectionCheckOutStarted', () => {
    waiting += 1;
  });
  client.on('connectionCheckOutFailed', () => {
    waiting -= 1;
  });
  client.on('connectionCheckedOut', () => {
    waiting -= 1;
    inUse += 1;
  });
  client.on('connectionCheckedIn', () => {
    inUse -= 1;
  });
  return { inUse: () => Math.max(0, inUse), waiting: () => Math.max(0, waiting) };
}
