import type { ReviewQuery } from '../reviews/review-model.ts';
import { literalPattern } from './literal-pattern.ts';

/**
 * Reviews that have the text in title or text, in upper or lower case.
 * @param isMasked finds nothing by what is masked: a search that did would tell it letter by letter
 */
export function searchFilter(text: string, isMasked: boolean): ReviewQuery {
  const words = { $regex: literalPattern(text), $options: 'i' };
  const written: ReviewQuery = { $or: [{ title: words }, { text: words }] };
  if (!isMasked) return written;
  return {
    $or: [{ maskedWords: null, ...written }, { 'maskedWords.title': words }, { 'maskedWords.text': words }],
  };
}
