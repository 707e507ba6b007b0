import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { ClusterSignal } from '../contract/duplicates.ts';
import type { ClusterFacts } from './cluster-facts.ts';

export type CopyKind = 'exact' | 'near' | 'paraphrase';
export type ClusterState = 'open' | 'removed' | 'not_duplicates';
/** `same`: all of one product and source; `syndicated`: one product, several sources; `variant`: several products. */
export type ClusterRelation = 'same' | 'syndicated' | 'variant';

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

/** The pair that is told of when one line has to do. */
export type Evidence = Pick<StoredPair, 'a' | 'b' | 'kind' | 'score' | 'reasons'>;

/** Connected copies. The document of an open cluster does not grow with its members: their reviews name it. */
export interface StoredCluster {
  _id: number;
  state: ClusterState;
  /** Of a decided cluster: the reviews it was decided for. */
  members: number[];
  size: number;
  kind: CopyKind;
  kinds: CopyKind[];
  relation: ClusterRelation;
  products: string[];
  sources: string[];
  signals: ClusterSignal[];
  /** What is suggested while it is open, then what was decided. */
  reason: string;
  survivor: number;
  facts: ClusterFacts;
  evidence: Evidence | null;
  /** Who decided it. */
  moderator: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Counts what a moderator has to see again: other members, another state. */
  version: number;
  /** Counts every write: of two transactions that rely on one cluster at the same moment one must start again. */
  touched: number;
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
    relation: { type: String, required: true },
    products: { type: [String], required: true },
    sources: { type: [String], required: true },
    signals: { type: [String], required: true },
    reason: { type: String, required: true },
    survivor: { type: Number, required: true },
    facts: { type: Schema.Types.Mixed, required: true },
    evidence: { type: Schema.Types.Mixed, default: null },
    moderator: { type: String, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    version: { type: Number, required: true },
    touched: { type: Number, required: true },
  },
  { collection: 'clusters', strict: 'throw', versionKey: false },
);
// The queue is read in the order of size; each filter of it stands before that order in an index of its own.
clusterSchema.index({ state: 1, size: -1, _id: 1 });
for (const filter of ['kind', 'relation', 'products', 'sources', 'reason', 'signals', 'moderator']) {
  clusterSchema.index({ state: 1, [filter]: 1, size: -1, _id: 1 });
}
clusterSchema.index({ state: 1, createdAt: 1 });

export const pairModel = (connection: Connection): Model<StoredPair> =>
  connection.models['Pair'] ?? connection.model<StoredPair>('Pair', pairSchema);

export const clusterModel = (connection: Connection): Model<StoredCluster> =>
  connection.models['Cluster'] ?? connection.model<StoredCluster>('Cluster', clusterSchema);

/** How many clusters match, by the `count` command: of a filter that an index covers it reads no more than its keys. */
export async function countClusters(connection: Connection, query: QueryFilter<StoredCluster>): Promise<number> {
  const answer = await connection.db?.command({ count: 'clusters', query });
  return Number(answer?.['n'] ?? 0);
}

export const pairId = (x: number, y: number) => (x < y ? `${x}-${y}` : `${y}-${x}`);
