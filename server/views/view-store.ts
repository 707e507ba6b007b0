import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';

export interface StoredView {
  _id: number;
  owner: string;
  name: string;
  page: string;
  query: string;
  shared: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface ViewStore {
  prepare(): Promise<void>;
  add(view: StoredView): Promise<void>;
  /** The owner's and those that others share, by name. */
  seenBy(owner: string): Promise<StoredView[]>;
  countOf(owner: string): Promise<number>;
  /** Changes one of the owner's. */
  change(id: number, owner: string, change: Partial<Omit<StoredView, '_id'>>): Promise<StoredView | null>;
  remove(id: number, owner: string): Promise<boolean>;
}

export function createViewStore(connection: Connection): ViewStore {
  const views = connection.collection<StoredView>('views');
  return {
    async prepare() {
      await ensureCollection(connection, 'views');
      await views.createIndex({ owner: 1 });
    },
    async add(view) {
      await views.insertOne(view);
    },
    seenBy: (owner) =>
      views
        .find({ $or: [{ owner }, { shared: true }] })
        .sort({ name: 1, _id: 1 })
        .toArray(),
    countOf: (owner) => views.countDocuments({ owner }),
    change: (id, owner, change) =>
      views.findOneAndUpdate({ _id: id, owner }, { $set: change }, { returnDocument: 'after' }),
    async remove(id, owner) {
      return (await views.deleteOne({ _id: id, owner })).deletedCount === 1;
    },
  };
}
