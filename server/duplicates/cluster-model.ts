import { type Connection, type Model, Schema } from 'mongoose';

export type CopyKind = 'exact' | 'near' | 'paraphrase';
export type ClusterState = 'open' | 'removed' | 'not_duplicates';

/** Two reviews of which one is a copy of the other. `_id` is `a-b` with a < b: whoever finds it first, it is stored once. */
export interface StoredPair {
  _id: string;
  a: number;
  b: number;
  kind: CopyKind;
  score: number;
  reasons: { code: string; detail: string }[];
  /** The decision that said these two are no duplicates. */
  dismissedBy: number | null;
}

/** Connected copies. A decided cluster keeps the members it was decided for. */
export interface StoredCluster {
  _id: number;
  state: ClusterState;
  members: number[];
  size: number;
  kind: CopyKind;
  kinds: CopyKind[];
  headline: string;
  products: string[];
  survivor: number;
  survivorReason: string;
  why: string;
  sameImport: boolean;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

const pairSchema = new Schema<StoredPair>(
  {
    _id: { type: String, required: true },
    a: { type: Number, required: true },
    b: { type: Number, required: true },
    kind: { type: String, required: true },
    score: { type: Number, required: true },
    reasons: { type: Schema.Types.Mixed, required: true },
    dismissedBy: { type: Number, default: null },
  },
  { collection: 'pairs', strict: 'throw', versionKey: false },
);
pairSchema.index({ a: 1 });
pairSchema.index({ b: 1 });

const clusterSchema = new Schema<StoredCluster>(
  {
    _id: { type: Number, required: true },
    state: { type: String, required: true },
    members: { type: [Number], required: true },
    size: { type: Number, required: true },
    kind: { type: String, required: true },
    kinds: { type: [String], required: true },
    headline: { type: String, default: '' },
    products: { type: [String], required: true },
    survivor: { type: Number, required: true },
    survivorReason: { type: String, required: true },
    why: { type: String, default: '' },
    sameImport: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'clusters', strict: 'throw', versionKey: false },
);
clusterSchema.index({ state: 1, size: -1, _id: 1 });
clusterSchema.index({ state: 1, kind: 1, size: -1, _id: 1 });
clusterSchema.index({ state: 1, products: 1, size: -1, _id: 1 });
clusterSchema.index({ members: 1 });

export const pairModel = (connection: Connection): Model<StoredPair> =>
  connection.models['Pair'] ?? connection.model<StoredPair>('Pair', pairSchema);

export const clusterModel = (connection: Connection): Model<StoredCluster> =>
  connection.models['Cluster'] ?? connection.model<StoredCluster>('Cluster', clusterSchema);

export const pairId = (x: number, y: number) => (x < y ? `${x}-${y}` : `${y}-${x}`);
