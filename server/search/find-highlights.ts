import type { Highlight } from '../contract/search.ts';
import { literalPattern } from './literal-pattern.ts';

/** Most places that are shown of one field. */
const MAX_PLACES = 50;

/** Where a title and a text have what is searched for, in upper or lower case, as UTF-16 offsets. */
export function findHighlights(review: { title: string | null; text: string }, searched: string): Highlight[] {
  const pattern = new RegExp(literalPattern(searched), 'giu');
  return (['title', 'text'] as const).flatMap((field) => {
    const places: Highlight[] = [];
    for (const { index, 0: found } of (review[field] ?? '').matchAll(pattern)) {
      places.push({ field, start: index, end: index + found.length });
      if (places.length === MAX_PLACES) break;
    }
    return places;
  });
}
