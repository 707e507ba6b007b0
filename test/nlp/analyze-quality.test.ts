import { expect, it } from 'vitest';
import { analyze } from '../../nlp/analyze.ts';
import { loadLabelledReviews } from '../eval/tags-data.ts';
import { scoreTags } from '../eval/tags-score.ts';

const reviews = loadLabelledReviews();

it.runIf(reviews || process.env['CI'] === 'true')(
  'tags the labelled reviews far better than keywords with VADER',
  () => {
    expect(reviews, '../shared/data/tags-dev.jsonl').toBeDefined();
    const { all } = scoreTags(reviews ?? [], ({ title, text, rating }) => analyze({ title, text, rating }).features);
    const sum = 2 * all.hit + all.extra + all.missed;
    expect((2 * all.hit) / sum).toBeGreaterThan(0.8);
    expect((2 * all.judged) / sum).toBeGreaterThan(0.65);
  },
);
