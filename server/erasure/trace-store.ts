import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import mongoose, { type Connection } from 'mongoose';
import { reviewModel, type StoredReview } from '../reviews/review-model.ts';
import { blankStrings } from './blank-strings.ts';
import type { PersonFinder } from './person.ts';

type Document = mongoose.mongo.Document & { _id: unknown };

/** What is to become of a document: nothing, other fields, or that it goes. */
type Verdict = 'keep' | 'delete' | Record<string, unknown>;

export interface Traces {
  find: PersonFinder['find'];
  /** Reviews that are erased. */
  reviews: ReadonlySet<number>;
  at: Date;
}

/** They hold numbers, hashes and the names of products, and are large; or the accounts of those who work here. */
const WITHOUT_NAMES =
  /^(?:users|api_keys|sessions|access_settings|set_up_tokens|open_id_flows|reviews|rollups.{0,20}|meanings|leases|counters|lookups|erasures|access_log|workspace|system\..{1,80})$/;
const UPLOADS = /^uploads\.(?:files|chunks)$/;
const BATCH = 500;
const unpack = promisify(gunzip);

/** Answers of the API that are kept: they go if they tell of the person or of an erased review. */
async function judgeAnswer({ body, isPacked }: Document, { find, reviews }: Traces): Promise<Verdict> {
  if (!body) return 'keep';
  const bytes = Buffer.from((body as mongoose.mongo.Binary).buffer);
  const text = (isPacked ? await unpack(bytes) : bytes).toString('utf8');
  const tellsOf = [...text.matchAll(/"id":"R-([1-9][0-9]{0,14})"/g)].some(([, id]) => reviews.has(Number(id)));
  // Within JSON an escape may stand before a word, as if it were of it.
  const told = parseJson(text);
  return tellsOf || blankStrings(told, find) !== told ? 'delete' : 'keep';
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

async function judge(name: string, document: Document, traces: Traces): Promise<Verdict> {
  if (name === 'idempotency_keys') return judgeAnswer(document, traces);
  const blanked = blankStrings(document, traces.find);
  if (name === 'decision_log') {
    const isOfErased = traces.reviews.has(Number(/^R-([0-9]{1,15})$/.exec(String(document['subject']))?.[1] ?? 0));
    const isOpen = document['payload'] !== null;
    // The row's hash is made of the payload's hash, so the chain holds without the payload.
    return isOpen && (isOfErased || blanked !== document) ? { payload: null, erasedAt: traces.at } : 'keep';
  }
  if (blanked === document) return 'keep';
  if (name.startsWith('dry_run_')) return 'delete';
  const { _id, ...fields } = blanked;
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => value !== document[key]));
}

export type TraceStore = ReturnType<typeof createTraceStore>;

/** A person's traces: the reviews, and all other collections that hold words, those of later versions too. */
export function createTraceStore(connection: Connection) {
  const Review = reviewModel(connection);
  const db = () => connection.db as mongoose.mongo.Db;

  const collections = async (): Promise<string[]> =>
    (await db().listCollections({}, { nameOnly: true }).toArray())
      .map(({ name }) => name)
      .filter((name) => !WITHOUT_NAMES.test(name) && !UPLOADS.test(name))
      .sort();

  return {
    /** A stretch of the reviews, in the order of their ids: what can name a person, and whether it is erased. */
    async reviewsAfter(id: number, limit: number): Promise<StoredReview[]> {
      return Review.find({ _id: { $gt: id } })
        .sort({ _id: 1 })
        .limit(limit)
        .select('title text author externalId status statusReason')
        .lean<StoredReview[]>();
    },

    collections,

    /** Blanks or deletes what a collection holds; with `isDry` it only counts. Answers how many documents. */
    async clear(name: string, traces: Traces, { isDry, beat }: { isDry: boolean; beat: () => Promise<void> }) {
      const collection = db().collection<Document>(name);
      let count = 0;
      let seen = 0;
      for await (const document of collection.find({}, { batchSize: BATCH, noCursorTimeout: false })) {
        seen += 1;
        if (seen % BATCH === 0) await beat();
        const verdict = await judge(name, document as Document, traces);
        if (verdict === 'keep') continue;
        count += 1;
        if (isDry) continue;
        if (verdict === 'delete') await collection.deleteOne({ _id: document._id });
        else await collection.updateOne({ _id: document._id }, { $set: verdict });
      }
      return count;
    },

    /** What clusters tell of erased reviews in their words. */
    async clearClusters(reviews: readonly number[]): Promise<void> {
      const ids = { $in: [...reviews] };
      const clusters = db().collection('clusters');
      await clusters.updateMany({ 'facts.best.id': ids }, { $set: { 'facts.best.headline': '' } });
      await clusters.updateMany({ $or: [{ 'evidence.a': ids }, { 'evidence.b': ids }] }, { $set: { evidence: null } });
    },

    /** Bytes of files that no import works on any more, where they name the person or cannot be looked into. */
    async clearUploads({ find }: Traces, isDry: boolean): Promise<number> {
      const bucket = new mongoose.mongo.GridFSBucket(db(), { bucketName: 'uploads' });
      const imports = db().collection('imports');
      let count = 0;
      for await (const file of bucket.find({})) {
        const fileId = file._id.toHexString();
        const job = await imports.findOne({ fileId }, { projection: { state: 1 } });
        if (job && ['queued', 'running', 'undoing', 'redoing'].includes(String(job['state']))) continue;
        const chunks: Buffer[] = [];
        for await (const chunk of bucket.openDownloadStream(file._id)) chunks.push(chunk as Buffer);
        const bytes = Buffer.concat(chunks);
        const isPacked = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
        if (!isPacked && find(bytes.toString('utf8')).length === 0) continue;
        count += 1;
        if (isDry) continue;
        if (job) await imports.updateOne({ _id: job._id }, { $set: { fileId: null } });
        await bucket.delete(file._id);
      }
      return count;
    },

    /** What is kept of reviews apart from them, in the transaction that erases them. */
    async removeOf(ids: readonly number[], session: mongoose.ClientSession): Promise<void> {
      const own = { $in: [...ids] };
      await db().collection<{ _id: number }>('meanings').deleteMany({ _id: own }, { session });
      const events = db().collection('review_events');
      await events.deleteMany({ review: own, event: 'updated' }, { session });
      await events.updateMany({ review: own }, { $set: { detail: null }, $unset: { former: '' } }, { session });
      const decided = db().collection('held_decisions');
      await decided.updateMany({ review: own }, { $set: { note: null } }, { session });
    },
  };
}
