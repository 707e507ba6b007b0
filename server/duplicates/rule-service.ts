import type { ClusterSummary } from '../contract/duplicates.ts';
import type { ExactSameAuthor, Rules, RulesAnswer, RulesPreview, SetRules } from '../contract/moderation.ts';
import type { Transact } from '../db/transaction.ts';
import { AppError } from '../errors.ts';
import type { StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { Choice } from './decide-cluster.ts';
import type { StoredDecision } from './decision-model.ts';
import { type DecisionStore, RULE_ACTOR } from './decision-store.ts';
import { CANDIDATES, chooseByRule, isSettled, speaksOf } from './exact-same-author.ts';
import type { LogStore } from './log-store.ts';
import type { QueueStore } from './queue-store.ts';
import type { RulesStore, StoredRules } from './rules-store.ts';

export interface RuleServiceDeps {
  rules: RulesStore;
  queue: Pick<QueueStore, 'behind' | 'byIds'>;
  decisions: Pick<DecisionStore, 'page' | 'undoneByRule'>;
  reviews: Pick<ReviewStore, 'byIds' | 'membersOf'>;
  summaries: (rows: readonly StoredCluster[], viewer: string) => Promise<ClusterSummary[]>;
  log: Pick<LogStore, 'append'>;
  transact: Transact;
  /** Rules were set: those that are enabled are to be carried out. */
  onSet: () => void;
  now: () => Date;
}

export interface RuleService {
  get(): Promise<Rules>;
  /** Sets the rules, or with `dryRun` tells what they would do. @throws AppError `version-conflict` (409) */
  set(wanted: SetRules, actor: string): Promise<RulesAnswer>;
}

const EXAMPLES = 10;
const PAGE = 200;
const LOOK_BACK_DAYS = 30;

const toRules = ({ exactSameAuthor, version, updatedAt, updatedBy }: StoredRules): Rules => ({
  ...{ exactSameAuthor, version, updatedBy },
  updatedAt: updatedAt?.toISOString() ?? null,
});

const versionConflict = (known: StoredRules) =>
  new AppError(
    'version-conflict',
    409,
    `${known.updatedBy ?? 'Somebody'} has changed the rules since you saw them (version ${known.version}). Load them again.`,
  );

/** What the rule would choose; undefined where it would remove nothing. */
function choiceOf(rule: ExactSameAuthor, cluster: StoredCluster, members: readonly StoredReview[]): Choice | undefined {
  try {
    return chooseByRule(rule, cluster, members);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

const isSame = (x: readonly number[], y: readonly number[]) => x.length === y.length && x.every((id) => y.includes(id));

/** What may decide by itself, who said so, and what it would do. */
export function createRuleService(deps: RuleServiceDeps): RuleService {
  const { rules, queue, decisions, reviews, now } = deps;

  const openOnes = async (rule: ExactSameAuthor, viewer: string): Promise<RulesPreview['open']> => {
    const examples: StoredCluster[] = [];
    let [count, removes] = [0, 0];
    for (let after = 0; ; ) {
      const page = await queue.behind(after, CANDIDATES, PAGE);
      for (const cluster of page.filter((one) => speaksOf(rule, one) && isSettled(rule, one, now()))) {
        const members = await reviews.membersOf([cluster._id]);
        const choice = choiceOf(rule, cluster, members);
        if (!choice || (await decisions.undoneByRule(members.map(({ _id }) => _id)))) continue;
        count += 1;
        removes += choice.removed.length;
        if (examples.length < EXAMPLES) examples.push(cluster);
      }
      const end = page.at(-1);
      if (!end || page.length < PAGE) return { count, removes, examples: await deps.summaries(examples, viewer) };
      after = end._id;
    }
  };

  const lastMonth = async (rule: ExactSameAuthor, viewer: string): Promise<RulesPreview['lastMonth']> => {
    const from = new Date(now().getTime() - LOOK_BACK_DAYS * 86_400_000).toISOString().slice(0, 10);
    const examples: StoredCluster[] = [];
    let [count, alike] = [0, 0];
    for (let before: number | undefined; ; ) {
      const page = await decisions.page({ from, before, undone: false, limit: PAGE });
      const people = page.filter(({ actor }) => !RULE_ACTOR.test(actor));
      const clusters = new Map((await queue.byIds(people.map(({ cluster }) => cluster))).map((one) => [one._id, one]));
      for (const decision of people) {
        const cluster = clusters.get(decision.cluster);
        if (!cluster || !speaksOf(rule, cluster)) continue;
        const choice = choiceOf(rule, cluster, await reviews.byIds(decision.members));
        if (!choice) continue;
        count += 1;
        alike += Number(decidedAlike(decision, choice));
        if (examples.length < EXAMPLES) examples.push(cluster);
      }
      const end = page.at(-1);
      if (!end || page.length < PAGE)
        return { count, alike, otherwise: count - alike, examples: await deps.summaries(examples, viewer) };
      before = end._id;
    }
  };

  return {
    get: async () => toRules(await rules.get()),

    async set({ exactSameAuthor, version, dryRun = false }, actor) {
      if (dryRun) {
        const [known, open, past] = await Promise.all([
          rules.get(),
          openOnes(exactSameAuthor, actor),
          lastMonth(exactSameAuthor, actor),
        ]);
        return { rules: toRules(known), preview: { open, lastMonth: past } };
      }
      const stored = await deps.transact(async (session) => {
        const known = await rules.get(session);
        if (known.version !== version) throw versionConflict(known);
        const next = { exactSameAuthor, version: version + 1, updatedAt: now(), updatedBy: actor };
        await rules.put(next, session);
        const payload = { from: known.exactSameAuthor, to: exactSameAuthor };
        const entry = { at: next.updatedAt, actor, action: 'set-rules' as const, subject: 'rules' };
        await deps.log.append({ ...entry, payload }, session);
        return next;
      });
      deps.onSet();
      return { rules: toRules(stored), preview: null };
    },
  };
}

const decidedAlike = (decision: StoredDecision, choice: Choice) =>
  decision.action === 'remove' && isSame(decision.removed, choice.removed);
