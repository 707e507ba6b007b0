import type { Camera } from './cameras.ts';
import { capitalise, expandPhrase } from './expand-phrase.ts';
import { DEVICE_PHRASES } from './phrases/device-phrases.ts';
import { TITLES } from './phrases/frame-phrases.ts';
import { IMAGE_PHRASES } from './phrases/image-phrases.ts';
import { NETWORK_PHRASES } from './phrases/network-phrases.ts';
import type { PhraseSet } from './phrases/phrase-set.ts';
import { TRADE_PHRASES } from './phrases/trade-phrases.ts';
import { TRANSLATED } from './phrases/translated-phrases.ts';
import { USE_PHRASES } from './phrases/use-phrases.ts';
import { TAILS } from './phrases/wording.ts';
import type { Random } from './random.ts';
import { styleText } from './style-text.ts';
import { type Moment, phraseKeys, profileAt } from './trends.ts';
import { varyWording } from './vary-wording.ts';
import { type Clause, type Mood, type Persona, writeText } from './write-text.ts';

const PHRASES: Readonly<Record<string, PhraseSet>> = {
  ...IMAGE_PHRASES,
  ...DEVICE_PHRASES,
  ...NETWORK_PHRASES,
  ...USE_PHRASES,
  ...TRADE_PHRASES,
};

const ALONE = '~';
const TAIL = 0.25;

/** Text, title and stars; what they are about and when. */
export interface ComposedReview {
  title: string;
  text: string;
  rating: number;
}

/** Writes one review of a camera at a moment: chooses features, judges them, puts it into words, gives stars. */
export function composeReview(camera: Camera, moment: Moment, random: Random): ComposedReview {
  const persona = random.weighted<Persona>([
    ['plain', 50],
    ['chatty', 19],
    ['terse', 16],
    ['list', 7],
    ['translated', 5],
  ]);
  const temper = random.normal() + 0.2;
  const clauses = arrange(
    chooseFeatures(camera, moment, persona, random).flatMap((feature) =>
      judge({ camera, moment, persona, temper }, feature, random),
    ),
    random,
  );
  const rating = rate(clauses, temper, random);
  const mood = moodOf(rating);
  const text = styleText(writeText({ clauses, mood, persona, slots: camera.slots }, random), mood, random);
  return { text, title: writeTitle(camera, clauses, mood, random), rating };
}

export const moodOf = (rating: number): Mood => (rating >= 4 ? 'positive' : rating <= 2 ? 'negative' : 'mixed');

function chooseFeatures(camera: Camera, moment: Moment, persona: Persona, random: Random): string[] {
  const usual = random.weighted([
    [1, 17],
    [2, 27],
    [3, 24],
    [4, 16],
    [5, 9],
    [6, 4],
    [8, 3],
  ]);
  const count = persona === 'chatty' ? usual + 1 : persona === 'terse' ? Math.min(usual, 3) : usual;
  const left = new Map(
    Object.keys(camera.profile).map((feature) => [feature, profileAt(camera, feature, moment)?.[0] ?? 0] as const),
  );
  return Array.from({ length: count }, () => {
    const feature = random.weighted([...left]);
    left.delete(feature);
    return feature;
  });
}

interface Judging {
  camera: Camera;
  moment: Moment;
  persona: Persona;
  temper: number;
}

/** One clause, or two for a feature that has both sides. A content buyer is content with most things. */
function judge({ camera, moment, persona, temper }: Judging, feature: string, random: Random): Clause[] {
  const content = profileAt(camera, feature, moment)?.[1] ?? 0.5;
  const odds = (content / (1 - content)) * Math.exp(1.4 * temper);
  const polarity = random.chance(odds / (1 + odds)) ? 'positive' : 'negative';
  const kinds = random.weighted<Clause['polarity'][]>([
    [[polarity], 86],
    [['neutral'], 9],
    [['positive', 'negative'], 5],
  ]);
  return kinds.map((kind) => {
    const text = putIntoWords(kind);
    const standsAlone = text.startsWith(ALONE);
    return { feature, polarity: kind, text: standsAlone ? text.slice(1) : text, standsAlone };
  });

  function putIntoWords(kind: Clause['polarity']): string {
    const literal = TRANSLATED.filter((phrase) => phrase.feature === feature && phrase.polarity === kind);
    if (persona === 'translated' && literal.length > 0 && random.chance(0.7)) {
      return expandPhrase(random.pick(literal).text, camera.slots, random);
    }
    const phrases = phraseKeys(camera, feature, moment).flatMap((key) => PHRASES[key]?.[kind] ?? []);
    const tail = random.chance(TAIL) ? random.pick(TAILS[kind]) : '';
    return varyWording(expandPhrase(random.pick(phrases) + tail, camera.slots, random), random);
  }
}

/** Mostly what is alike stands together, starting with either side. */
function arrange(clauses: readonly Clause[], random: Random): Clause[] {
  if (random.chance(0.35)) return [...clauses];
  const first = random.chance(0.7) ? 'positive' : 'negative';
  const rank = (clause: Clause) => (clause.polarity === first ? 0 : clause.polarity === 'neutral' ? 1 : 2);
  return [...clauses].sort((a, b) => rank(a) - rank(b));
}

function rate(clauses: readonly Clause[], temper: number, random: Random): number {
  const judged = clauses.filter((clause) => clause.polarity !== 'neutral');
  const sum = judged.reduce((total, clause) => total + (clause.polarity === 'positive' ? 1 : -1), 0);
  const mean = judged.length > 0 ? sum / judged.length : 0.3;
  const stars = Math.round(3.4 + 1.8 * mean + 0.35 * temper + 0.4 * random.normal());
  return Math.min(5, Math.max(1, stars));
}

function writeTitle(camera: Camera, clauses: readonly Clause[], mood: Mood, random: Random): string {
  const fitting = clauses.filter((clause) => clause.polarity === mood);
  const clause = fitting.length > 0 && random.chance(0.45) ? random.pick(fitting) : undefined;
  const noun = clause && random.pick(PHRASES[clause.feature]!.nouns);
  const patterns = noun ? (mood === 'positive' ? TITLES.praised : TITLES.blamed) : TITLES[mood];
  // "The clips is great": patterns with a verb are for one thing.
  const fit = noun?.endsWith('s') ? patterns.filter((pattern) => !pattern.startsWith('#')) : patterns;
  return capitalise(expandPhrase(random.pick(fit), camera.slots, random).replace('#', noun ?? ''));
}
