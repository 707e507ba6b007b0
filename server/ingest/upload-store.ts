import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';

const { GridFSBucket, ObjectId } = mongoose.mongo;

const BUCKET = 'uploads';
const CHUNK_BYTES = 1024 * 1024;
/** Chunks that are asked for at once: the driver's stream would hold sixteen. */
const READ_AHEAD = 2;

/** The bytes of uploaded files, where every server can read them. */
export interface UploadStore {
  /** Stores a stream durably; what came of a stream that breaks off is dropped and the error thrown on. */
  save(chunks: AsyncIterable<Uint8Array>, filename: string): Promise<{ fileId: string; bytes: number }>;
  open(fileId: string): AsyncIterable<Uint8Array>;
  drop(fileId: string): Promise<void>;
  /** Drops files begun before `before` for which `isUsed` is false: left by a server that was killed. */
  sweep(before: Date, isUsed: (fileId: string) => Promise<boolean>): Promise<number>;
}

export function createUploadStore(connection: Connection): UploadStore {
  const db = connection.db!;
  const bucket = new GridFSBucket(db, {
    bucketName: BUCKET,
    chunkSizeBytes: CHUNK_BYTES,
    writeConcern: { w: 'majority', journal: true },
  });
  const files = db.collection(`${BUCKET}.files`);
  const chunksOf = db.collection(`${BUCKET}.chunks`);

  const drop = async (id: mongoose.mongo.ObjectId) => {
    await files.deleteOne({ _id: id });
    await chunksOf.deleteMany({ files_id: id });
  };

  return {
    async save(chunks, filename) {
      const id = new ObjectId();
      const upload = bucket.openUploadStreamWithId(id, filename);
      try {
        await pipeline(chunks, upload);
      } catch (error) {
        await drop(id);
        throw error;
      }
      return { fileId: id.toHexString(), bytes: upload.length };
    },

    async *open(fileId) {
      const id = new ObjectId(fileId);
      const file = await files.findOne({ _id: id });
      let bytes = 0;
      const chunks = chunksOf.find({ files_id: id }, { sort: { n: 1 }, batchSize: READ_AHEAD });
      for await (const { data } of chunks) {
        const chunk = (data as mongoose.mongo.Binary).buffer;
        bytes += chunk.byteLength;
        yield chunk;
      }
      if (bytes !== file?.['length']) throw new Error(`upload ${fileId} is not whole`);
    },

    drop: (fileId) => drop(new ObjectId(fileId)),

    async sweep(before, isUsed) {
      const ids = (await chunksOf.distinct('files_id')) as mongoose.mongo.ObjectId[];
      let dropped = 0;
      for (const id of ids) {
        if (id.getTimestamp() >= before || (await isUsed(id.toHexString()))) continue;
        await drop(id);
        dropped += 1;
      }
      return dropped;
    },
  };
}
