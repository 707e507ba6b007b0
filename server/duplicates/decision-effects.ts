import { addCell, averageOf, type Cell, cellOfReview, emptyTally, ratedOf, sumCells } from '../analytics/cells.ts';
import { netEstimate, tallyTotal } from '../analytics/estimate.ts';
import { addDays, intervalStart } from '../analytics/intervals.ts';
import type { Effect } from '../contract/duplicates.ts';
import type { CountedFields } from '../reviews/review-store.ts';

export interface EffectDeps {
  /** Counted-once cells of a product and period. */
  cells: (query: { product: string; from: string; to: string; counting: 'once' }) => Promise<Cell[]>;
  labelOf: (feature: string) => string;
}

/** Features shown besides the stars: those that most members mention. */
const MAX_FEATURES = 3;

const stars = (sum: Cell) => ({ value: averageOf(sum), n: ratedOf(sum) });

const net = (sum: Cell, feature: string) => {
  const tally = sum.features[feature] ?? emptyTally();
  return { value: netEstimate(tally)?.value ?? null, n: tallyTotal(tally) };
};

/**
 * What each decision would do to the survivor's product in the weeks of the members. Undecided copies count as one
 * already, so removing them changes nothing there; keeping all adds the others.
 */
export async function decisionEffects(
  members: readonly CountedFields[],
  survivorId: number,
  deps: EffectDeps,
): Promise<Effect[]> {
  const survivor = members.find((member) => member._id === survivorId) ?? members[0];
  if (!survivor) return [];
  const own = members.filter((member) => member.product === survivor.product && member.status === 'published');
  const days = own.map((member) => member.day).sort();
  const from = intervalStart(days[0] ?? survivor.day, 'week');
  const to = addDays(intervalStart(days.at(-1) ?? survivor.day, 'week'), 6);
  const now = sumCells(await deps.cells({ product: survivor.product, from, to, counting: 'once' }));
  const [removed, kept] = [sumCells([now]), sumCells([now])];
  for (const member of own) {
    if (member.once && member._id !== survivor._id) addCell(removed, cellOfReview(member), -1);
    if (!member.once) addCell(kept, cellOfReview(member));
  }
  const scope = `${survivor.product}, ${from} to ${to}`;
  const mentioned = sumCells(own.map(cellOfReview));
  const features = Object.entries(mentioned.features)
    .sort(([, x], [, y]) => tallyTotal(y) - tallyTotal(x))
    .slice(0, MAX_FEATURES)
    .map(([feature]) => feature);
  return [
    { measure: 'Average stars', scope, now: stars(now), ifRemoved: stars(removed), ifKept: stars(kept) },
    ...features.map((feature) => ({
      measure: `${deps.labelOf(feature)}, net`,
      scope,
      now: net(now, feature),
      ifRemoved: net(removed, feature),
      ifKept: net(kept, feature),
    })),
  ];
}
