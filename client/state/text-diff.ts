import { diffWordsWithSpace } from 'diff';

/** A run of text: in both, only in the kept review, or only in the copy. */
export type DiffPart = { text: string; mark: 'same' | 'removed' | 'added' };
export type TextDiff = { keep: DiffPart[]; copy: DiffPart[]; isMarked: boolean };

/** Below this share of equal text, marks of what differs would cover both texts: what they share is marked instead. */
const MIN_SAME = 0.4;

/** Whether two texts are alike enough for their differences to be what one wants to see. */
export function isAlike({ keep, copy }: TextDiff): boolean {
  const size = (parts: DiffPart[], mark?: DiffPart['mark']) =>
    parts.reduce((sum, part) => sum + (mark === undefined || part.mark === mark ? part.text.length : 0), 0);
  const shorter = Math.min(size(keep), size(copy));
  return shorter === 0 || size(keep, 'same') / shorter >= MIN_SAME;
}

/** Above this length together, in UTF-16 units, word differences take longer than a key press may. */
const MAX_LENGTH = 40_000;
const MAX_EDITS = 4_000;

const whole = (text: string): DiffPart[] => (text === '' ? [] : [{ text, mark: 'same' }]);

/** Case is no difference worth a mark. Some letters change their length with their case: such a text stays as it is. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/**
 * What a copy has and lacks against the kept review, word by word: each side in its own order.
 * `isMarked` is false when the texts are too long or too different to be compared.
 */
export function diffTexts(keep: string, copy: string): TextDiff {
  const plain = { keep: whole(keep), copy: whole(copy), isMarked: false };
  if (keep.length + copy.length > MAX_LENGTH) return plain;
  const parts = diffWordsWithSpace(fold(keep), fold(copy), { maxEditLength: MAX_EDITS });
  if (parts === undefined) return plain;
  const diff: TextDiff = { keep: [], copy: [], isMarked: true };
  let keepAt = 0;
  let copyAt = 0;
  for (const { value, added, removed } of parts) {
    if (!added) {
      diff.keep.push({ text: keep.slice(keepAt, keepAt + value.length), mark: removed ? 'removed' : 'same' });
      keepAt += value.length;
    }
    if (!removed) {
      diff.copy.push({ text: copy.slice(copyAt, copyAt + value.length), mark: added ? 'added' : 'same' });
      copyAt += value.length;
    }
  }
  return { ...diff, keep: joinGaps(diff.keep), copy: joinGaps(diff.copy) };
}

/** Marks that only a space parts are one mark: "licence plate" reads better than two boxes. */
function joinGaps(parts: DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const [index, part] of parts.entries()) {
    const before = joined.at(-1);
    const after = parts[index + 1];
    const isGap = part.mark === 'same' && part.text.trim() === '' && before && after && before.mark === after.mark;
    if (before && (before.mark === part.mark || (isGap && before.mark !== 'same'))) before.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}

/** Words that two texts have to share in a row to count as a shared phrase. */
const PHRASE_WORDS = 3;

export type PhrasePart = { text: string; isShared: boolean };

/** Words of a text with where they stand; folded, so that case and punctuation do not part equal phrases. */
const listWords = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map((match) => ({
    word: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));

const phraseAt = (words: { word: string }[], at: number) =>
  words
    .slice(at, at + PHRASE_WORDS)
    .map(({ word }) => word)
    .join(' ');

/** Splits `text` into the phrases that `other` has too, wherever they stand there, and the rest. */
export function sharedPhrases(text: string, other: string): PhrasePart[] {
  if (text.length + other.length > MAX_LENGTH) return [{ text, isShared: false }];
  const otherWords = listWords(other);
  const phrases = new Set(otherWords.map((_, at) => phraseAt(otherWords, at)).slice(0, 1 - PHRASE_WORDS));
  const words = listWords(text);
  const isShared = new Array<boolean>(words.length).fill(false);
  for (let at = 0; at + PHRASE_WORDS <= words.length; at += 1) {
    if (phrases.has(phraseAt(words, at))) isShared.fill(true, at, at + PHRASE_WORDS);
  }
  const parts: PhrasePart[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (!isShared[at]) continue;
    let last = at;
    while (isShared[last + 1]) last += 1;
    const start = words[at]?.start ?? 0;
    const end = words[last]?.end ?? start;
    if (start > from) parts.push({ text: text.slice(from, start), isShared: false });
    parts.push({ text: text.slice(start, end), isShared: true });
    from = end;
    at = last;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isShared: false });
  return parts;
}
