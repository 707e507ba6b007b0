import { createModeration } from '../duplicates/create-moderation.ts';
import { decisionEffects } from '../duplicates/decision-effects.ts';
import { createErasure } from '../erasure/create-erasure.ts';
import { createScreening } from '../screening/create-screening.ts';
import { tellOfDecisions } from '../webhooks/tell-outbox.ts';
import type { Base } from './compose-base.ts';
import type { IntakeParts } from './compose-intake.ts';

/** What people decide of stored reviews: duplicates, what the checks held, and whose data is erased. */
export async function composeModeration(
  { connection, log, now, ids, leases, stores, webhooks, transact }: Base,
  { changeReviews, changeStatus, rebuild }: Pick<IntakeParts, 'changeReviews' | 'changeStatus' | 'rebuild'>,
  labelOf: (feature: string) => string,
) {
  const { reviews, clusters, decisions, events, journal, rollups } = stores;
  const parts = { reviews, changeReviews, changeStatus, rebuild, events, ids, leases, transact, now, logger: log };
  const { log: decisionLog } = stores.moderation;
  const erasure = await createErasure({ ...parts, connection, clusters, log: decisionLog });
  const screening = createScreening({
    ...{ ...parts, stores: stores.screening, byId: reviews.byId, log: decisionLog },
  });
  const moderation = createModeration({
    ...{ ...parts, stores: stores.moderation, clusters, journal },
    decisions: tellOfDecisions(decisions, webhooks.outbox),
    effects: (members, survivorId) => decisionEffects(members, survivorId, { cells: rollups.cells, labelOf }),
  });
  return { erasure, screening, moderation };
}
