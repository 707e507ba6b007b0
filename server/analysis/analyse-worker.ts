import { analyze, compileTaxonomy, type Taxonomy } from '../../nlp/analyze.ts';
import { fingerprint } from '../../nlp/compare.ts';
import { screenReview } from '../screening/run-checks.ts';
import type { AnalysedText, AnalyseTask, TaxonomyToApply } from './analyse-pool.ts';

let compiled: { mark: string; taxonomy: Taxonomy } | undefined;

function taxonomyFor({ mark, features }: TaxonomyToApply): Taxonomy {
  if (compiled?.mark !== mark) compiled = { mark, taxonomy: compileTaxonomy(features) };
  return compiled.taxonomy;
}

export function analyseReviews({ reviews, taxonomy }: AnalyseTask): AnalysedText[] {
  const applied = taxonomyFor(taxonomy);
  return reviews.map((review) => {
    const analysis = analyze(review, applied);
    return { analysis, fingerprint: fingerprint(review.text), findings: screenReview(review, analysis) };
  });
}
