import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { OpenIdFlow, OpenIdFlows } from './open-id.ts';

/** Sign-ins that are under way at a provider; MongoDB drops those that do not come back. */
export function createOpenIdStore(connection: Connection): OpenIdFlows & { prepare(): Promise<void> } {
  const flows = connection.collection<OpenIdFlow & { _id: string }>('open_id_flows');
  return {
    async prepare() {
      await ensureCollection(connection, 'open_id_flows');
      await flows.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },
    async add(id, flow) {
      await flows.insertOne({ _id: id, ...flow });
    },
    take: (id) => flows.findOneAndDelete({ _id: id }),
  };
}
