import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

/** A note on the timeline that somebody has typed in. */
export interface StoredNote {
  _id: number;
  day: string;
  title: string;
  product: string | null;
  createdAt: Date;
}

/** Most notes of one period that are answered. */
const MAX_NOTES = 1000;

export type NoteStore = ReturnType<typeof createNoteStore>;

export function createNoteStore(connection: Connection) {
  const notes = connection.collection<StoredNote>('notes');
  return {
    async prepare(): Promise<void> {
      await ensureCollection(connection, 'notes');
      await notes.createIndex({ day: 1, _id: 1 });
    },

    async add(note: StoredNote): Promise<void> {
      await notes.insertOne(note);
    },

    /** Of a period, oldest first; the latest where they are too many. */
    async between({ from, to }: { from?: string | undefined; to?: string | undefined }): Promise<StoredNote[]> {
      const day = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) };
      const found = await notes
        .find(from || to ? { day } : {})
        .sort({ day: -1, _id: -1 })
        .limit(MAX_NOTES)
        .toArray();
      return found.reverse();
    },

    change: (id: number, change: Partial<Pick<StoredNote, 'day' | 'title' | 'product'>>): Promise<StoredNote | null> =>
      Object.keys(change).length === 0
        ? notes.findOne({ _id: id })
        : notes.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' }),

    async remove(id: number): Promise<boolean> {
      return (await notes.deleteOne({ _id: id })).deletedCount === 1;
    },
  };
}
