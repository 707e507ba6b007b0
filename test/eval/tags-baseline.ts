import { createRequire } from 'node:module';
import type { Polarity } from '../../nlp/analyze.ts';
import type { Labels } from './tags-score.ts';

interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}

/** What one would write in an hour: a few words a feature. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  clarity: /\b(picture|image|video quality|clear|clarity|resolution|blurry|hd)\b/i,
  night_vision: /\b(night|dark|infrared)\b/i,
  field_of_view: /\b(angle|field of view|zoom|pan|tilt|wide)\b/i,
  install_ease: /\b(install\w*|set ?up|mount\w*|wiring|wired)\b/i,
  usability: /\b(easy to use|user friendly|instructions|manual|settings)\b/i,
  connectivity: /\b(wi-?fi|connect\w*|signal|offline|delay|lag|network|internet)\b/i,
  app: /\b(app|phone|alexa|remote\w*)\b/i,
  motion_alerts: /\b(motion|alert\w*|notif\w*|alarm|sensor|detect\w*)\b/i,
  recording: /\b(record\w*|playback|storage|sd card|footage|clip)\b/i,
  subscription: /\b(subscri\w*|monthly|fee|plan)\b/i,
  audio: /\b(audio|sound|speaker|mic\w*|voice|volume|talk)\b/i,
  lighting: /\b(light|spotlight|floodlight|lamp)\b/i,
  battery: /\b(battery|charg\w*|power|transformer|solar)\b/i,
  weatherproofing: /\b(rain|weather\w*|waterproof|heat|cold)\b/i,
  build: /\b(build|design|plastic|sturdy|quality|material)\b/i,
  reliability: /\b(reliab\w*|stopped working|broke\w*|died|defective|reset|reboot\w*)\b/i,
  feature_set: /\b(features?|functions?)\b/i,
  value: /\b(price|money|expensive|cheap|worth|value|cost)\b/i,
  delivery: /\b(deliver\w*|shipp\w*|arrived|packag\w*)\b/i,
  customer_service: /\b(customer service|support|return\w*|refund|warranty|replacement|seller)\b/i,
  brand: /\b(brand|company)\b/i,
  privacy: /\b(privacy|hack\w*|security issue)\b/i,
};

const NEUTRAL_BAND = 0.05;

function combine(a: Polarity | undefined, b: Polarity): Polarity {
  if (a === undefined || a === 'neutral' || a === b) return b;
  return b === 'neutral' ? a : 'mixed';
}

/** Keyword list for the features, VADER's compound score of the sentence for the polarity. */
export function createBaseline(): (review: { title?: string; text: string }) => Labels {
  const vader = (createRequire(import.meta.url)('vader-sentiment') as Vader).SentimentIntensityAnalyzer;
  return ({ title, text }) => {
    const labels: Record<string, Polarity> = {};
    for (const sentence of `${title ?? ''}\n${text}`.split(/[.!?\n]+/)) {
      if (sentence.trim() === '') continue;
      const { compound } = vader.polarity_scores(sentence);
      const polarity = compound > NEUTRAL_BAND ? 'positive' : compound < -NEUTRAL_BAND ? 'negative' : 'neutral';
      for (const [feature, words] of Object.entries(KEYWORDS)) {
        if (words.test(sentence)) labels[feature] = combine(labels[feature], polarity);
      }
    }
    return labels;
  };
}
