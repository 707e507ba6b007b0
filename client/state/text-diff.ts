import { diffWordsWithSpace } from 'diff';

/** A run of text: in both, only in the kept review, or only in the copy. */
export type DiffPart = { text: string; mark: 'same' | 'removed' | 'added' };
export type TextDiff = { keep: DiffPart[]; copy: DiffPart[]; isMarked: boolean };

/** Above this length together, in UTF-16 units, word differences take longer than a key press may. */
const MAX_LENGTH = 40_000;
const MAX_EDITS = 4_000;

const whole = (text: string): DiffPart[] => (text === '' ? [] : [{ text, mark: 'same' }]);

/**
 * What a copy has and lacks against the kept review, word by word: each side in its own order.
 * `isMarked` is false when the texts are too long or too different to be compared.
 */
export function diffTexts(keep: string, copy: string): TextDiff {
  const plain = { keep: whole(keep), copy: whole(copy), isMarked: false };
  if (keep.length + copy.length > MAX_LENGTH) return plain;
  const parts = diffWordsWithSpace(keep, copy, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return plain;
  const diff: TextDiff = { keep: [], copy: [], isMarked: true };
  for (const part of parts) {
    if (!part.added) diff.keep.push({ text: part.value, mark: part.removed ? 'removed' : 'same' });
    if (!part.removed) diff.copy.push({ text: part.value, mark: part.added ? 'added' : 'same' });
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

/** Words that two texts have to share in a row to count as a shared phrase of a paraphrase. */
const PHRASE_WORDS = 3;

/** The shared phrases of two texts that say the same in other words: `same` parts are phrases, the rest is plain. */
export function sharedPhrases(parts: DiffPart[]): { text: string; isShared: boolean }[] {
  return parts.map(({ text, mark }) => ({
    text,
    isShared: mark === 'same' && text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= PHRASE_WORDS,
  }));
}
