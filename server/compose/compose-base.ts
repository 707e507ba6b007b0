import type { Config } from '../config.ts';
import { createIdsStore } from '../db/ids-store.ts';
import { createLeaseStore } from '../db/lease-store.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../db/migrations.ts';
import type { OpenedDatabase } from '../db/open-database.ts';
import { runAlone } from '../db/run-alone.ts';
import { createSchemaStore } from '../db/schema-store.ts';
import { createTransact } from '../db/transaction.ts';
import { watchPool } from '../db/watch-pool.ts';
import type { Log } from '../log.ts';
import { createWebhooks } from '../webhooks/create-webhooks.ts';
import { composeStores } from './compose-stores.ts';

export interface BaseDeps {
  config: Config;
  log: Log;
  now: () => Date;
  database: OpenedDatabase;
}

/** What every part stands on. */
export type Base = Awaited<ReturnType<typeof composeBase>>;

/** The database, brought up to date; the stores in it; and the webhooks, whom every part tells what happens. */
export async function composeBase({ config, log, now, database }: BaseDeps) {
  const { connection } = database;
  const pool = watchPool(connection);
  const leases = await bringUpToDate(connection, log);
  const ids = createIdsStore(connection);
  const stores = composeStores({ connection, config, ids, now });
  const { reviews, clusters, decisions } = stores;
  const webhooks = createWebhooks({
    ...{ connection, config, nextId: () => ids.allocate('webhooks'), now, log },
    ...{ reviews: reviews.byIds, pairsAmong: clusters.pairsAmong, decision: decisions.byId },
  });
  await Promise.all([...Object.values(stores), webhooks, ids].map((store) => store.prepare()));
  return {
    ...{ config, log, now, database, connection, pool, leases, ids, stores, webhooks },
    transact: createTransact(connection),
  };
}

async function bringUpToDate(connection: OpenedDatabase['connection'], log: Log) {
  const leases = createLeaseStore(connection);
  const schema = createSchemaStore(connection);
  await schema.expectUsable(SCHEMA_VERSION);
  await leases.prepare();
  await schema.migrate({
    migrations: MIGRATIONS,
    alone: (work) => runAlone(leases, 'migrations', work),
    log: (step) => log.info(step, 'database brought up to date'),
  });
  return leases;
}
