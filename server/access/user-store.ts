import type { Connection } from 'mongoose';
import type { Role } from '../contract/access.ts';
import { ensureCollection } from '../db/ensure-collection.ts';
import { foldName } from './fold-name.ts';

export interface StoredUser {
  _id: number;
  name: string;
  /** The name folded: no two users differ by capitals only. */
  nameKey: string;
  role: Role;
  /** Null: signs in by `openId`. */
  passwordHash: string | null;
  /** Issuer and subject of OpenID Connect; not there for others, so that the index holds only these. */
  openId?: string;
  /** Goes up with whatever must end the sessions of the user. */
  epoch: number;
  createdAt: Date;
  lastSignInAt: Date | null;
}

export interface UserStore {
  prepare(): Promise<void>;
  /** False where the name or the subject is taken. */
  add(user: StoredUser): Promise<boolean>;
  byId(id: number): Promise<StoredUser | null>;
  byName(name: string): Promise<StoredUser | null>;
  byOpenId(openId: string): Promise<StoredUser | null>;
  /** By name. */
  list(): Promise<StoredUser[]>;
  hasAny(): Promise<boolean>;
  countAdmins(): Promise<number>;
  /** Changes a user and ends the sessions. */
  change(id: number, change: Partial<Pick<StoredUser, 'role' | 'passwordHash'>>): Promise<StoredUser | null>;
  noteSignIn(id: number, at: Date): Promise<void>;
  remove(id: number): Promise<boolean>;
}

const DUPLICATE_KEY = 11_000;

export function createUserStore(connection: Connection): UserStore {
  const users = connection.collection<StoredUser>('users');
  return {
    async prepare() {
      await ensureCollection(connection, 'users');
      await users.createIndex({ nameKey: 1 }, { unique: true });
      await users.createIndex({ openId: 1 }, { unique: true, sparse: true });
    },
    async add(user) {
      try {
        await users.insertOne(user);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    byId: (id) => users.findOne({ _id: id }),
    byName: (name) => users.findOne({ nameKey: foldName(name) }),
    byOpenId: (openId) => users.findOne({ openId }),
    list: () => users.find().sort({ nameKey: 1 }).toArray(),
    hasAny: async () => (await users.findOne({}, { projection: { _id: 1 } })) !== null,
    countAdmins: () => users.countDocuments({ role: 'admin' }),
    change: (id, change) =>
      users.findOneAndUpdate({ _id: id }, { $set: change, $inc: { epoch: 1 } }, { returnDocument: 'after' }),
    async noteSignIn(id, at) {
      await users.updateOne({ _id: id }, { $set: { lastSignInAt: at } });
    },
    remove: async (id) => (await users.deleteOne({ _id: id })).deletedCount === 1,
  };
}
