import type { Polarity } from '../../nlp/analyze.ts';
import type { LabelledReview } from './tags-data.ts';

export type Labels = Readonly<Record<string, Polarity>>;

/** Counts of features found and right (`hit`), found and wrong (`extra`), left out (`missed`); `judged` hits have the right polarity too. */
export interface Counts {
  hit: number;
  judged: number;
  extra: number;
  missed: number;
}

export interface Score {
  all: Counts;
  byFeature: Map<string, Counts>;
  bySource: Map<string, Counts>;
  /** `gold>found` → count, over the hits. */
  confusions: Map<string, number>;
}

const none = (): Counts => ({ hit: 0, judged: 0, extra: 0, missed: 0 });

function countsOf(map: Map<string, Counts>, key: string): Counts {
  const known = map.get(key) ?? none();
  map.set(key, known);
  return known;
}

/** Compares labels with gold labels, micro-averaged over (review, feature) and (review, feature, polarity). */
export function scoreTags(reviews: readonly LabelledReview[], label: (review: LabelledReview) => Labels): Score {
  const score: Score = { all: none(), byFeature: new Map(), bySource: new Map(), confusions: new Map() };
  for (const review of reviews) {
    const found = label(review);
    for (const feature of new Set([...Object.keys(found), ...Object.keys(review.labels)])) {
      const [gold, said] = [review.labels[feature], found[feature]];
      const places = [score.all, countsOf(score.byFeature, feature), countsOf(score.bySource, review.source)];
      for (const counts of places) {
        if (gold && said) counts.hit += 1;
        else if (gold) counts.missed += 1;
        else counts.extra += 1;
        if (gold && gold === said) counts.judged += 1;
      }
      if (gold && said) score.confusions.set(`${gold}>${said}`, (score.confusions.get(`${gold}>${said}`) ?? 0) + 1);
    }
  }
  return score;
}

const f1 = (right: number, { hit, extra, missed }: Counts): number =>
  (2 * right) / Math.max(1, 2 * hit + extra + missed);
const share = (part: number, whole: number): string => (whole === 0 ? '   –' : (part / whole).toFixed(3).padStart(5));

/** One line: precision, recall and F1 of features, and the three with polarity. */
export function scoreLine(name: string, counts: Counts): string {
  const { hit, judged, extra, missed } = counts;
  const [found, gold] = [hit + extra, hit + missed];
  const features = `P ${share(hit, found)} R ${share(hit, gold)} F1 ${f1(hit, counts).toFixed(3)}`;
  const polarity = `P ${share(judged, found)} R ${share(judged, gold)} F1 ${f1(judged, counts).toFixed(3)}`;
  return `${name.padEnd(22)} ${String(gold).padStart(5)} labels | features ${features} | with polarity ${polarity}`;
}

const POLARITIES: readonly Polarity[] = ['positive', 'negative', 'neutral', 'mixed'];

/** The polarities of the features found, gold down, found across. */
export function confusionLines({ confusions }: Score): string[] {
  const cells = (gold: Polarity) =>
    POLARITIES.map((said) => String(confusions.get(`${gold}>${said}`) ?? 0).padStart(9));
  return [
    `${'gold \\ found'.padEnd(13)}${POLARITIES.map((name) => name.padStart(9)).join('')}`,
    ...POLARITIES.map((gold) => `${gold.padEnd(13)}${cells(gold).join('')}`),
  ];
}
