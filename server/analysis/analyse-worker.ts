import { analyze } from '../../nlp/analyze.ts';
import { fingerprint } from '../../nlp/compare.ts';
import type { AnalysedReview, ReviewToAnalyse } from './analyse-pool.ts';

/** Piscina calls the default export of a worker. */
// biome-ignore lint/style/noDefaultExport: piscina's interface
export default function analyseReviews(reviews: readonly ReviewToAnalyse[]): AnalysedReview[] {
  return reviews.map((review) => ({ analysis: analyze(review), fingerprint: fingerprint(review.text) }));
}
