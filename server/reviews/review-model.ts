import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { StoredFlag } from '../screening/stored-flag.ts';

export type Polarity = 'positive' | 'negative' | 'neutral' | 'mixed';
export type ReviewStatus = 'published' | 'pending' | 'removed';

export interface StoredMention {
  feature: string;
  polarity: Polarity;
  field: 'title' | 'text';
  start: number;
  end: number;
  cue?: { start: number; end: number };
  negator?: { start: number; end: number };
}

/** A person's word on one feature of a review; `right` null: it is not mentioned. */
export interface StoredCorrection {
  feature: string;
  right: Polarity | null;
  actor: string;
  at: Date;
}

/** A review as it is stored. */
export interface StoredReview {
  _id: number;
  /** Hash of (source, externalId), or of what else tells the review apart: unique. */
  identity: string;
  source: string;
  externalId: string | null;
  product: string;
  title: string | null;
  text: string;
  rating: number | null;
  author: string | null;
  /** Day or instant (UTC, ISO 8601) as the source gave it. */
  date: string | null;
  /** The day it counts for: of `date`, else the day it came in. `2026-11-21`, UTC. */
  day: string;
  verified: boolean | null;
  language: string;
  sentiment: { label: Polarity; score: number };
  /** One entry a feature, `feature:polarity`: one index serves "mentions it" and "judges it so". */
  tags: string[];
  /** The same as the tagger found them, before corrections. */
  found: string[];
  mentions: StoredMention[];
  corrections: StoredCorrection[];
  tagsCheckedAt: Date | null;
  /**
   * What had been found of each feature when a person called the tags right; null: nothing. With the corrections it
   * makes the right tags of a checked review, whatever a newer tagger finds. Null while the tags are not checked.
   */
  checkedFound: Record<string, Polarity | null> | null;
  /** Title and text with personal data masked, where they hold any: what is searched for those who may not see it. */
  maskedWords?: { title: string | null; text: string } | null;
  /** Which version of tagger and taxonomy tagged it. */
  taggedWith: string;
  /** Hash of the folded text. */
  exact: string;
  /** Look-up keys of near copies; none where an earlier review with the same folded text has them. */
  bands: number[];
  status: ReviewStatus;
  statusReason: string | null;
  /** What the screening has found, whatever the settings make of it; absent where it was stored before there was one. */
  flags?: StoredFlag[];
  /** Whether a person has published it whatever its flags say; ends with the text. */
  screenCleared?: boolean;
  /** For a copy that was removed: the review kept in its place. */
  copyOf: number | null;
  /** The undecided cluster it belongs to. */
  cluster: number | null;
  /** Whether `counting=once` counts it, as far as copies are concerned (its status decides besides). */
  once: boolean;
  importId: number | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** A typed MongoDB filter over stored reviews; built from checked values only. */
export type ReviewQuery = QueryFilter<StoredReview>;

const schema = new Schema<StoredReview>(
  {
    _id: { type: Number, required: true },
    identity: { type: String, required: true },
    source: { type: String, required: true },
    externalId: { type: String, default: null },
    product: { type: String, required: true },
    title: { type: String, default: null },
    text: { type: String, required: true },
    rating: { type: Number, default: null },
    author: { type: String, default: null },
    date: { type: String, default: null },
    day: { type: String, required: true },
    verified: { type: Boolean, default: null },
    language: { type: String, required: true },
    sentiment: { type: Schema.Types.Mixed, required: true },
    tags: { type: [String], required: true },
    found: { type: [String], required: true },
    mentions: { type: Schema.Types.Mixed, required: true },
    corrections: { type: Schema.Types.Mixed, required: true },
    tagsCheckedAt: { type: Date, default: null },
    checkedFound: { type: Schema.Types.Mixed, default: null },
    maskedWords: { type: Schema.Types.Mixed },
    taggedWith: { type: String, required: true },
    exact: { type: String, required: true },
    bands: { type: [Number], required: true },
    status: { type: String, enum: ['published', 'pending', 'removed'], required: true },
    statusReason: { type: String, default: null },
    flags: { type: Schema.Types.Mixed, required: false },
    screenCleared: { type: Boolean, required: false },
    copyOf: { type: Number, default: null },
    cluster: { type: Number, default: null },
    once: { type: Boolean, required: true },
    importId: { type: Number, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'reviews', strict: 'throw', versionKey: false, minimize: false },
);

// Each index serves a question that is asked on every write or every page; see ARCHITECTURE.md.
schema.index({ identity: 1 }, { unique: true });
schema.index({ exact: 1, _id: 1 });
schema.index({ bands: 1, _id: 1 });
schema.index({ day: -1, _id: -1 });
schema.index({ product: 1, day: -1, _id: -1 });
schema.index({ tags: 1, day: -1, _id: -1 });
schema.index({ cluster: 1, once: 1 }, { partialFilterExpression: { cluster: { $gt: 0 } } });
schema.index({ status: 1 }, { partialFilterExpression: { status: 'removed' } });
schema.index({ status: 1, _id: 1 }, { partialFilterExpression: { status: 'pending' } });
schema.index(
  { 'flags.check': 1, 'flags.level': 1, _id: 1 },
  { partialFilterExpression: { 'flags.check': { $gt: '' } } },
);
schema.index({ taggedWith: 1, _id: 1 });
schema.index({ tagsCheckedAt: 1 }, { partialFilterExpression: { tagsCheckedAt: { $type: 'date' } } });
schema.index({ importId: 1, _id: 1 }, { partialFilterExpression: { importId: { $gt: 0 } } });

/** What a dry run would store, in a collection of its own. */
export const dryRunModel = (connection: Connection, collection: string): Model<StoredReview> =>
  connection.models[collection] ?? connection.model<StoredReview>(collection, schema, collection);

export const reviewModel = (connection: Connection): Model<StoredReview> =>
  connection.models['Review'] ?? connection.model<StoredReview>('Review', schema);
