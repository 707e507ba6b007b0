import { analyze, compileTaxonomy, type Taxonomy } from '../../nlp/analyze.ts';
import { fingerprint } from '../../nlp/compare.ts';
import { findPersonalData, maskText } from '../../nlp/personal-data.ts';
import { screenReview } from '../screening/run-checks.ts';
import type { AnalysedText, AnalyseTask, ReviewToAnalyse, TaxonomyToApply } from './analyse-pool.ts';

let compiled: { mark: string; taxonomy: Taxonomy } | undefined;

function taxonomyFor({ mark, features }: TaxonomyToApply): Taxonomy {
  if (compiled?.mark !== mark) compiled = { mark, taxonomy: compileTaxonomy(features) };
  return compiled.taxonomy;
}

const mask = (text: string): string => maskText(text, findPersonalData(text)).text;
const maskWords = ({ title, text }: ReviewToAnalyse) => ({
  title: title === undefined ? null : mask(title),
  text: mask(text),
});

export function analyseReviews({ reviews, taxonomy }: AnalyseTask): AnalysedText[] {
  const applied = taxonomyFor(taxonomy);
  return reviews.map((review) => {
    const analysis = analyze(review, applied);
    const findings = screenReview(review, analysis);
    const isPersonal = findings.some(({ check }) => check === 'contact-data' || check === 'account-number');
    return {
      ...{ analysis, findings, fingerprint: fingerprint(review.text) },
      ...(isPersonal ? { maskedWords: maskWords(review) } : {}),
    };
  });
}
