import type { ComparedReview, Comparison } from '../compare.ts';
import { BandTable } from './band-table.ts';
import { areEqual, compareAlike, compareEqual } from './compare-reviews.ts';
import { EqualTexts } from './equal-texts.ts';
import { isSameAuthor } from './explain-pair.ts';
import { grow } from './grow.ts';
import { type Hash, hashText } from './hash-text.ts';
import { isGeneric } from './judge-pair.ts';
import { KeySet } from './key-set.ts';
import { makeRoom, wordGeneration } from './know-word.ts';
import { WORTH_A_LOOK } from './may-be-alike.ts';
import { bandKeys } from './min-hash.ts';
import { NumberLists } from './number-lists.ts';
import { MOST_COMPARED } from './number-pair.ts';
import { readWords, type Words } from './read-words.ts';

/** Copies after which no more are looked for: a cluster needs no pair of every two. */
const ENOUGH_LINKS = 8;

/** An earlier review, by how many came before it, and what it has to do with the one that was added. */
export interface FoundCopy {
  of: number;
  comparison: Comparison;
}

export interface CopyIndex {
  /** Takes a review in. Those of the earlier ones that it is a copy of: enough to connect it, not all there are. */
  add(review: ComparedReview): FoundCopy[];
  /** Bytes that its tables take; the reviews themselves are the caller's, and are only pointed to. */
  bytes(): number;
}

/** Equal generic texts are copies where one author wrote them: the author is made part of the hash. */
const withAuthor = (hash: Hash, author = ''): Hash => {
  const other = hashText(author.trim().toLowerCase());
  return [hash[0] ^ other[0], hash[1] ^ other[1], hash[2] ^ other[2], hash[3] ^ other[3]];
};

/** An index of reviews in memory that finds the copies of each one among those before it. */
export function createCopyIndex(): CopyIndex {
  const reviews: ComparedReview[] = [];
  const equals = new EqualTexts();
  const bands = new BandTable();
  /** For each review the keys and the words that are compared; none for one that another is equal to. */
  const keys = new NumberLists();
  const words = new NumberLists();
  let generations = new Int32Array(256);
  const keysOfAdded = new KeySet();

  const store = (at: number, read: Words | undefined): void => {
    keys.add(read?.keys ?? []);
    words.add(read?.ids.slice(0, MOST_COMPARED) ?? []);
    generations = grow(generations, at + 1);
    generations[at] = wordGeneration();
  };
  const wordsOf = (at: number): ArrayLike<number> =>
    generations[at] === wordGeneration() ? words.get(at) : readWords(reviews[at]!.text).ids;

  const findEqual = (at: number, among: readonly number[], generic: boolean): FoundCopy[] => {
    const review = reviews[at]!;
    return among
      .filter((of) => areEqual(reviews[of]!.text, review.text) && (!generic || isSameAuthor(reviews[of]!, review)))
      .map((of) => ({ of, comparison: compareEqual(reviews[of]!, review) }));
  };

  const findAlike = (at: number, read: Words): FoundCopy[] => {
    const found: FoundCopy[] = [];
    const candidates = bands.add(at, bandKeys(read.ids));
    keys.fetch(candidates);
    keysOfAdded.fill(read.keys);
    for (const of of candidates) {
      if (found.length === ENOUGH_LINKS) break;
      if (!keysOfAdded.overlaps(keys.get(of), WORTH_A_LOOK)) continue;
      const earlier = { review: reviews[of]!, ids: wordsOf(of) };
      const comparison = compareAlike(earlier, { review: reviews[at]!, ids: read.ids });
      if (comparison) found.push({ of, comparison });
    }
    return found;
  };

  return {
    add(review) {
      makeRoom();
      const at = reviews.push(review) - 1;
      const read = readWords(review.text);
      const generic = isGeneric(read);
      const equal = equals.add(at, generic ? withAuthor(read.exact, review.author) : read.exact);
      store(at, equal || generic ? undefined : read);
      if (equal) return findEqual(at, equal, generic);
      return generic ? [] : findAlike(at, read);
    },
    bytes: () => equals.bytes() + bands.bytes() + keys.bytes() + words.bytes() + generations.byteLength,
  };
}
