import { createHash } from 'node:crypto';
import mongoose, { type ClientSession, type Connection } from 'mongoose';
import type { LogHead } from '../duplicates/log-chain.ts';
import { AppError } from '../errors.ts';

const { BSON } = mongoose.mongo;

/** Of the documents of a collection in the order of their `_id`. */
interface Sums {
  documents: number;
  contentSha256: string;
}

/** All collections as they were at one moment. */
export interface Snapshot {
  takenAt: Date;
  collections: readonly string[];
  logHead: LogHead | null;
  /** BSON, in the order of `_id`. */
  documents(collection: string): AsyncIterable<Uint8Array>;
}

/** Values keep the type they are stored with: 5 as a double stays a double. */
const AS_STORED = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;
/** Who was signed out meanwhile stays so. */
const LEFT_OUT = new Set(['sessions']);
/** Left in a database while one is being restored into it. */
const MARK = 'unfinished_restore';

const SNAPSHOT_TOO_OLD = 239;
const SNAPSHOT_UNAVAILABLE = 246;
const TRIES = 3;
/** How far back MongoDB is to keep what has changed while a backup reads: its default is five minutes. */
const WINDOW_SECONDS = 3600;

const READ_BATCH = 1000;
const WRITE_DOCUMENTS = 1000;
const WRITE_BYTES = 8 * 1024 * 1024;

class ChangedMeanwhile extends Error {}

/** As MongoDB stores it. In an object, keys that look like numbers come before all others. */
const idFirst = (row: mongoose.mongo.BSON.Document) =>
  Object.keys(row)[0] === '_id'
    ? row
    : new Map([['_id', row['_id']], ...Object.entries(row).filter(([key]) => key !== '_id')]);

export type BackupStore = ReturnType<typeof createBackupStore>;

