import { type Connection, type Model, Schema } from 'mongoose';
import type {
  ColumnMap,
  DateOrder,
  ImportCounts,
  ImportFormat,
  ImportState,
  Reject,
  TextEncoding,
} from '../contract/imports.ts';
import type { WriteNote } from '../reviews/intake.ts';
import type { UndoPosition } from '../reviews/undo-import.ts';
import type { RowCells } from './import-item.ts';

/** How far an import has come: all before is stored and counted, and is not taken in again. */
export interface Checkpoint {
  /** Reviews and rejects that the file was read to. */
  items: number;
  /** Rejects that were saved. */
  rejects: number;
  counts: ImportCounts;
}

/** An import that is or was taken back. */
export interface StoredUndo {
  total: number;
  done: number;
  kept: number;
  by: string;
  at: Date;
  /** What comes next; null at the end. */
  position: UndoPosition | null;
  /** The state it was in before, and is in again when it is redone. */
  from: ImportState;
}

/** An import job as it is stored. */
export interface StoredImport extends Checkpoint {
  _id: number;
  state: ImportState;
  /** What the server that runs it is to do after its batch. */
  asked: 'pause' | 'cancel' | null;
  filename: string;
  format: ImportFormat;
  product: string | null;
  source: string | null;
  map: ColumnMap | null;
  dates: DateOrder | null;
  encoding: TextEncoding | null;
  dryRun: boolean;
  /** The uploaded bytes, as long as they are needed; null when it reads from somewhere that no other server can read. */
  fileId: string | null;
  bytesTotal: number | null;
  bytesRead: number;
  rate: number | null;
  secondsLeft: number | null;
  /** What was written of the batch behind the checkpoint; places count from the beginning of the file. */
  notes: WriteNote[];
  confirms: number | null;
  confirmedBy: number | null;
  /** What the dry run that it confirms had counted. */
  expected: ImportCounts | null;
  differs: boolean | null;
  /** Until when the bytes of a dry run are kept. */
  keepUntil: Date | null;
  undo: StoredUndo | null;
  error: string | null;
  /** How often it was taken up, and how often since anything came of it. */
  attempts: number;
  strikes: number;
  /** Whether the last run ended without saying so. */
  brokenOff: boolean;
  /** Who runs it: a token of that one run. Writes of a run whose lease was taken over match nothing. */
  owner: string | null;
  leaseUntil: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface StoredReject extends Reject {
  /** `import-seq`: the same reject saved twice is one. */
  _id: string;
  importId: number;
  /** Place among the rejects of the import, from 0. */
  seq: number;
  /** The row as the file has it; `cut` where it was too long to be kept whole. */
  row: (RowCells & { cut: boolean }) | null;
}

const nullable = { default: null };

const importSchema = new Schema<StoredImport>(
  {
    _id: { type: Number, required: true },
    state: { type: String, required: true },
    asked: { type: String, ...nullable },
    filename: { type: String, required: true },
    format: { type: String, required: true },
    product: { type: String, ...nullable },
    source: { type: String, ...nullable },
    map: { type: Schema.Types.Mixed, ...nullable },
    dates: { type: String, ...nullable },
    encoding: { type: String, ...nullable },
    dryRun: { type: Boolean, required: true },
    fileId: { type: String, ...nullable },
    bytesTotal: { type: Number, ...nullable },
    bytesRead: { type: Number, required: true },
    rate: { type: Number, ...nullable },
    secondsLeft: { type: Number, ...nullable },
    counts: { type: Schema.Types.Mixed, required: true },
    items: { type: Number, required: true },
    rejects: { type: Number, required: true },
    notes: { type: Schema.Types.Mixed, required: true },
    confirms: { type: Number, ...nullable },
    confirmedBy: { type: Number, ...nullable },
    expected: { type: Schema.Types.Mixed, ...nullable },
    differs: { type: Boolean, ...nullable },
    keepUntil: { type: Date, ...nullable },
    undo: { type: Schema.Types.Mixed, ...nullable },
    error: { type: String, ...nullable },
    attempts: { type: Number, required: true },
    strikes: { type: Number, required: true },
    brokenOff: { type: Boolean, required: true },
    owner: { type: String, ...nullable },
    leaseUntil: { type: Date, ...nullable },
    createdAt: { type: Date, required: true },
    startedAt: { type: Date, ...nullable },
    finishedAt: { type: Date, ...nullable },
  },
  { collection: 'imports', strict: 'throw', versionKey: false, minimize: false },
);
// Every server asks for the next open job several times a second.
importSchema.index({ state: 1, _id: 1 });
// Bytes that no job names are swept, those of old dry runs too.
importSchema.index({ fileId: 1 }, { partialFilterExpression: { fileId: { $type: 'string' } } });

const rejectSchema = new Schema<StoredReject>(
  {
    _id: { type: String, required: true },
    importId: { type: Number, required: true },
    seq: { type: Number, required: true },
    kind: { type: String, enum: ['row', 'passage'], required: true },
    code: { type: String, required: true },
    detail: { type: String, required: true },
    file: { type: String, ...nullable },
    line: { type: Number, ...nullable },
    field: { type: String, ...nullable },
    start: { type: Number, ...nullable },
    end: { type: Number, ...nullable },
    text: { type: String, default: '' },
    row: { type: Schema.Types.Mixed, ...nullable },
  },
  { collection: 'rejects', strict: 'throw', versionKey: false },
);
// In the order of the file, all or one kind of them.
rejectSchema.index({ importId: 1, seq: 1 });
rejectSchema.index({ importId: 1, kind: 1, seq: 1 });

export const importModel = (connection: Connection): Model<StoredImport> =>
  connection.models['Import'] ?? connection.model<StoredImport>('Import', importSchema);

export const rejectModel = (connection: Connection): Model<StoredReject> =>
  connection.models['Reject'] ?? connection.model<StoredReject>('Reject', rejectSchema);

/** Of a job that nobody is at. */
export const NO_RUN = { owner: null, leaseUntil: null, rate: null, secondsLeft: null };

/** What jobs of an earlier release lack, as it is at first. */
export const LATER_FIELDS: Partial<StoredImport> = {
  ...{
    ...NO_RUN,
    asked: null,
    map: null,
    dates: null,
    encoding: null,
    items: 0,
    rejects: 0,
    notes: [],
    undo: null,
    strikes: 0,
    brokenOff: false,
  },
  ...{ confirms: null, confirmedBy: null, expected: null, differs: null, keepUntil: null },
};

/** A stored job, of whatever release. */
export const completeJob = (job: StoredImport): StoredImport => ({ ...LATER_FIELDS, ...job });
