import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import { foldName } from '../duplicates/context-reasons.ts';
import type { CheckFinding } from './run-checks.ts';

interface BatchReview {
  author: string | null;
  date: string | null;
}

const MIN_REVIEWS = 5;
const MIN_DAYS = 7;
const DAY_MS = 86_400_000;

const dayOf = (date: string) => Date.parse(date.slice(0, 10)) / DAY_MS;

/** What alike texts have in common that honest ones have not; undefined where they have it not. */
function tellBurst(group: readonly BatchReview[]): string | undefined {
  const names = new Set(group.flatMap(({ author }) => (author ? [foldName(author)] : [])));
  const days = group.flatMap(({ date }) => (date ? [dayOf(date)] : []));
  const spread = days.length > 0 ? Math.max(...days) - Math.min(...days) : 0;
  if (names.size < MIN_REVIEWS || spread < MIN_DAYS) return undefined;
  return `One of ${group.length} alike texts that came in together, under ${names.size} names, dated over ${spread} days.`;
}

/**
 * Findings of the check `burst` by place in the batch: texts that share a look-up key of near copies, under five names
 * or more and with dates spread over a week or more, as seeded reviews are. Generic praise has no such keys.
 */
export function findBursts(
  reviews: readonly BatchReview[],
  analysed: readonly Pick<AnalysedReview, 'fingerprint'>[],
): Map<number, CheckFinding> {
  const found = new Map<number, CheckFinding>();
  if (reviews.length < MIN_REVIEWS) return found;
  const holders = new Map<number, number[]>();
  for (const [place, { fingerprint }] of analysed.entries())
    for (const band of fingerprint.bands) {
      const places = holders.get(band);
      if (places) places.push(place);
      else holders.set(band, [place]);
    }
  for (const places of holders.values()) {
    if (places.length < MIN_REVIEWS) continue;
    const detail = tellBurst(places.map((place) => reviews[place] as BatchReview));
    if (detail === undefined) continue;
    for (const place of places)
      if (!found.has(place)) found.set(place, { check: 'burst', detail, spans: [], failed: false });
  }
  return found;
}
