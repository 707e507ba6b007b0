import type { CopyReason } from '../contract/reviews.ts';

interface Context {
  author: string | null;
  date: string | null;
  product: string;
  source: string;
  importId: number | null;
}

/** Names that differ in case or form of characters only are one. */
export const foldName = (name: string) => name.normalize('NFKC').toLowerCase().trim();

const QUOTED = 40;
const quote = (name: string) => `“${name.length <= QUOTED ? name : `${name.slice(0, QUOTED).trimEnd()} …`}”`;

/** What `contextReasons` may answer. */
export const CONTEXT_CODES: ReadonlySet<string> = new Set([
  'same-author',
  'other-author',
  'same-day',
  'days-apart',
  'same-product',
  'other-product',
  'other-source',
  'same-import',
]);

/**
 * Signals beside the texts: who, when, of what, from where; what makes a copy likelier stands first. They are no
 * proof, so they stand behind the words and never make or break a pair.
 */
export function contextReasons(a: Context, b: Context): CopyReason[] {
  const likelier: CopyReason[] = [];
  const plain: CopyReason[] = [];
  if (a.author && b.author) {
    if (foldName(a.author) === foldName(b.author)) {
      likelier.push({ code: 'same-author', detail: `Both by ${quote(a.author)}.` });
    } else {
      plain.push({ code: 'other-author', detail: `Under two names, ${quote(a.author)} and ${quote(b.author)}.` });
    }
  }
  if (a.date && b.date) {
    const days = Math.abs(Date.parse(a.date.slice(0, 10)) - Date.parse(b.date.slice(0, 10))) / 86_400_000;
    if (days === 0) likelier.push({ code: 'same-day', detail: 'Dated the same day.' });
    else plain.push({ code: 'days-apart', detail: `Dated ${days === 1 ? 'one day' : `${days} days`} apart.` });
  }
  if (a.importId !== null && a.importId === b.importId)
    plain.push({ code: 'same-import', detail: 'Came in one import.' });
  plain.push(
    a.product === b.product
      ? { code: 'same-product', detail: 'Of the same product.' }
      : { code: 'other-product', detail: `Of two products, ${quote(a.product)} and ${quote(b.product)}.` },
  );
  if (a.source !== b.source)
    plain.push({ code: 'other-source', detail: `From two sources, ${quote(a.source)} and ${quote(b.source)}.` });
  return [...likelier, ...plain];
}
