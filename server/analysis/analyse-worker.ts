import { analyze } from '../../nlp/analyze.ts';
import { fingerprint } from '../../nlp/compare.ts';
import type { AnalysedText, AnalyseTask } from './analyse-pool.ts';

/** Piscina calls the default export of a worker. */
// biome-ignore lint/style/noDefaultExport: piscina's interface
export default function analyseReviews({ reviews }: AnalyseTask): AnalysedText[] {
  return reviews.map((review) => ({ analysis: analyze(review), fingerprint: fingerprint(review.text) }));
}
