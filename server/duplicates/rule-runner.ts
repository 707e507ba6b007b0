import { createLease } from '../db/lease.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Transact } from '../db/transaction.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { DecideCluster } from './decide-cluster.ts';
import type { DecisionStore } from './decision-store.ts';
import { ACTOR, CANDIDATES, chooseByRule, isSettled, speaksOf } from './exact-same-author.ts';
import type { QueueStore } from './queue-store.ts';
import type { RulesStore } from './rules-store.ts';

export interface RuleRunnerDeps {
  rules: Pick<RulesStore, 'get'>;
  queue: Pick<QueueStore, 'behind'>;
  decisions: Pick<DecisionStore, 'undoneByRule'>;
  decideIn: DecideCluster;
  leases: Leases;
  transact: Transact;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

export interface RuleRunner {
  /** Goes over all open clusters once; answers how many were decided. 0 while another server is at it. */
  runOnce(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
  wake(): void;
}

const LEASE = 'moderation-rules';
const LEASE_MS = 120_000;
const POLL_MS = 30_000;
const PAGE = 100;

/** The rule does not decide: switched off meanwhile, or people have taken such a decision back. */
const leftToPeople = (why: string) => new AppError('left-to-people', 409, why);

/**
 * Carries out the rules in the background, one server at a time. A decision of a rule is as any other, in the log and
 * undoable; what was decided by a rule and undone is left to people: none of these reviews is decided by it again.
 */
export function createRuleRunner(deps: RuleRunnerDeps): RuleRunner {
  const { transact, now } = deps;
  const lease = createLease({ leases: deps.leases, name: LEASE, leaseMs: LEASE_MS, now });
  let last: Promise<unknown> = Promise.resolve();

  const decide = (cluster: StoredCluster) =>
    transact(async (session) => {
      const { exactSameAuthor: rule } = await deps.rules.get(session);
      if (!rule.enabled) throw leftToPeople('The rule is off.');
      const request = {
        ...{ cluster: cluster._id, version: cluster.version, actor: ACTOR, takeOver: false, bulk: null },
        choose: async (found: StoredCluster, members: Parameters<typeof chooseByRule>[2]) => {
          const ids = members.map(({ _id }) => _id);
          if (await deps.decisions.undoneByRule(ids, session)) throw leftToPeople('It was undone before.');
          return chooseByRule(rule, found, members);
        },
      };
      await deps.decideIn(request, session);
    });

  /** Whether it was decided; refusals say that it is not for the rule. */
  const tryDecide = async (cluster: StoredCluster): Promise<boolean> => {
    try {
      await decide(cluster);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return false;
      throw error;
    }
  };

  const goOver = async (): Promise<number> => {
    let decided = 0;
    for (let after = 0; !rounds.signal.aborted; ) {
      const { exactSameAuthor: rule } = await deps.rules.get();
      if (!rule.enabled || !(await lease.hold())) return decided;
      const page = await deps.queue.behind(after, CANDIDATES, PAGE);
      for (const cluster of page) {
        if (rounds.signal.aborted) return decided;
        if (speaksOf(rule, cluster) && isSettled(rule, cluster, now())) decided += Number(await tryDecide(cluster));
      }
      const end = page.at(-1);
      if (!end || page.length < PAGE) return decided;
      after = end._id;
    }
    return decided;
  };

  const runOnce = (): Promise<number> => {
    const result = last.then(goOver, goOver).finally(lease.release);
    last = result.catch(() => undefined);
    return result;
  };

  const rounds = createRounds({
    pollMs: POLL_MS,
    round: runOnce,
    onError: (error) => deps.log.warn({ err: error }, 'rules not carried out; tried again'),
  });

  return {
    ...rounds,
    runOnce,
    async stop() {
      await rounds.stop();
      await last;
    },
  };
}
