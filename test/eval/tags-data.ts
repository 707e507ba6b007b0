import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Polarity } from '../../nlp/analyze.ts';

/** One labelled review: features absent from `labels` are not spoken of. */
export interface LabelledReview {
  id: string;
  source: string;
  rating?: number;
  title?: string;
  text: string;
  labels: Record<string, Polarity>;
}

const PATH = fileURLToPath(new URL('../../../shared/data/tags-dev.jsonl', import.meta.url));

/** The labelled reviews, or undefined where they are not on this machine. */
export function loadLabelledReviews(): LabelledReview[] | undefined {
  if (!existsSync(PATH)) return undefined;
  return readFileSync(PATH, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { rating, title, ...rest } = JSON.parse(line) as LabelledReview & {
        rating: number | null;
        title: string | null;
      };
      return { ...rest, ...(rating === null ? {} : { rating }), ...(title === null ? {} : { title }) };
    });
}
