import { addCell, type Cell, emptyCell } from '../analytics/cells.ts';
import { addDays } from '../analytics/intervals.ts';
import type { AlertFigures, AlertMetric, AlertScope, CreateAlert, Sensitivity } from '../contract/alerts.ts';
import { type Comparison, comparePeriods } from './compare-periods.ts';

/** What of an alert its figures follow from. */
export interface Watched
  extends Pick<CreateAlert, 'direction' | 'change' | 'windowDays' | 'minimumN' | 'sensitivity' | 'frequency'> {
  metric: AlertMetric;
  scope: AlertScope;
}

export interface Look {
  day: string;
  figures: AlertFigures;
}

const LEVEL: Record<Sensitivity, number> = { low: 0.01, medium: 0.05, high: 0.1 };
/** A change of 0.3 − 0.1 is a change of 0.2. */
const ROUNDING = 1e-9;

/** Days that have to lie between two firings. */
export const gapDays = ({ frequency }: Pick<Watched, 'frequency'>) => (frequency === 'weekly' ? 7 : 1);

/** The days that are looked at on `day`: complete ones, so that none of them is still going on. */
export const periodsOf = (day: string, windowDays: number) => ({
  period: { from: addDays(day, -windowDays), to: addDays(day, -1) },
  before: { from: addDays(day, -2 * windowDays), to: addDays(day, -windowDays - 1) },
});

const judge = (rule: Watched, { n, beforeN, change, p }: Comparison): AlertFigures['verdict'] => {
  // A volume may drop to nothing, which is what one wants to hear of.
  const enough = rule.metric === 'volume' ? Math.max(n, beforeN) : Math.min(n, beforeN);
  if (enough < rule.minimumN || change === null || p === null) return 'too-few';
  const isAsked = rule.direction === 'any' || (rule.direction === 'drop' ? change < 0 : change > 0);
  const isLarge = change !== 0 && Math.abs(change) >= rule.change - ROUNDING;
  return isAsked && isLarge && p <= LEVEL[rule.sensitivity] ? 'fires' : 'quiet';
};

/** How an alert stands on each day from `from` to `to`. `cells` are those of its scope, one a day, in any order. */
export function* lookAtDays(
  rule: Watched,
  cells: readonly Cell[],
  { from, to }: { from: string; to: string },
): Iterable<Look> {
  const byDay = new Map(cells.map((cell) => [cell.day, cell]));
  const move = (sum: Cell, day: string, factor: 1 | -1) => {
    const cell = byDay.get(day);
    if (cell) addCell(sum, cell, factor);
  };
  const [now, before] = [emptyCell(''), emptyCell('')];
  const { windowDays } = rule;
  for (let back = 1; back <= windowDays; back += 1) {
    move(now, addDays(from, -back), 1);
    move(before, addDays(from, -windowDays - back), 1);
  }
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const figures = comparePeriods({ now, before }, { metric: rule.metric, feature: rule.scope.feature });
    yield { day, figures: { ...periodsOf(day, windowDays), ...figures, verdict: judge(rule, figures) } };
    move(now, day, 1);
    move(now, addDays(day, -windowDays), -1);
    move(before, addDays(day, -windowDays), 1);
    move(before, addDays(day, -2 * windowDays), -1);
  }
}

/** Whether an alert that has fired on `last` may fire on `day`. */
export const mayFire = (rule: Pick<Watched, 'frequency'>, last: string | null, day: string) =>
  last === null || last <= addDays(day, -gapDays(rule));

/** Those of the looks, in the order of their days, on which the alert would have fired. */
export function firingsOf(rule: Watched, looks: Iterable<Look>): Look[] {
  const fired: Look[] = [];
  for (const look of looks) {
    if (look.figures.verdict === 'fires' && mayFire(rule, fired.at(-1)?.day ?? null, look.day)) fired.push(look);
  }
  return fired;
}
