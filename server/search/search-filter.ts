import type { ReviewQuery } from '../reviews/review-model.ts';
import { literalPattern } from './literal-pattern.ts';

/** Reviews that have the text in title or text, in upper or lower case. */
export function searchFilter(text: string): ReviewQuery {
  const words = { $regex: literalPattern(text), $options: 'i' };
  return { $or: [{ title: words }, { text: words }] };
}
