import { judgeSpan, type Reading } from '../sentiment/judge.ts';
import type { Polarity } from '../sentiment/polarity.ts';
import { SEAM, type Token, tokenize } from '../text/tokenize.ts';
import type { ReviewReading, Tag, TaggedReview } from './tag-review.ts';

/** A feature with the words that its users gave it. */
export interface OwnFeature {
  id: string;
  words: readonly string[];
}

/** The features to tag, ready to be looked for. */
export interface Taxonomy {
  ids: ReadonlySet<string>;
  /** By the stem of the first word, the longest phrases first. */
  phrases: ReadonlyMap<string, readonly { feature: string; stems: readonly string[] }[]>;
}

/** Prepares a taxonomy; do it once, not for every review. Cost: its words. */
export function compileTaxonomy(features: readonly OwnFeature[]): Taxonomy {
  const phrases = new Map<string, { feature: string; stems: string[] }[]>();
  for (const { id, words } of features) {
    for (const phrase of words) {
      const stems = tokenize(phrase).map((token) => token.word.stem);
      const [first] = stems;
      if (first === undefined) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { feature: id, stems }]);
    }
  }
  for (const list of phrases.values()) list.sort((x, y) => y.stems.length - x.stems.length);
  return { ids: new Set(features.map((feature) => feature.id)), phrases };
}

/** Judgements weaker than this leave a mention neutral. */
const CLEAR = 0.3;

function isPhraseAt(tokens: readonly Token[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, offset) => {
    const token = tokens[at + offset];
    return token?.word.stem === stem && (offset === 0 || token.gap <= SEAM);
  });
}

function ownTags(reading: Reading, field: 'title' | 'text', { phrases }: Taxonomy): Tag[] {
  const tags: Tag[] = [];
  const { tokens } = reading;
  for (let at = 0; at < tokens.length; at += 1) {
    const seen = new Set<string>();
    for (const { feature, stems } of phrases.get(tokens[at]!.word.stem) ?? []) {
      if (seen.has(feature) || !isPhraseAt(tokens, at, stems)) continue;
      seen.add(feature);
      const to = at + stems.length;
      const { score, cue } = judgeSpan(reading, at, to);
      const polarity: Polarity = score > CLEAR ? 'positive' : score < -CLEAR ? 'negative' : 'neutral';
      tags.push({ feature, polarity, field, from: at, to, ...(cue ? { cue: { from: cue.from, to: cue.to } } : {}) });
    }
  }
  return tags;
}

/** One label from the mentions of a feature: both judgements make it mixed, neutral ones give way. */
function labelOf(polarities: readonly Polarity[]): Polarity {
  const isPraised = polarities.includes('positive');
  const isBlamed = polarities.includes('negative');
  if (isPraised && isBlamed) return 'mixed';
  return isPraised ? 'positive' : isBlamed ? 'negative' : 'neutral';
}

const isOver = (tag: Tag, own: Tag): boolean => tag.field === own.field && tag.from < own.to && own.from < tag.to;

/**
 * Fits the tags of a review to a taxonomy: features that it leaves out go, and its own words are looked for. Where the
 * default wordings have judged a feature already, words added to it bring no second judgement. What learned words
 * alone have told of a default feature gives way to a feature of one's own that names those very words.
 */
export function applyTaxonomy(review: ReviewReading, tagged: TaggedReview, taxonomy: Taxonomy): TaggedReview {
  const known = tagged.tags.filter((tag) => taxonomy.ids.has(tag.feature));
  const own =
    taxonomy.phrases.size === 0
      ? []
      : [
          ...(review.title ? ownTags(review.title, 'title', taxonomy) : []),
          ...ownTags(review.text, 'text', taxonomy),
        ].filter((tag) => !(tag.feature in tagged.features));
  const beaten = known.filter((tag) => tag.isHeard && own.some((other) => isOver(tag, other)));
  const kept = known.filter((tag) => !beaten.includes(tag));
  const gone = new Set(beaten.map((tag) => tag.feature));
  const features = Object.fromEntries(
    Object.entries(tagged.features).filter(([feature]) => taxonomy.ids.has(feature) && !gone.has(feature)),
  );
  for (const { feature } of own) {
    features[feature] ??= labelOf(own.filter((tag) => tag.feature === feature).map((tag) => tag.polarity));
  }
  return { ...tagged, features, tags: [...kept, ...own] };
}
