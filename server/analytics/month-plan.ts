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

const datesBetween = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);

/** The part of a month from `first` to `last`: the days in it, or the month less the days outside, whichever are fewer. */
function edge(month: string, first: number, last: number): MonthEdge {
  const length = Number(intervalEnd(`${month}-01`, 'month').slice(8, 10));
  const outside = [...datesBetween(1, first - 1), ...datesBetween(last + 1, length)];
  const inside = datesBetween(first, Math.min(last, length));
  if (outside.length + 1 < inside.length) return { month, isWhole: true, add: [], subtract: outside };
  return { month, isWhole: false, add: inside, subtract: [] };
}

/** How a period (inclusive days, open where undefined) is put together from stored months and days. */
export function planMonths({ from, to }: { from?: string | undefined; to?: string | undefined }): MonthPlan {
  if (from !== undefined && to !== undefined && from > to) return { whole: null, edges: [] };
  const [first, last] = [from?.slice(0, 7), to?.slice(0, 7)];
  const [firstDate, lastDate] = [Number(from?.slice(8, 10) ?? 1), Number(to?.slice(8, 10) ?? 31)];
  if (first !== undefined && first === last) return { whole: null, edges: [edge(first, firstDate, lastDate)] };
  return {
    whole: { after: first, before: last },
    edges: [
      ...(first === undefined ? [] : [edge(first, firstDate, 31)]),
      ...(last === undefined ? [] : [edge(last, 1, lastDate)]),
    ],
  };
}
