import type { ReviewInput } from '../contract/reviews.ts';
import { createAlikeGuard } from './alike-guard.ts';
import { CAMERAS, type Camera, SOURCES, type Source } from './cameras.ts';
import { composeReview, moodOf } from './compose-review.ts';
import type { DraftReview } from './draft-review.ts';
import { capitalise, expandPhrase } from './expand-phrase.ts';
import { nameAuthor } from './name-author.ts';
import { FOREIGN_TEXTS } from './phrases/foreign-texts.ts';
import { GENERIC, TITLES } from './phrases/frame-phrases.ts';
import { HELD_TEXTS } from './phrases/held-texts.ts';
import { PARAPHRASE_PAIRS } from './phrases/paraphrase-pairs.ts';
import { type Campaign, type CopyKind, type CopyTools, plantCopies } from './plant-copies.ts';
import { createRandom, type Random } from './random.ts';
import { createPeriod, launchFactor, type SamplePeriod } from './sample-period.ts';
import type { Mood } from './write-text.ts';

/** An invented review. `plant` is what the generator knows of it: a copy of the review with that externalId. */
export interface SampleReview extends ReviewInput {
  externalId: string;
  plant?: { kind: CopyKind; copyOf: string };
}

const TOTAL = 3000;
const GENERIC_COUNT = 130;
const TRIES = 40;
const HELD_DAYS = 20;

const source = (name: Source['name']) => SOURCES.find((one) => one.name === name)!;

/** Long texts are copied: nobody gains by copying "Works great". */
const CAMPAIGNS: readonly (Campaign & { times: number })[] = [
  { kind: 'exact', copies: 11, burst: { source: source('gadget-bazaar'), days: 6 }, times: 1 },
  { kind: 'near', copies: 6, burst: { source: source('trustboard'), days: 5 }, times: 1 },
  { kind: 'exact', copies: 2, times: 6 },
  { kind: 'exact', copies: 1, times: 20 },
  { kind: 'near', copies: 2, times: 8 },
  { kind: 'near', copies: 1, times: 46 },
];

/**
 * 3,000 invented reviews of six cameras in five sources over the 18 months that end with `end`, oldest first, with
 * planted copies of each kind. The same `seed` and `end` give the same reviews. Throws a RangeError when `end` is no day.
 * @param end `YYYY-MM-DD`
 */
export function generateSample({ seed = 1, end }: { seed?: number; end: string }): SampleReview[] {
  const random = createRandom(seed);
  const period = createPeriod(end);
  const drafts = [
    ...writeGeneric(period, random),
    ...writeForeign(period, random),
    ...writeParaphrases(period, random),
    ...writeHeld(period, random),
  ];
  const planted = CAMPAIGNS.reduce((sum, { copies, times }) => sum + copies * times, 0);
  const written = writeReviews(TOTAL - drafts.length - planted, period, random);
  const copies = copyReviews(written, period, random);
  return finish([...drafts, ...written, ...copies], period, random);
}

/** A camera, a source, a day (in one of `months`, if given) and a name, as likely as the period has it. */
function anyOccasion(period: SamplePeriod, random: Random, cameras = CAMERAS, months?: readonly string[]) {
  for (;;) {
    const camera = random.weighted(cameras.map((one) => [one, one.popularity] as const));
    const day = random.int(0, period.days - 1);
    if (months && !months.includes(period.dateOf(day).slice(5, 7))) continue;
    // Rejection sampling: 2.6 is more than any day's volume.
    if (!random.chance((period.volumeOf(day) * launchFactor(camera, period.monthOf(day))) / 2.6)) continue;
    return { camera, day, source: anySource(random), author: nameAuthor(random) };
  }
}

const anySource = (random: Random) => random.weighted(SOURCES.map((one) => [one, one.share] as const));

const writeTitle = (camera: Camera, mood: Mood, random: Random) =>
  capitalise(expandPhrase(random.pick(TITLES[mood]), camera.slots, random));

function writeReviews(count: number, period: SamplePeriod, random: Random): DraftReview[] {
  const guard = createAlikeGuard();
  return Array.from({ length: count }, () => {
    const occasion = anyOccasion(period, random);
    const moment = { month: period.monthOf(occasion.day), isHolidayTrouble: period.isHolidayTrouble(occasion.day) };
    let composed = composeReview(occasion.camera, moment, random);
    for (let tries = 1; tries < TRIES && !guard.isNew(composed.text); tries += 1) {
      composed = composeReview(occasion.camera, moment, random);
    }
    guard.add(composed.text);
    return { ...occasion, ...composed };
  });
}

