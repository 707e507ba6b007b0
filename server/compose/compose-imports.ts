import { createCopyFinder } from '../duplicates/copy-finder.ts';
import { createImportService } from '../ingest/import-service.ts';
import { createInspectService } from '../ingest/inspect-service.ts';
import { createPulls } from '../pull/create-pulls.ts';
import { createDryRunStore } from '../reviews/dry-run-store.ts';
import { createImportReviewStore } from '../reviews/import-review-store.ts';
import { createPreview } from '../reviews/preview-intake.ts';
import { createUndoImport } from '../reviews/undo-import.ts';
import type { Base } from './compose-base.ts';
import type { IntakeParts } from './compose-intake.ts';

/** Files on their way to the intake: imports, their dry runs and undo, column maps, and what is fetched. */
export async function composeImports(
  { connection, config, log, now, ids, stores, transact }: Base,
  intake: IntakeParts,
) {
  const { reviews, decisions, events, journal, mappings } = stores;
  const { pool, changeStatus, replaceContent, takeIn } = intake;
  const dryRuns = createDryRunStore(connection, reviews);
  const imports = createImportService({
    ...{ store: stores.imports, intake: takeIn.intake, columnMaps: mappings, now, log },
    dryRuns: {
      ...dryRuns,
      open: async (name) =>
        createPreview({ reviews: await dryRuns.open(name), pool, createFinder: createCopyFinder, now }),
    },
    undo: createUndoImport({
      ...{ store: reviews, importReviews: createImportReviewStore(connection), decisions, events, journal },
      ...{ changeStatus, replaceContent, lookUpStored: takeIn.lookUpStored, pool, transact, now },
    }),
    keepRejectsDays: config.retention.rejects,
  });
  const pulls = createPulls({ connection, config, imports, nextId: () => ids.allocate('pulls'), now, log });
  await pulls.prepare();
  return { imports, inspections: createInspectService({ store: mappings, now }), pulls };
}
