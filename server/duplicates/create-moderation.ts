import type { IdsStore } from '../db/ids-store.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Transact } from '../db/transaction.ts';
import type { Log } from '../log.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { createBulkRunner } from './bulk-runner.ts';
import { createBulkService } from './bulk-service.ts';
import { createBulkStore } from './bulk-store.ts';
import { createChangeStore } from './change-store.ts';
import { createClaimService } from './claim-service.ts';
import { createClaimStore } from './claim-store.ts';
import type { ClusterStore } from './cluster-store.ts';
import { createDecisionService, type DecisionDeps } from './decision-service.ts';
import type { DecisionStore } from './decision-store.ts';
import { createDuplicateService, type DuplicateDeps } from './duplicate-service.ts';
import { createLogService } from './log-service.ts';
import { createLogStore } from './log-store.ts';
import { createNeutralityService } from './neutrality-service.ts';
import { createNeutralityStore } from './neutrality-store.ts';
import { createQueueEvents } from './queue-events.ts';
import { createQueueStore } from './queue-store.ts';
import { createRuleRunner } from './rule-runner.ts';
import { createRuleService } from './rule-service.ts';
import { createRulesStore } from './rules-store.ts';

type Connected = Parameters<typeof createLogStore>[0];

/** What moderation stores of its own. */
export function createModerationStores(connection: Connected) {
  const stores = {
    queue: createQueueStore(connection),
    claims: createClaimStore(connection),
    log: createLogStore(connection),
    bulks: createBulkStore(connection),
    rules: createRulesStore(connection),
    neutrality: createNeutralityStore(connection),
    changes: createChangeStore(connection),
  };
  const { claims, log, bulks, rules } = stores;
  const prepare = async () => {
    await Promise.all([claims, log, bulks, rules].map((store) => store.prepare()));
  };
  return { ...stores, prepare };
}

export interface ModerationDeps extends Omit<DecisionDeps, 'claims' | 'log'> {
  stores: ReturnType<typeof createModerationStores>;
  clusters: ClusterStore;
  decisions: DecisionStore;
  reviews: ReviewStore;
  effects: DuplicateDeps['effects'];
  ids: IdsStore;
  leases: Leases;
  transact: Transact;
  logger: Pick<Log, 'warn'>;
}

/** The moderators' workbench: the queue, decisions, bulks, rules and the log, and what works for them in the background. */
export function createModeration({ stores, logger, ...deps }: ModerationDeps) {
  const { transact, now, leases, clusters, decisions } = deps;
  const background = { leases, transact, now, log: logger };
  const service = createDecisionService({ ...deps, claims: stores.claims, log: stores.log });
  const { decideIn, undoIn } = service;
  const duplicates = createDuplicateService({ ...deps, queue: stores.queue, claims: stores.claims });
  const bulkRunner = createBulkRunner({ ...background, bulks: stores.bulks, decideIn, undoIn });
  const ruleRunner = createRuleRunner({ ...background, rules: stores.rules, queue: stores.queue, decisions, decideIn });
  const queueEvents = createQueueEvents({
    changes: stores.changes,
    versionOf: async (cluster) => (await clusters.byId(cluster))?.version ?? null,
    log: logger,
  });
  const { summaries } = duplicates;
  return {
    services: {
      duplicates,
      decisions: service,
      claims: createClaimService({ ...stores, clusters, decisions, now }),
      bulks: createBulkService({ ...stores, summaries, ids: deps.ids, runner: bulkRunner, transact, now }),
      rules: createRuleService({ ...deps, ...stores, summaries, onSet: ruleRunner.wake }),
      neutrality: createNeutralityService({ store: stores.neutrality }),
      decisionLog: createLogService({ log: stores.log }),
      queueEvents,
    },
    bulkRunner,
    ruleRunner,
    start() {
      bulkRunner.start();
      ruleRunner.start();
    },
    /** Ends event streams: they would hold the server open. */
    stopEvents: queueEvents.stop,
    async stop(): Promise<void> {
      await Promise.all([queueEvents.stop(), ruleRunner.stop(), bulkRunner.stop()]);
    },
  };
}
