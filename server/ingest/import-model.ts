import { type Connection, type Model, Schema } from 'mongoose';
import type { ImportCounts, ImportFormat, ImportState, Reject } from '../contract/imports.ts';

/** An import job as it is stored. */
export interface StoredImport {
  _id: number;
  state: ImportState;
  filename: string;
  format: ImportFormat;
  product: string | null;
  source: string | null;
  dryRun: boolean;
  /** The uploaded bytes, until the job is over; null when it reads from somewhere that no other server can read. */
  fileId: string | null;
  bytesTotal: number | null;
  bytesRead: number;
  counts: ImportCounts;
  error: string | null;
  /** How often it was begun; its rejects carry the number, so that those of a broken-off run do not show. */
  attempts: number;
  /** Who runs it: a token of that one run. Writes of a run whose lease was taken over match nothing. */
  owner: string | null;
  leaseUntil: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface StoredReject extends Reject {
  importId: number;
  attempt: number;
  /** Place among the rejects of the run, from 0. */
  seq: number;
}

const importSchema = new Schema<StoredImport>(
  {
    _id: { type: Number, required: true },
    state: { type: String, enum: ['queued', 'running', 'done', 'failed'], required: true },
    filename: { type: String, required: true },
    format: { type: String, required: true },
    product: { type: String, default: null },
    source: { type: String, default: null },
    dryRun: { type: Boolean, required: true },
    fileId: { type: String, default: null },
    bytesTotal: { type: Number, default: null },
    bytesRead: { type: Number, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
    error: { type: String, default: null },
    attempts: { type: Number, required: true },
    owner: { type: String, default: null },
    leaseUntil: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    startedAt: { type: Date, default: null },
    finishedAt: { type: Date, default: null },
  },
  { collection: 'imports', strict: 'throw', versionKey: false, minimize: false },
);
// Every server asks for the next open job several times a second.
importSchema.index({ state: 1, _id: 1 });
// Bytes that no job names are swept.
importSchema.index({ fileId: 1 }, { partialFilterExpression: { fileId: { $type: 'string' } } });

const rejectSchema = new Schema<StoredReject>(
  {
    importId: { type: Number, required: true },
    attempt: { type: Number, required: true },
    seq: { type: Number, required: true },
    kind: { type: String, enum: ['row', 'passage'], required: true },
    code: { type: String, required: true },
    detail: { type: String, required: true },
    file: { type: String, default: null },
    line: { type: Number, default: null },
    field: { type: String, default: null },
    start: { type: Number, default: null },
    end: { type: Number, default: null },
    text: { type: String, default: '' },
  },
  { collection: 'rejects', strict: 'throw', versionKey: false },
);
// In the order of the file, all or one kind of them.
rejectSchema.index({ importId: 1, attempt: 1, seq: 1 }, { unique: true });
rejectSchema.index({ importId: 1, attempt: 1, kind: 1, seq: 1 });

export const importModel = (connection: Connection): Model<StoredImport> =>
  connection.models['Import'] ?? connection.model<StoredImport>('Import', importSchema);

export const rejectModel = (connection: Connection): Model<StoredReject> =>
  connection.models['Reject'] ?? connection.model<StoredReject>('Reject', rejectSchema);
