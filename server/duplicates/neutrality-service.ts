import { shareEstimate } from '../analytics/estimate.ts';
import { defaultInterval, intervalEnd, intervalStart } from '../analytics/intervals.ts';
import { DecisionReason } from '../contract/duplicates.ts';
import type { Neutrality, NeutralityQuery } from '../contract/moderation.ts';
import { METHOD, testNeutrality } from './neutrality.ts';
import type { DecidedStars, NeutralityStore } from './neutrality-store.ts';

export type NeutralityService = ReturnType<typeof createNeutralityService>;

interface StarCounts {
  removed: number;
  stars: number[];
  unrated: number;
}

const noStars = (): StarCounts => ({ removed: 0, stars: [0, 0, 0, 0, 0], unrated: 0 });

/** 0 to 4 for one to five stars. */
const starIndex = (rating: number) => Math.min(5, Math.max(1, Math.round(rating))) - 1;

function addRemoved(counts: StarCounts, decided: DecidedStars): void {
  for (const { rating, removed } of decided.members) {
    if (!removed) continue;
    counts.removed += 1;
    if (rating === null) counts.unrated += 1;
    else counts.stars[starIndex(rating)] = (counts.stars[starIndex(rating)] ?? 0) + 1;
  }
}

/** Removals of a group each, keyed as `keyOf` says, in the order of the keys. */
function groupRemoved(decided: readonly DecidedStars[], keyOf: (one: DecidedStars) => string) {
  const groups = new Map<string, { first: DecidedStars; counts: StarCounts }>();
  for (const one of decided) {
    const group = groups.get(keyOf(one)) ?? { first: one, counts: noStars() };
    addRemoved(group.counts, one);
    groups.set(keyOf(one), group);
  }
  return [...groups.entries()]
    .filter(([, { counts }]) => counts.removed > 0)
    .sort(([x], [y]) => (x < y ? -1 : Number(x > y)));
}

const averageOf = ({ stars, unrated, removed }: StarCounts): number | null =>
  removed === unrated ? null : stars.reduce((sum, count, index) => sum + count * (index + 1), 0) / (removed - unrated);

function byStars(decided: readonly DecidedStars[]): Neutrality['byStars'] {
  const members = decided.flatMap((one) => one.members);
  return [1, 2, 3, 4, 5, null].map((stars) => {
    const own = members.filter(({ rating }) => (rating === null ? null : starIndex(rating) + 1) === stars);
    const removed = own.filter((member) => member.removed).length;
    return { stars, decided: own.length, removed, rate: shareEstimate(removed, own.length) };
  });
}

/** What standing decisions of people did to reviews of few and of many stars. */
export function createNeutralityService({ store }: { store: NeutralityStore }) {
  return {
    async report(query: NeutralityQuery): Promise<Neutrality> {
      const decided: DecidedStars[] = [];
      for await (const one of store.decided(query)) decided.push(one);
      const members = decided.flatMap((one) => one.members);
      const days = decided.map(({ at }) => at.toISOString().slice(0, 10)).sort();
      const suggested = defaultInterval(query.from ?? days[0] ?? '', query.to ?? days.at(-1) ?? '');
      const interval = query.interval ?? (suggested === 'day' ? 'day' : 'week');
      const startOf = ({ at }: DecidedStars) => intervalStart(at.toISOString().slice(0, 10), interval);
      return {
        decisions: decided.length,
        reviews: members.length,
        removed: members.filter(({ removed }) => removed).length,
        byStars: byStars(decided),
        removals: groupRemoved(decided, ({ actor, reason }) => JSON.stringify([actor, reason])).map(
          ([, { first, counts }]) => ({
            moderator: first.actor,
            reason: DecisionReason.parse(first.reason),
            ...counts,
          }),
        ),
        ...testNeutrality(decided),
        method: METHOD,
        interval,
        overTime: groupRemoved(decided, startOf).map(([from, { counts }]) => ({
          ...{ from, to: intervalEnd(from, interval), averageStars: averageOf(counts) },
          ...counts,
        })),
      };
    },
  };
}
