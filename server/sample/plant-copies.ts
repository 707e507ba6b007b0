import { foldText } from '../../nlp/compare.ts';
import type { DraftReview } from './draft-review.ts';
import { capitalise, expandPhrase } from './expand-phrase.ts';
import { CLOSERS, OPENERS } from './phrases/frame-phrases.ts';
import { SYNONYMS } from './phrases/style-words.ts';
import type { Random } from './random.ts';
import { addTypos } from './style-text.ts';

export type CopyKind = 'exact' | 'near' | 'paraphrase';

/** A copier: where and when the copies of a review turn up. */
export interface Campaign {
  kind: 'exact' | 'near';
  copies: number;
  /** All in one source within this many days; else each anywhere later. */
  burst?: { source: DraftReview['source']; days: number };
}

/** Texts that differ in nothing but case, space, punctuation and the form of signs. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/\. /g, '.  '),
  (text) => text.replace(/[.!]$/, ''),
  (text) => text.replace(/\./g, '!'),
  (text) => text.replace(/ /, '\u00a0').replace(/,/g, ' ,'),
  (text) => `${text}\u200b`,
  (text) => text.replace(/\. /g, '.\n'),
];

type Edit = (text: string, original: DraftReview, random: Random) => string;

const EDITS: readonly (readonly [Edit, number])[] = [
  [(text, _original, random) => addTypos(text, random.int(2, 4), random), 5],
  [swapWords, 6],
  [(text, original, random) => `${phraseFor(OPENERS, original, random)} ${text}`, 3],
  [(text, original, random) => `${text} ${phraseFor(CLOSERS.positive, original, random)}`, 2],
  [dropSentence, 4],
  [moveSentence, 3],
];

/** Copies of `original` as a copier makes them. They are written after it, mostly under another name. */
export function plantCopies(original: DraftReview, campaign: Campaign, tools: CopyTools): DraftReview[] {
  const { random } = tools;
  return Array.from({ length: campaign.copies }, () => {
    const text = campaign.kind === 'exact' ? random.pick(DISGUISES)(original.text) : editText(original, random);
    const isSamePerson = !campaign.burst && random.chance(0.3);
    const after = campaign.burst ? random.int(0, campaign.burst.days - 1) : random.int(1, 60);
    const day = Math.min(tools.lastDay, original.day + after);
    const source = campaign.burst?.source ?? (random.chance(0.5) ? original.source : tools.anySource());
    const author = isSamePerson ? original.author : tools.anyAuthor();
    const rating = campaign.kind === 'near' && random.chance(0.2) ? Math.max(1, original.rating - 1) : original.rating;
    const title = random.chance(0.6) ? original.title : tools.anyTitle(original);
    return { ...original, text, title, day, source, author, rating, plant: { kind: campaign.kind, original } };
  });
}

export interface CopyTools {
  random: Random;
  lastDay: number;
  anySource(): DraftReview['source'];
  anyAuthor(): string | null;
  anyTitle(like: DraftReview): string;
}

function editText(original: DraftReview, random: Random): string {
  let text = original.text;
  const edits = random.weighted([
    [1, 5],
    [2, 4],
    [3, 1],
  ]);
  for (let done = 0; done < edits; done += 1) text = random.weighted(EDITS)(text, original, random);
  // An edit may find nothing to change, or only what nobody would call a change.
  return foldText(text) === foldText(original.text) ? addTypos(text, 3, random) : text;
}

const phraseFor = (phrases: readonly string[], { camera }: DraftReview, random: Random) =>
  capitalise(expandPhrase(random.pick(phrases), camera.slots, random));

function swapWords(text: string, _original: DraftReview, random: Random): string {
  let swapped = text;
  let count = 0;
  for (const pair of random.shuffle(SYNONYMS)) {
    const [from, to] = random.chance(0.5) ? pair : [pair[1], pair[0]];
    const next = swapped.replace(new RegExp(`\\b${from}\\b`, 'g'), to);
    if (next !== swapped) count += 1;
    swapped = next;
    if (count === 3) break;
  }
  return swapped;
}

const sentences = (text: string) => text.split(/(?<=[.!?]) /);

function dropSentence(text: string, _original: DraftReview, random: Random): string {
  const parts = sentences(text);
  // What is left must still be most of the original.
  const shortest = parts.toSorted((a, b) => a.length - b.length)[0]!;
  if (parts.length < 3) return addTypos(text, 2, random);
  return parts.filter((part) => part !== shortest).join(' ');
}

function moveSentence(text: string, _original: DraftReview, random: Random): string {
  const parts = sentences(text);
  const moved = parts.splice(random.int(0, parts.length - 1), 1);
  return [...moved, ...parts].join(' ');
}
