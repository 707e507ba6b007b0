import type { Core } from '../compose.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { generateSample } from '../sample/generate-sample.ts';

const BATCH = 500;
const DAY_MS = 86_400_000;

/**
 * Fills an empty database with the sample reviews, up to yesterday. One that holds the sample already is left as it
 * is. The database is marked first, so that no sample review is ever shown as a real one.
 * @throws AppError `not-empty` when the database holds other reviews
 */
export async function fillDemo({ core, log, now }: { core: Core; log: Log; now: () => Date }): Promise<void> {
  const stored = await core.countReviews();
  const known = await core.workspaceStore.sample();
  if (stored > 0 && !known) {
    throw new AppError(
      'not-empty',
      409,
      'This database holds reviews that are not the sample: set REVIEWFINDER_DATA to another folder, or start without --demo.',
    );
  }
  if (known?.isComplete) return;
  // One that was broken off is gone on with, to the same last day: what is stored already stays as it is.
  const end = known?.end ?? new Date(now().getTime() - DAY_MS).toISOString().slice(0, 10);
  await core.workspaceStore.markSample({ end, isComplete: false });
  const reviews = generateSample({ end });
  log.info({ reviews: reviews.length }, 'writing the sample reviews');
  const occurrences = new Map<string, number>();
  for (let at = 0; at < reviews.length; at += BATCH) {
    const batch = reviews.slice(at, at + BATCH).map(({ plant: _, ...review }) => review);
    await core.takeIn.intake(batch, { occurrences });
  }
  await core.workspaceStore.markSample({ end, isComplete: true });
}
