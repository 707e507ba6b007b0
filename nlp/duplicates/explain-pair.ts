import type { ComparedReview, CopyReason } from '../compare.ts';
import type { Alignment } from './align-words.ts';
import type { Judgement } from './judge-pair.ts';
import type { Word } from './know-word.ts';

/** Changed places that are named one by one. */
const NAMED_CHANGES = 4;
/** Longest run of words that is quoted whole. */
const QUOTED_WORDS = 6;

const quote = (words: readonly Word[], at: readonly number[]): string => {
  const run = at.map((i) => words[i]!.text);
  return run.length <= QUOTED_WORDS ? run.join(' ') : `${run.slice(0, QUOTED_WORDS).join(' ')} …`;
};

const words = (count: number): string => (count === 1 ? '1 word' : `${count} words`);

/** What differs between two texts that are equal once folded. */
export function explainExact(a: string, b: string): CopyReason {
  if (a === b) return { code: 'same-text', detail: 'The texts are the same, character by character.' };
  if (a.toLowerCase() === b.toLowerCase()) return { code: 'same-folded', detail: 'Only upper and lower case differ.' };
  const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
  if (spaced(a) === spaced(b)) return { code: 'same-folded', detail: 'Only white space differs.' };
  return { code: 'same-folded', detail: 'Only case, punctuation, white space or the form of characters differ.' };
}

const explainChanges = ({ a, b, pairs, gaps }: Alignment): CopyReason[] => {
  const onlyA = gaps.filter((gap) => gap.b.length === 0);
  const onlyB = gaps.filter((gap) => gap.a.length === 0);
  const swapped = [
    ...gaps.filter((gap) => gap.a.length > 0 && gap.b.length > 0),
    ...pairs.filter((pair) => pair.how === 'synonym').map((pair) => ({ a: [pair.a], b: [pair.b] })),
  ].sort((x, y) => x.a[0]! - y.a[0]!);
  const reasons: CopyReason[] = [];
  if (swapped.length > 0) {
    const named = swapped.slice(0, NAMED_CHANGES).map((gap) => `${quote(a, gap.a)} → ${quote(b, gap.b)}`);
    const rest = swapped.length - named.length;
    reasons.push({
      code: 'words-changed',
      detail: `Changed: ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`,
    });
  }
  const listed = (gapsOf: typeof gaps, side: readonly Word[], key: 'a' | 'b'): string => {
    const longest = gapsOf.toSorted((x, y) => y[key].length - x[key].length)[0]!;
    const count = gapsOf.reduce((total, gap) => total + gap[key].length, 0);
    return `${words(count)}${gapsOf.length > 1 ? ` in ${gapsOf.length} places` : ''}, such as “${quote(side, longest[key])}”`;
  };
  if (onlyA.length > 0)
    reasons.push({ code: 'words-only-in-first', detail: `Only the first has ${listed(onlyA, a, 'a')}.` });
  if (onlyB.length > 0)
    reasons.push({ code: 'words-only-in-second', detail: `Only the second has ${listed(onlyB, b, 'b')}.` });
  return reasons;
};

/** What two texts share and what differs, measured. */
export function explainJudgement(judged: Judgement): CopyReason[] {
  const { contained, lengths, sameWords, slips } = judged.measure;
  const { a, b, pairs } = judged.alignment;
  const moved = pairs.filter((pair) => pair.moved && pair.how !== 'synonym').length;
  const order = moved === 0 ? ', in the same order' : `, ${moved} of them in another place`;
  const reasons: CopyReason[] = [
    { code: 'same-words', detail: `${sameWords} of ${words(Math.max(a.length, b.length))} are the same${order}.` },
  ];
  if (moved > 0) reasons.push({ code: 'moved', detail: `A part of ${words(moved)} was moved.` });
  if (slips > 0) {
    const named = pairs
      .filter((pair) => pair.how === 'slip')
      .slice(0, NAMED_CHANGES)
      .map((pair) => `${a[pair.a]!.text} → ${b[pair.b]!.text}`);
    reasons.push({ code: 'spelling', detail: `Spelled otherwise: ${words(slips)}, such as ${named.join('; ')}.` });
  }
  if (contained >= 0.9 && lengths < 0.9) {
    const [part, whole] = a.length < b.length ? ['first', 'second'] : ['second', 'first'];
    reasons.push({ code: 'contained', detail: `${Math.round(contained * 100)} % of the ${part} is in the ${whole}.` });
  }
  return [...reasons, ...explainChanges(judged.alignment)];
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether two reviews name the same author, as far as both name one. */
export const isSameAuthor = (a: ComparedReview, b: ComparedReview): boolean =>
  a.author !== undefined && b.author !== undefined && a.author.trim() !== '' && same(a.author, b.author);

/** Signals beside the text. */
export function explainSurroundings(a: ComparedReview, b: ComparedReview): CopyReason[] {
  const reasons: CopyReason[] = [];
  if (a.author?.trim() && b.author?.trim()) {
    reasons.push(
      isSameAuthor(a, b)
        ? { code: 'same-author', detail: 'Same author.' }
        : { code: 'other-author', detail: 'The authors differ.' },
    );
  }
  if (a.product && b.product && a.product !== b.product) {
    reasons.push({ code: 'other-product', detail: 'The products differ: a syndicated review, or one of a variant.' });
  }
  return reasons;
}
