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

const INVENTED = ['invented-mixed.jsonl', 'invented-cameras.jsonl'] as const;

function parseReviews(path: string): LabelledReview[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { rating, title, ...rest } = JSON.parse(line) as LabelledReview & {
        rating?: number | null;
        title?: string | null;
      };
      return { ...rest, ...(rating ? { rating } : {}), ...(title ? { title } : {}) };
    });
}

/** The labelled reviews, or undefined where they are not on this machine. */
export function loadLabelledReviews(): LabelledReview[] | undefined {
  return existsSync(PATH) ? parseReviews(PATH) : undefined;
}

/** Invented reviews of cameras of all kinds, labelled independently of the tagger, by the name of their file. */
export function loadInventedReviews(): { name: string; reviews: LabelledReview[] }[] {
  return INVENTED.map((name) => ({ name, reviews: parseReviews(fileURLToPath(new URL(name, import.meta.url))) }));
}

/** Invented reviews with an even last digit are only ever scored; the others train the decision. */
export const isHeldOut = ({ id }: LabelledReview): boolean => Number(id.at(-1)) % 2 === 0;
