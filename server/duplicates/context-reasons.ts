import type { CopyReason } from '../contract/reviews.ts';

interface Context {
  author: string | null;
  date: string | null;
  product: string;
  source: string;
  importId: number | null;
}

const fold = (name: string) => name.normalize('NFKC').toLowerCase().trim();

/** Signals beside the texts: who, when, of what, from where. They are no proof, so they stand behind the words. */
export function contextReasons(a: Context, b: Context): CopyReason[] {
  const reasons: CopyReason[] = [];
  if (a.author && b.author) {
    reasons.push(
      fold(a.author) === fold(b.author)
        ? { code: 'same-author', detail: 'Same author' }
        : { code: 'other-author', detail: 'Under another name' },
    );
  }
  if (a.date && b.date) {
    const days = Math.abs(Date.parse(a.date.slice(0, 10)) - Date.parse(b.date.slice(0, 10))) / 86_400_000;
    reasons.push(
      days === 0
        ? { code: 'same-day', detail: 'Posted on the same day' }
        : { code: 'days-apart', detail: `Posted ${days} ${days === 1 ? 'day' : 'days'} apart` },
    );
  }
  if (a.product !== b.product) reasons.push({ code: 'other-product', detail: 'Of another product' });
  if (a.source !== b.source) reasons.push({ code: 'other-source', detail: 'From another source' });
  if (a.importId !== null && a.importId === b.importId)
    reasons.push({ code: 'same-import', detail: 'In the same import' });
  return reasons;
}
