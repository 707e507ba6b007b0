import type { Connection } from 'mongoose';
import { AppError } from '../errors.ts';
import { ensureCollection } from './ensure-collection.ts';

/** One step from a version of the database to the next. */
export interface Migration {
  /** Of the database afterwards. */
  version: number;
  /** What it does, for the log. */
  name: string;
  /** May be run again from its beginning: a server that is killed in the middle has not noted it. */
  run(connection: Connection): Promise<void>;
}

export interface SchemaDeps {
  migrations: readonly Migration[];
  /** Runs the work while no other server runs it. */
  alone: (work: () => Promise<void>) => Promise<void>;
  log: (line: { version: number; step: string }) => void;
}

interface SchemaRow {
  _id: 'schema';
  version: number;
}

/** Which version the stored data has, and how it comes to the one that this program works with. */
export function createSchemaStore(connection: Connection) {
  const rows = connection.collection<SchemaRow>('workspace');
  /** 0 for a database that is new, or older than this row. */
  const version = async (): Promise<number> => (await rows.findOne({ _id: 'schema' }))?.version ?? 0;

  return {
    version,

    /** @throws AppError `database-newer`, `restore-unfinished` */
    async expectUsable(known: number): Promise<void> {
      const names = await connection.db!.listCollections({ name: 'unfinished_restore' }, { nameOnly: true }).toArray();
      if (names.length > 0) {
        const detail = 'A restore into this database was broken off: run `restore FOLDER --replace` to its end.';
        throw new AppError('restore-unfinished', 409, detail);
      }
      const stored = await version();
      if (stored > known) {
        const detail = `The database has version ${stored}, this program knows up to ${known}: start the newer release, or restore a backup of before the upgrade.`;
        throw new AppError('database-newer', 409, detail);
      }
    },

    /** Carries out the steps that are missing, each once, in their order; of servers that start together one does it. */
    async migrate({ migrations, alone, log }: SchemaDeps): Promise<void> {
      const newest = migrations.at(-1)?.version ?? 0;
      if ((await version()) >= newest) return;
      await alone(async () => {
        await ensureCollection(connection, 'workspace');
        const stored = await version();
        for (const step of migrations.filter((one) => one.version > stored)) {
          await step.run(connection);
          await rows.updateOne({ _id: 'schema' }, { $set: { version: step.version } }, { upsert: true });
          log({ version: step.version, step: step.name });
        }
      });
    },
  };
}
