import { readdirSync, readFileSync } from 'node:fs';
import { EDITS, seeded } from '../eval/edited-copies.ts';

/** A review put together for a measurement. */
export interface SyntheticReview {
  text: string;
  /** Number of the review that it is an edited copy of, which is none itself. */
  of: number | undefined;
}

export interface SyntheticReviews {
  /** Review number `n`, the same each time: of those from `COPIES_FROM` on about one in eight is a copy of an earlier one. */
  review(n: number): SyntheticReview;
  /** An edited copy, told apart by `n`, of an original that is drawn from the reviews before number `before`. */
  copyAmong(n: number, before: number): SyntheticReview;
  /** Number `n`, as a copy of nothing. */
  original(n: number): SyntheticReview;
}

const TRAINING = new URL('../eval/training/', import.meta.url);
const COPIES_FROM = 100;
const COPIES = 0.12;
const SHORTEST = 120;
const LONGEST = 820;
/** A single phrase is at most this share of a review: two that have one in common are not half the same. */
const MOST_OF_TEXT = 0.35;
/**
 * Sentences with names, places and numbers, one for so many of the phrases: with these, a hundred thousand
 * words and then as many again bring up about as many new ones as in real reviews of one product.
 */
const DETAILS = 0.25;

/** Apart for whether it is a copy, of what, and what it says: each can be told without the others. */
const CHANCE = { isCopy: 1, copy: 2, text: 3 } as const;
const chance = (n: number, purpose: keyof typeof CHANCE) =>
  seeded(Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(CHANCE[purpose], 0x85ebca6b));

type Random = () => number;
const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

const SYLLABLES =
  'ba bel cor da dri el fen ga hol ina jo kar lin lo mar mi nor o pel ra ron sa sel ta tor u va vin wil zo'.split(' ');
const ENDINGS = ['ton', 'burg', 'ville', 'field', 'dale', 'mouth'];
const WHO = ['uncle', 'sister', 'neighbour', 'colleague', 'mother-in-law', 'landlord', 'grandson', 'friend'];
const WHERE = ['shed', 'porch', 'attic', 'barn', 'workshop', 'driveway', 'stairwell', 'balcony', 'nursery', 'gate'];
const UNIT = ['days', 'weeks', 'nights', 'feet', 'dollars', 'clips', 'visitors', 'miles']; // biome-ignore format: lists

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const name = (random: Random) => capital(pick(SYLLABLES, random) + pick(SYLLABLES, random));
const place = (random: Random) => name(random) + pick(ENDINGS, random);
const number = (random: Random) => String(2 + Math.floor(random() * 900));

const DETAIL: readonly ((random: Random) => string)[] = [
  (r) => `My ${pick(WHO, r)} ${name(r)} in ${place(r)} has ${number(r)} of them.`,
  (r) => `It hangs in the ${pick(WHERE, r)} near ${place(r)}, ${number(r)} ${pick(UNIT, r)} so far.`,
  (r) => `${name(r)} from ${place(r)} told me after ${number(r)} ${pick(UNIT, r)}.`,
  (r) => `That was ${number(r)} ${pick(UNIT, r)} ago, in ${place(r)}.`,
  (r) => `Sent it to ${name(r)}, who counted ${number(r)} ${pick(UNIT, r)}.`,
  (r) => `For the ${pick(WHERE, r)} of ${name(r)} it took ${number(r)} ${pick(UNIT, r)}.`,
];

/** Single statements on cameras, as they were written to train the tagger. */
const readPhrases = (): string[] =>
  readdirSync(TRAINING)
    .filter((file) => file.startsWith('phrases-') && file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, TRAINING), 'utf8').trim().split('\n'))
    .map((line) => line.slice(line.lastIndexOf('\t') + 1).trim())
    .filter((phrase) => phrase.length > 12);

/**
 * As many different reviews as wanted, 120 to 820 characters, about 370 in the mean, with copies edited as they are on
 * shops (`EDITS`). A number gives its review without those before it, so a million of them need not be kept.
 */
export function createSyntheticReviews(): SyntheticReviews {
  const phrases = readPhrases();

  const original = (n: number): SyntheticReview => {
    const random = chance(n, 'text');
    const wanted = SHORTEST + Math.floor(random() ** 2 * (LONGEST - SHORTEST));
    let text = '';
    while (text.length < wanted) {
      const phrase = pick(phrases, random);
      if (phrase.length > wanted * MOST_OF_TEXT) continue;
      const isWhole = /[.!?]$/.test(phrase);
      const detail = random() < DETAILS ? ` ${pick(DETAIL, random)(random)}` : '';
      const more = `${text ? ' ' : ''}${capital(phrase)}${isWhole ? '' : pick(['.', '.', '.', '!'], random)}${detail}`;
      if (text.length + more.length > LONGEST) break;
      text += more;
    }
    return { text, of: undefined };
  };

  const isCopy = (n: number) => n >= COPIES_FROM && chance(n, 'isCopy')() < COPIES;

  const copyAmong = (n: number, before: number): SyntheticReview => {
    const random = chance(n, 'copy');
    let of = 0;
    do of = Math.floor(random() * before);
    while (isCopy(of));
    const { text } = original(of);
    let edited = text;
    while (edited === text) edited = pick(EDITS, random).edit(text, random);
    return { text: edited, of };
  };

  return { original, copyAmong, review: (n) => (isCopy(n) ? copyAmong(n, n) : original(n)) };
}
