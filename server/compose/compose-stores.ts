import { createRollupStore } from '../analytics/rollup-store.ts';
import type { Config } from '../config.ts';
import { createIdempotencyStore } from '../db/idempotency-store.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { OpenedDatabase } from '../db/open-database.ts';
import { createClusterStore } from '../duplicates/cluster-store.ts';
import { createModerationStores } from '../duplicates/create-moderation.ts';
import { createDecisionStore } from '../duplicates/decision-store.ts';
import { createMeaningStore } from '../duplicates/meaning-store.ts';
import { createImportStore } from '../ingest/import-store.ts';
import { createMappingStore } from '../ingest/mapping-store.ts';
import { createEventStore } from '../reviews/event-store.ts';
import { createLookupJournalStore } from '../reviews/lookup-journal-store.ts';
import { createReviewStore } from '../reviews/review-store.ts';
import { createScreeningStores } from '../screening/create-screening.ts';
import { createTaxonomyStore } from '../taxonomy/taxonomy-store.ts';
import { createWorkspaceStore } from '../workspace/workspace-store.ts';

export interface StoresDeps {
  connection: OpenedDatabase['connection'];
  config: Pick<Config, 'retention'>;
  ids: Pick<IdsStore, 'allocate'>;
  now: () => Date;
}

/** The stores that several parts share; each is to be prepared. What belongs to one part alone, that part makes. */
export const composeStores = ({ connection, config: { retention }, ids, now }: StoresDeps) => ({
  reviews: createReviewStore(connection),
  rollups: createRollupStore(connection),
  clusters: createClusterStore(connection),
  decisions: createDecisionStore(connection),
  moderation: createModerationStores(connection),
  screening: createScreeningStores(connection, retention.accessLog),
  events: createEventStore(connection),
  journal: createLookupJournalStore(connection),
  meanings: createMeaningStore(connection),
  imports: createImportStore(connection, () => ids.allocate('imports')),
  mappings: createMappingStore(connection, now),
  workspace: createWorkspaceStore(connection),
  taxonomy: createTaxonomyStore(connection),
  idempotencyKeys: createIdempotencyStore(connection, retention.idempotencyKeys),
});