/** Reading and writing all that a database holds, byte by byte. */
export function createBackupStore(connection: Connection) {
  const db = connection.db!;

  /** Name and identity of each collection: one that is dropped and made anew has another. */
  const list = async (): Promise<Map<string, string>> => {
    const found = await db.listCollections({ type: 'collection' }, { nameOnly: false }).toArray();
    return new Map(
      found
        .filter(({ name }) => !name.startsWith('system.') && !LEFT_OUT.has(name) && name !== MARK)
        .map((one) => [one.name, String((one as { info?: { uuid?: unknown } }).info?.uuid)] as const)
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  };

  const expectThere = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>) => {
    for (const [name, id] of before) if (now.get(name) !== id) throw new ChangedMeanwhile(`${name} was made anew`);
  };

  const readIn = async <T>(session: ClientSession, work: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
    const collections = await list();
    const takenAt = new Date();
    // The first read in the session sets the moment for all that follow; one of a collection that is not there does not.
    const [first] = collections.keys();
    if (first !== undefined) await db.collection(first).findOne({}, { session, projection: { _id: 1 } });
    const head = await db
      .collection<LogHead & { _id: 'head' }>('decision_log_head')
      .findOne({ _id: 'head' }, { session });
    const after = await list();
    expectThere(collections, after);
    if (after.size !== collections.size) throw new ChangedMeanwhile('a collection was added');
    const result = await work({
      takenAt,
      collections: [...collections.keys()],
      logHead: head && { seq: head.seq, hash: head.hash },
      async *documents(collection) {
        const rows = db
          .collection(collection)
          .find({}, { session, sort: { _id: 1 }, hint: { _id: 1 }, batchSize: READ_BATCH, ...AS_STORED });
        // As the driver writes them: what is restored has the same bytes then.
        for await (const row of rows) yield BSON.serialize(idFirst(row));
      },
    });
    expectThere(collections, await list());
    return result;
  };

  const isOutdated = (error: unknown) =>
    error instanceof ChangedMeanwhile ||
    [SNAPSHOT_TOO_OLD, SNAPSHOT_UNAVAILABLE].includes(Number((error as { code?: unknown }).code));

  return {
    /**
     * Calls `work` with all that is stored at one moment, whatever is written meanwhile; once more from its beginning
     * where that moment was lost. @throws AppError `snapshot-lost`
     */
    async snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
      const giveBack = await keepHistory(connection);
      try {
        for (let tries = 1; ; tries += 1) {
          const session = connection.getClient().startSession({ snapshot: true });
          try {
            return await readIn(session, work);
          } catch (error) {
            if (!isOutdated(error)) throw error;
            if (tries < TRIES) continue;
            const detail =
              'MongoDB did not keep one moment for as long as the backup took: raise its parameter minSnapshotHistoryWindowInSeconds, or take it at a quieter time.';
            throw new AppError('snapshot-lost', 503, detail, { cause: error });
          } finally {
            await session.endSession();
          }
        }
      } finally {
        await giveBack();
      }
    },

    /** `interrupted`: an earlier restore did not come to its end. */
    async state(): Promise<'empty' | 'filled' | 'interrupted'> {
      const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      if (names.includes(MARK)) return 'interrupted';
      for (const name of names) {
        if (!name.startsWith('system.') && (await db.collection(name).findOne({}, { projection: { _id: 1 } })))
          return 'filled';
      }
      return 'empty';
    },

    /** Drops all there is, and leaves a mark that `end` takes away. */
    async begin(): Promise<void> {
      const mark = db.collection<{ _id: string; at: Date }>(MARK);
      await mark.updateOne({ _id: 'restore' }, { $set: { at: new Date() } }, { upsert: true });
      const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      for (const name of names) if (name !== MARK && !name.startsWith('system.')) await db.dropCollection(name);
    },
    async end(): Promise<void> {
      await db.dropCollection(MARK);
    },

    /** Writes the documents into a new collection. */
    async load(collection: string, documents: AsyncIterable<Uint8Array>): Promise<void> {
      await db.createCollection(collection);
      const target = db.collection(collection);
      let batch: mongoose.mongo.BSON.Document[] = [];
      let bytes = 0;
      const write = async () => {
        if (batch.length > 0)
          await target.insertMany(batch, { ordered: false, writeConcern: { w: 'majority', j: true } });
        [batch, bytes] = [[], 0];
      };
      for await (const document of documents) {
        if (bytes + document.byteLength > WRITE_BYTES || batch.length === WRITE_DOCUMENTS) await write();
        batch.push(BSON.deserialize(document, AS_STORED));
        bytes += document.byteLength;
      }
      await write();
    },

    /** Of what is stored now. */
    async sums(collection: string): Promise<Sums> {
      const content = createHash('sha256');
      let documents = 0;
      const rows = db
        .collection(collection)
        .find({}, { sort: { _id: 1 }, hint: { _id: 1 }, batchSize: READ_BATCH, raw: true });
      for await (const row of rows) {
        content.update(row as unknown as Uint8Array);
        documents += 1;
      }
      return { documents, contentSha256: content.digest('hex') };
    },

    decode: <T>(document: Uint8Array): T => BSON.deserialize(document) as T,
  };
}

/** Asks MongoDB to keep an hour of what changes; answers how to put that back. Where it is not allowed to ask, nothing happens. */
async function keepHistory(connection: Connection): Promise<() => Promise<void>> {
  const admin = connection.getClient().db('admin');
  const set = (seconds: number) =>
    admin.command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: seconds }).then(
      () => undefined,
      () => undefined,
    );
  const now = await admin.command({ getParameter: 1, minSnapshotHistoryWindowInSeconds: 1 }).catch(() => undefined);
  const seconds = Number(now?.['minSnapshotHistoryWindowInSeconds']);
  if (!(seconds < WINDOW_SECONDS)) return async () => undefined;
  await set(WINDOW_SECONDS);
  return () => set(seconds);
}
