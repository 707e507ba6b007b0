import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

interface WorkspaceRow {
  _id: 'workspace';
  /** Last day of the sample reviews, when the database holds them; `isComplete` once all are stored. */
  sample?: { end: string; isComplete: boolean };
  /** What all stored meanings were read with, or wait in the journal to be. */
  meaningsMark?: string;
  /** The form of the stored roll-ups. */
  rollupShape?: number;
}

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>;

/** What is true of the database as a whole. */
export function createWorkspaceStore(connection: Connection) {
  const rows = connection.collection<WorkspaceRow>('workspace');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'workspace');
    },
    async sample(): Promise<WorkspaceRow['sample']> {
      return (await rows.findOne({ _id: 'workspace' }))?.sample;
    },
    async markSample(sample: { end: string; isComplete: boolean }): Promise<void> {
      await rows.updateOne({ _id: 'workspace' }, { $set: { sample } }, { upsert: true });
    },
    async meaningsMark(): Promise<string | undefined> {
      return (await rows.findOne({ _id: 'workspace' }))?.meaningsMark;
    },
    async setMeaningsMark(meaningsMark: string): Promise<void> {
      await rows.updateOne({ _id: 'workspace' }, { $set: { meaningsMark } }, { upsert: true });
    },
    async rollupShape(): Promise<number | undefined> {
      return (await rows.findOne({ _id: 'workspace' }))?.rollupShape;
    },
    async setRollupShape(rollupShape: number): Promise<void> {
      await rows.updateOne({ _id: 'workspace' }, { $set: { rollupShape } }, { upsert: true });
    },
  };
}
