import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Polarity } from '../../nlp/analyze.ts';
import { loadScrape, loadWritten, markEvidence, readScrapeLabels, readWritten } from './marked-reviews.ts';
import type { TrainingSet } from './tags-folds.ts';

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

/** All that is trained on, or undefined where the labelled reviews are not on this machine. */
export async function loadTrainingSet(): Promise<TrainingSet | undefined> {
  const labelled = loadLabelledReviews();
  if (!labelled) return undefined;
  const invented = loadInventedReviews().flatMap((file) => file.reviews.filter((review) => !isHeldOut(review)));
  const written = loadWritten();
  return {
    reviews: [...[...labelled, ...invented].map(markEvidence), ...(await loadScrape()), ...written.reviews],
    phrases: written.phrases,
  };
}

const HELD_OUT = new URL('held-out/', import.meta.url);

/** Reviews that nothing has been trained on and no wording was taken from: rows of the scrape, and written ones by kind of camera. */
export async function loadHeldOut(): Promise<LabelledReview[]> {
  return [
    ...(await readScrapeLabels(new URL('scrape-labels.jsonl', HELD_OUT))),
    ...readWritten(new URL('reviews.jsonl', HELD_OUT)),
  ];
}
