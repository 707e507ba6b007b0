import { intervalEnd } from './intervals.ts';

/** What makes up the part of a month that is asked for: the days in `add`, or the whole month less those in `subtract`. */
export interface MonthEdge {
  month: string;
  isWhole: boolean;
  add: number[];
  subtract: number[];
}

/** Months that are read as a whole lie between `after` and `before`, both left out; undefined: without end. */
export interface MonthPlan {
  whole: { after: string | undefined; before: string | undefined } | null;
  edges: MonthEdge[];
}

/** Inclusive days; open where undefined. */
interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

/** `2026-03` of `2026-03-14`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** 14 of `2026-03-14`. */
export const dateOf = (day: string): number => Number(day.slice(8, 10));

/** A condition on roll-up documents by their month; empty without bounds. */
const monthWithin = (bounds: { $gt?: string; $gte?: string; $lt?: string; $lte?: string }) =>
  Object.keys(bounds).length > 0 ? { month: bounds } : {};

/** The months that the days of a period lie in. */
export const monthsOf = ({ from, to }: Period) =>
  monthWithin({
    ...(from === undefined ? {} : { $gte: monthOf(from) }),
    ...(to === undefined ? {} : { $lte: monthOf(to) }),
  });

/** The months that a plan reads as a whole. */
export const wholeMonths = ({ after, before }: NonNullable<MonthPlan['whole']>) =>
  monthWithin({
    ...(after === undefined ? {} : { $gt: after }),
    ...(before === undefined ? {} : { $lt: before }),
  });

const datesBetween = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);

/** The part of a month from `first` to `last`: the days in it, or the month less the days outside, whichever are fewer. */
function edge(month: string, first: number, last: number): MonthEdge {
  const length = dateOf(intervalEnd(`${month}-01`, 'month'));
  const outside = [...datesBetween(1, first - 1), ...datesBetween(last + 1, length)];
  const inside = datesBetween(first, Math.min(last, length));
  if (outside.length + 1 < inside.length) return { month, isWhole: true, add: [], subtract: outside };
  return { month, isWhole: false, add: inside, subtract: [] };
}

/** How a period is put together from stored months and days. */
export function planMonths({ from, to }: Period): MonthPlan {
  if (from !== undefined && to !== undefined && from > to) return { whole: null, edges: [] };
  const [first, last] = [from && monthOf(from), to && monthOf(to)];
  const [firstDate, lastDate] = [from ? dateOf(from) : 1, to ? dateOf(to) : 31];
  if (first !== undefined && first === last) return { whole: null, edges: [edge(first, firstDate, lastDate)] };
  return {
    whole: { after: first, before: last },
    edges: [
      ...(first === undefined ? [] : [edge(first, firstDate, 31)]),
      ...(last === undefined ? [] : [edge(last, 1, lastDate)]),
    ],
  };
}
