import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

interface WorkspaceRow {
  _id: 'workspace';
  sample: boolean;
}

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>;

/** What is true of the database as a whole. */
export function createWorkspaceStore(connection: Connection) {
  const rows = connection.collection<WorkspaceRow>('workspace');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'workspace');
    },
    async isSample(): Promise<boolean> {
      return (await rows.findOne({ _id: 'workspace' }))?.sample ?? false;
    },
    /** Said before the first sample review is stored, so that no sample is ever shown as real. */
    async markSample(): Promise<void> {
      await rows.updateOne({ _id: 'workspace' }, { $set: { sample: true } }, { upsert: true });
    },
    async ping(): Promise<void> {
      await connection.db?.admin().ping();
    },
  };
}
