import type { Connection } from 'mongoose';
import type { MailState } from '../contract/alerts.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import { ensureTtlIndex } from '../db/ensure-ttl-index.ts';
import type { Session } from '../db/transaction.ts';

/** What is sent to one recipient or more. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** A mail to one recipient. `_id` is made of what it is about and to whom, so that it is laid out once. */
export interface StoredMail extends Letter {
  _id: string;
  /** A firing, or a digest by its day. */
  about: string;
  to: string;
  state: MailState;
  /** How often it was begun. */
  tries: number;
  /** When it is to be tried; of one that is at work, when its server is given up. */
  nextAt: Date;
  owner: string | null;
  error: string | null;
  /** Of the last try. */
  at: Date | null;
  createdAt: Date;
}

export interface MailStore {
  prepare(): Promise<void>;
  /** Lays out a letter to each recipient, due at once. */
  add(about: string, to: readonly string[], letter: Letter & { at: Date }, session: Session): Promise<void>;
  /** Takes the mail that has been due longest, until `until`. */
  claim(lease: { owner: string; now: Date; until: Date }): Promise<StoredMail | null>;
  /** Ends a try, as far as it is still the owner's. */
  finish(id: string, owner: string, end: Pick<StoredMail, 'state' | 'nextAt' | 'error' | 'at'>): Promise<void>;
  /** In the order in which they were laid out. */
  about(subjects: readonly string[]): Promise<StoredMail[]>;
}

/** @param keptDays how long mails are kept; null: for ever */
export function createMailStore(connection: Connection, keptDays: number | null = 366): MailStore {
  const mails = connection.collection<StoredMail>('mails');
  return {
    async prepare() {
      await ensureCollection(connection, 'mails');
      await mails.createIndex({ state: 1, nextAt: 1 });
      await mails.createIndex({ about: 1 });
      await ensureTtlIndex(connection, { collection: 'mails', field: 'createdAt', days: keptDays });
    },
    async add(about, to, { at, ...letter }, session) {
      if (to.length === 0) return;
      const rows = to.map((address) => ({
        ...{ _id: `${about}|${address.toLowerCase()}`, about, to: address, ...letter },
        ...{ state: 'waiting' as const, tries: 0, nextAt: at, owner: null, error: null, at: null, createdAt: at },
      }));
      await mails.insertMany(rows, { session });
    },
    claim: ({ owner, now, until }) =>
      mails.findOneAndUpdate(
        { state: 'waiting', nextAt: { $lte: now } },
        { $set: { owner, nextAt: until }, $inc: { tries: 1 } },
        { sort: { nextAt: 1 }, returnDocument: 'after' },
      ),
    async finish(id, owner, end) {
      await mails.updateOne({ _id: id, owner }, { $set: { ...end, owner: null } });
    },
    about: (subjects) =>
      mails
        .find({ about: { $in: [...subjects] } })
        .sort({ _id: 1 })
        .toArray(),
  };
}
