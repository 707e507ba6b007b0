import type { Connection } from 'mongoose';

/** A change of a cluster, decision or claim, in the order in which it was committed. */
export interface QueueChange {
  /** Of this change: reading goes on behind it. */
  token: unknown;
  kind: 'insert' | 'update' | 'replace' | 'delete';
  collection: 'clusters' | 'decisions' | 'claims';
  id: number;
  /** The fields that events are made of, of the document as it is; null where it is gone. */
  document: Readonly<Record<string, unknown>> | null;
  /** Of an update: the fields that it set. */
  fields: readonly string[];
}

export interface ChangeReader {
  /** The next change; null when none came for a while. Throws when the stream breaks. */
  next(): Promise<QueueChange | null>;
  close(): Promise<void>;
}

export interface ChangeStore {
  /** Changes from now on, or from behind the token; established once this has answered. */
  open(token?: unknown): Promise<ChangeReader>;
}

const WAIT_MS = 500;
const HISTORY_LOST = 286;

/** Whether what came behind a token cannot be read any more. */
export const isHistoryLost = (error: unknown): boolean => (error as { code?: number }).code === HISTORY_LOST;

const fields = [
  'state',
  'version',
  'cluster',
  'action',
  'actor',
  'at',
  'undoneAt',
  'undoneBy',
  'clusterVersion',
  'until',
];

/** Without the members of clusters and the former states in decisions, which can be large. */
const stages = [
  { $match: { 'ns.coll': { $in: ['clusters', 'decisions', 'claims'] } } },
  {
    $project: {
      operationType: 1,
      'ns.coll': 1,
      documentKey: 1,
      fullDocument: Object.fromEntries(fields.map((field) => [field, 1])),
      set: {
        $map: { input: { $objectToArray: { $ifNull: ['$updateDescription.updatedFields', {}] } }, in: '$$this.k' },
      },
    },
  },
];

interface Told {
  _id: unknown;
  operationType: QueueChange['kind'];
  ns: { coll: QueueChange['collection'] };
  documentKey: { _id: number };
  fullDocument?: Record<string, unknown> | null;
  set?: string[];
}

/** One stream over three collections of the database (change streams of MongoDB need a replica set). */
export function createChangeStore(connection: Connection): ChangeStore {
  return {
    async open(token) {
      const stream = connection.db?.watch<Record<string, unknown>, never>(stages, {
        fullDocument: 'updateLookup',
        maxAwaitTimeMS: WAIT_MS,
        readPreference: 'primaryPreferred',
        ...(token === undefined ? {} : { resumeAfter: token }),
      });
      if (!stream) throw new Error('There is no connection to watch.');
      const read = async (): Promise<QueueChange | null> => {
        const told = (await stream.tryNext()) as Told | null;
        return (
          told && {
            ...{ token: told._id, kind: told.operationType, collection: told.ns.coll, id: told.documentKey._id },
            ...{ document: told.fullDocument ?? null, fields: told.set ?? [] },
          }
        );
      };
      // The first read establishes it.
      const first = await read();
      let held = first;
      return {
        async next() {
          const change = held;
          held = null;
          return change ?? read();
        },
        close: () => stream.close(),
      };
    },
  };
}
