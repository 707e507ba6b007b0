import type { TrendInterval } from '../../server/contract/analytics.ts';
import type { TimelineEvent } from '../../server/contract/timeline.ts';
import { nextStart } from '../state/dates.ts';
import type { LinePlugin } from './draw-chart.ts';
import type { Palette } from './palette.ts';

/** What happened on one day, and the number it carries in the charts; imports of a day are one. */
export type EventDay = { number: number; day: string; kind: TimelineEvent['kind']; events: TimelineEvent[] };

/** Most marks that a chart can bear: notes go first, then the latest imports. */
const MAX_MARKS = 9;

/** Events as they are numbered in charts, oldest first. A note stands alone, imports of one day stand together. */
export function groupEvents(events: readonly TimelineEvent[]): EventDay[] {
  const groups = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const key = event.kind === 'note' ? event.id : `imports of ${event.day}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const days = [...groups.values()].map((group) => ({
    day: group[0]?.day ?? '',
    kind: group[0]?.kind ?? ('note' as const),
    events: group,
  }));
  return days
    .sort((a, b) => Number(a.kind === 'import') - Number(b.kind === 'import') || (a.day < b.day ? 1 : -1))
    .slice(0, MAX_MARKS)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((entry, at) => ({ ...entry, number: at + 1 }));
}

/** Where a day lies on the axis of intervals, in steps from the first; null outside of it. */
function placeDay(day: string, starts: readonly string[], interval: TrendInterval): number | null {
  const at = starts.findLastIndex((start) => start <= day);
  const start = starts[at];
  return start === undefined || day >= nextStart(start, interval) ? null : at;
}

type Marked = { events: readonly EventDay[]; palette: Palette };

/** A thin line at each event, with its number on top. */
export const markEvents = (
  starts: readonly string[],
  interval: TrendInterval,
  { events, palette }: Marked,
): LinePlugin => ({
  id: 'markEvents',
  beforeDatasetsDraw({ ctx, scales, chartArea: { top, bottom } }) {
    if (!scales['x']) return;
    const byPlace = new Map<number, number[]>();
    for (const { day, number } of events) {
      const place = placeDay(day, starts, interval);
      if (place !== null) byPlace.set(place, [...(byPlace.get(place) ?? []), number]);
    }
    ctx.save();
    ctx.strokeStyle = palette.ink3;
    ctx.fillStyle = palette.ink2;
    ctx.font = `11px ${palette.font}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'bottom';
    ctx.setLineDash([2, 3]);
    for (const [place, numbers] of byPlace) {
      const x = Math.round(scales['x'].getPixelForValue(place)) + 0.5;
      ctx.beginPath();
      ctx.moveTo(x, top);
      ctx.lineTo(x, bottom);
      ctx.stroke();
      ctx.fillText(numbers.join(', '), x, top - 3);
    }
    ctx.restore();
  },
});
