import { type AnalyticsDeps, createAnalyticsService } from './analytics-service.ts';
import { createFigures } from './figures.ts';
import { createLiveStore } from './live-store.ts';
import { createNoteStore } from './note-store.ts';
import type { RollupStore } from './rollup-store.ts';
import type { RollupSumStore } from './rollup-sum-store.ts';
import { createTimelineService, type TimelineDeps } from './timeline-service.ts';

export interface AnalyticsParts extends Omit<AnalyticsDeps, 'figures' | 'events'> {
  connection: Parameters<typeof createNoteStore>[0];
  rollups: Pick<RollupStore, 'cells'>;
  sums: RollupSumStore;
  latestImports: TimelineDeps['latestImports'];
  /** Number of the next note. */
  nextId: () => Promise<number>;
}

/** The charts and the timeline, put together. */
export function createAnalytics({ connection, rollups, sums, latestImports, nextId, ...deps }: AnalyticsParts) {
  const notes = createNoteStore(connection);
  const figures = createFigures({
    rollups,
    sums,
    live: createLiveStore(connection),
    featureIds: () => deps.features().map((feature) => feature.id),
  });
  const timeline = createTimelineService({ notes, latestImports, nextId, now: deps.now });
  return {
    prepare: notes.prepare,
    timeline,
    service: createAnalyticsService({ ...deps, figures, events: timeline.list }),
  };
}
