const MOST_CONTAINED = 0.28;

/**
 * Keeps texts apart that chance made alike: only planted copies are to be copies. Compares sets of three words in a
 * row; a text is too much like an earlier one when it shares 28 % of the shorter text's.
 */
export function createAlikeGuard() {
  const seen = new Map<string, number[]>();
  const sizes: number[] = [];
  return {
    /** Whether the text is different enough from all that were added. */
    isNew(text: string): boolean {
      const grams = tripleWords(text);
      const shared = new Map<number, number>();
      for (const gram of grams) for (const id of seen.get(gram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
      for (const [id, count] of shared) {
        if (count / Math.min(sizes[id]!, grams.size) >= MOST_CONTAINED) return false;
      }
      return true;
    },
    add(text: string): void {
      const id = sizes.length;
      const grams = tripleWords(text);
      sizes.push(grams.size);
      for (const gram of grams) seen.set(gram, [...(seen.get(gram) ?? []), id]);
    },
  };
}

function tripleWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, Math.max(1, words.length - 2)).map((_word, at) => words.slice(at, at + 3).join(' ')));
}
