import type { Connection } from 'mongoose';
import type { AlertChannel, AlertFigures } from '../contract/alerts.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import type { Session } from '../db/transaction.ts';
import type { Watched } from './evaluate-alert.ts';

export interface StoredAlert extends Watched {
  _id: number;
  owner: string;
  name: string;
  channel: AlertChannel;
  enabled: boolean;
  lastFiredDay: string | null;
  lastFiredAt: Date | null;
  lastLook: { at: Date; figures: AlertFigures } | null;
  createdAt: Date;
  updatedAt: Date;
}

type AlertChange = Partial<Omit<StoredAlert, '_id'>>;

export interface StoredFiring extends Pick<Watched, 'metric' | 'scope'> {
  _id: number;
  alert: number;
  name: string;
  day: string;
  at: Date;
  figures: AlertFigures;
  page: string;
  query: string;
  webhook: string | null;
}

export interface AlertStore {
  prepare(): Promise<void>;
  add(alert: StoredAlert): Promise<void>;
  list(): Promise<StoredAlert[]>;
  byId(id: number): Promise<StoredAlert | null>;
  change(id: number, change: AlertChange): Promise<StoredAlert | null>;
  remove(id: number): Promise<boolean>;
  /** Enabled ones that nobody has looked at since. */
  notLookedAtSince(since: Date): Promise<StoredAlert[]>;
  /** Notes a look at an alert, as far as it still is what was looked at. */
  noteLook(alert: StoredAlert, look: NonNullable<StoredAlert['lastLook']>): Promise<void>;
  /** Takes the right to fire on `day`: false where it has fired after `latest`, or is another alert by now. */
  claimFiring(
    alert: StoredAlert,
    { day, at, latest }: { day: string; at: Date; latest: string },
    session: Session,
  ): Promise<boolean>;
  addFiring(firing: StoredFiring, session: Session): Promise<void>;
  /** Newest first. */
  firings(options: { alert?: number | undefined; before?: number | undefined; limit: number }): Promise<StoredFiring[]>;
}

export function createAlertStore(connection: Connection): AlertStore {
  const alerts = connection.collection<StoredAlert>('alerts');
  const firings = connection.collection<StoredFiring>('firings');
  const asItWas = ({ _id, updatedAt }: StoredAlert) => ({ _id, updatedAt, enabled: true });
  return {
    async prepare() {
      await Promise.all([ensureCollection(connection, 'alerts'), ensureCollection(connection, 'firings')]);
      await firings.createIndex({ alert: 1, _id: -1 });
    },
    async add(alert) {
      await alerts.insertOne(alert);
    },
    list: () => alerts.find().sort({ _id: 1 }).toArray(),
    byId: (id) => alerts.findOne({ _id: id }),
    change: (id, change) => alerts.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' }),
    async remove(id) {
      return (await alerts.deleteOne({ _id: id })).deletedCount === 1;
    },
    notLookedAtSince: (since) =>
      alerts
        .find({ enabled: true, $or: [{ lastLook: null }, { 'lastLook.at': { $lte: since } }] })
        .sort({ _id: 1 })
        .toArray(),
    async noteLook(alert, lastLook) {
      await alerts.updateOne(asItWas(alert), { $set: { lastLook } });
    },
    async claimFiring(alert, { day, at, latest }, session) {
      const taken = await alerts.updateOne(
        { ...asItWas(alert), $or: [{ lastFiredDay: null }, { lastFiredDay: { $lte: latest } }] },
        { $set: { lastFiredDay: day, lastFiredAt: at } },
        { session },
      );
      return taken.modifiedCount === 1;
    },
    async addFiring(firing, session) {
      await firings.insertOne(firing, { session });
    },
    firings: ({ alert, before, limit }) =>
      firings
        .find({ ...(alert === undefined ? {} : { alert }), ...(before === undefined ? {} : { _id: { $lt: before } }) })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray(),
  };
}