function writeGeneric(period: SamplePeriod, random: Random): DraftReview[] {
  return Array.from({ length: GENERIC_COUNT }, () => {
    const rating = random.weighted([
      [5, 60],
      [4, 18],
      [3, 9],
      [2, 3],
      [1, 10],
    ]);
    const occasion = anyOccasion(period, random);
    const mood = moodOf(rating);
    return { ...occasion, rating, text: random.pick(GENERIC[mood]), title: writeTitle(occasion.camera, mood, random) };
  });
}

function writeForeign(period: SamplePeriod, random: Random): DraftReview[] {
  return FOREIGN_TEXTS.map(({ text, rating }) => ({ ...anyOccasion(period, random), text, rating, title: '' }));
}

/** Of the last weeks, as nobody has decided on them yet. */
function writeHeld(period: SamplePeriod, random: Random): DraftReview[] {
  return HELD_TEXTS.map(({ text, rating }) => {
    const day = period.days - 1 - random.int(1, HELD_DAYS);
    return { ...anyOccasion(period, random), day, text, rating, title: '' };
  });
}

/** The second wording follows within three weeks, under another name in another source or the same. */
function writeParaphrases(period: SamplePeriod, random: Random): DraftReview[] {
  return PARAPHRASE_PAIRS.flatMap(({ product, months, rating, first, second }) => {
    const camera = CAMERAS.find((one) => one.product === product)!;
    const occasion = { ...anyOccasion(period, random, [camera], months), rating };
    const original = { ...occasion, text: first, title: writeTitle(camera, moodOf(rating), random) };
    const copy = {
      ...original,
      text: second,
      title: writeTitle(camera, moodOf(rating), random),
      day: Math.min(period.days - 1, original.day + random.int(1, 20)),
      source: anySource(random),
      author: random.chance(0.25) ? original.author : nameAuthor(random),
    };
    return [original, { ...copy, plant: { kind: 'paraphrase' as const, original } }];
  });
}

function copyReviews(written: readonly DraftReview[], period: SamplePeriod, random: Random): DraftReview[] {
  const tools: CopyTools = {
    random,
    lastDay: period.days - 1,
    anySource: () => anySource(random),
    anyAuthor: () => nameAuthor(random),
    anyTitle: ({ camera, rating }) => writeTitle(camera, moodOf(rating), random),
  };
  const longOnes = random.shuffle(written.filter(({ text, day }) => text.length > 140 && day < period.days - 7));
  // Whoever pays for a burst pays for praise.
  const praise = longOnes.filter(({ rating, text }) => rating === 5 && text.length > 200);
  const others = longOnes.filter((review) => !praise.includes(review));
  return CAMPAIGNS.flatMap((campaign) =>
    Array.from({ length: campaign.times }, () => {
      const original = (campaign.burst ? praise : others).pop()!;
      return plantCopies(original, campaign, tools);
    }).flat(),
  );
}

/** Gives every review its id and date and leaves out what its source does not carry. */
function finish(drafts: readonly DraftReview[], period: SamplePeriod, random: Random): SampleReview[] {
  // Stable: a copy of the same day stays behind its original.
  const ordered = [...drafts].sort((a, b) => a.day - b.day);
  const ids = new Map(ordered.map((draft, index) => [draft, `${draft.source.prefix}-${100_000 + index * 7}`]));
  return ordered.map((draft) => {
    const { source: from, camera } = draft;
    return {
      source: from.name,
      externalId: ids.get(draft)!,
      product: camera.product,
      ...(draft.title && random.chance(from.hasTitles) ? { title: draft.title } : {}),
      text: draft.text,
      rating: random.chance(from.hasRatings) ? draft.rating : null,
      author: draft.author,
      date: timeOf(draft, period, random),
      verified: from.verified === null ? null : random.chance(from.verified),
      ...(draft.plant ? { plant: { kind: draft.plant.kind, copyOf: ids.get(draft.plant.original)! } } : {}),
    };
  });
}

/** One source tells the time; never on the last day, which may not be over yet. */
function timeOf({ source: from, day }: DraftReview, period: SamplePeriod, random: Random): string {
  const date = period.dateOf(day);
  if (from.name !== 'trustboard' || day === period.days - 1) return date;
  return new Date(Date.parse(date) + random.int(0, 86_399) * 1000).toISOString();
}
