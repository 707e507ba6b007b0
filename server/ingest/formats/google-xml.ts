import type { ImportItem } from '../import-item.ts';
import { scaleRating } from '../parse-cell.ts';
import { readXml, type XmlHandlers } from '../read-xml.ts';
import { keepColumns, toRowCells } from '../row-cells.ts';
import type { Row } from '../row-mapper.ts';
import { GENERIC } from './layouts.ts';
import { applyLayout } from './match-layout.ts';

/** The columns a feed's review is read and handed back by: as a CSV they are read in the same way. */
const COLUMNS = [
  ...['review_id', 'product', 'title', 'content', 'rating', 'reviewer_name', 'review_timestamp'],
  ...['is_verified_purchase', 'is_anonymous', 'is_spam', 'status'],
] as const;
type Name = (typeof COLUMNS)[number];

export const GOOGLE_PLAN = {
  ...applyLayout(GENERIC, COLUMNS).plan,
  layout: 'google-product-reviews',
  source: 'google',
};

const REVIEWS = 'feed/reviews/review';
const DELETED = 'feed/deleted_reviews/review';
/** What names a product, the best first: the shop's own number before those of maker and market. */
const PRODUCT = ['skus/sku', 'mpns/mpn', 'gtins/gtin', 'asins/asin'].map(
  (path) => `products/product/product_ids/${path}`,
);

/** The elements of a review that are kept, by their path below it. */
const WANTED: ReadonlySet<string> = new Set([
  ...['review_id', 'reviewer/name', 'is_verified_purchase', 'review_timestamp', 'title', 'content', 'is_spam'],
  ...['ratings/overall', 'products/product/product_name', ...PRODUCT],
]);
/** Pros, and cons, of one review. */
const MAX_LIST = 100;

/** A review as it is read: the first text of each wanted element, lists, and the rating's scale. */
interface Feeding {
  line: number;
  isDeleted: boolean;
  texts: Map<string, string>;
  pros: string[];
  cons: string[];
  isAnonymous: boolean;
  scale: { min: string | undefined; max: string | undefined };
}

/** The rating on the scale from 1 to 5; as it stands in the feed where it is none. */
const ratingOf = ({ texts, scale }: Feeding): string | undefined => {
  const text = texts.get('ratings/overall');
  if (text === undefined || !/^\d{1,6}(?:\.\d{1,6})?$/.test(text)) return text;
  const scaled = scaleRating(Number(text), Number(scale.min ?? 1), Number(scale.max ?? 5));
  return scaled === undefined ? text : String(scaled);
};

const list = (title: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [`${title}: ${entries.join('; ')}`];

const valuesOf = (review: Feeding): Record<Name, string | undefined> => {
  const { texts, pros, cons, isDeleted, isAnonymous } = review;
  const ids = PRODUCT.map((path) => texts.get(path));
  const parts = [texts.get('content') ?? '', ...list('Pros', pros), ...list('Cons', cons)];
  return {
    review_id: texts.get('review_id'),
    product: ids.find((id) => id) ?? texts.get('products/product/product_name'),
    title: texts.get('title'),
    content: parts.filter((part) => part !== '').join('\n\n'),
    rating: ratingOf(review),
    reviewer_name: isAnonymous ? undefined : texts.get('reviewer/name'),
    review_timestamp: texts.get('review_timestamp'),
    is_verified_purchase: texts.get('is_verified_purchase'),
    is_anonymous: undefined,
    is_spam: texts.get('is_spam'),
    status: isDeleted ? 'deleted' : undefined,
  };
};

const kept = keepColumns(COLUMNS);

const toRow = (review: Feeding): Row => {
  const values = valuesOf(review);
  const valueAt = (position: number) => values[COLUMNS[position]!];
  return { line: review.line, cell: ({ index }) => valueAt(index), cells: () => toRowCells(kept, valueAt) };
};

/** Collects the reviews of a feed, one at a time. */
const listenTo = (found: Row[]): XmlHandlers => {
  const path: string[] = [];
  let review: Feeding | undefined;
  let text = '';
  return {
    open(name, attributes, line) {
      path.push(name);
      text = '';
      const at = path.join('/');
      if (path.length === 3 && (at === REVIEWS || at === DELETED)) {
        const scale = { min: undefined, max: undefined };
        review = { line, isDeleted: at === DELETED, texts: new Map(), pros: [], cons: [], isAnonymous: false, scale };
      } else if (review && at.endsWith('/reviewer/name')) review.isAnonymous = attributes['is_anonymous'] === 'true';
      else if (review && at.endsWith('/ratings/overall'))
        review.scale = { min: attributes['min'], max: attributes['max'] };
    },
    text(part) {
      if (review) text += part;
    },
    close() {
      const at = path.slice(3).join('/');
      path.pop();
      if (!review) return;
      const value = text.trim();
      text = '';
      if (path.length === 2) {
        found.push(toRow(review));
        review = undefined;
      } else if (value === '') return;
      else if (at === 'pros/pro' && review.pros.length < MAX_LIST) review.pros.push(value);
      else if (at === 'cons/con' && review.cons.length < MAX_LIST) review.cons.push(value);
      else if (WANTED.has(at) && !review.texts.has(at)) review.texts.set(at, value);
    },
  };
};

/** Whether XML that begins like this is a feed of reviews. */
export const isFeed = (head: string): boolean => /<(?:[\w-]{1,30}:)?feed[\s>]/.test(head);

/**
 * The reviews of a Google Product Reviews feed (version 2.4 of the schema and those before), in constant memory. Pros
 * and cons are written below the text. Throws what `readXml` throws.
 */
export async function* readGoogleXml(
  chunks: AsyncIterable<Uint8Array>,
  take: (row: Row) => ImportItem,
): AsyncGenerator<ImportItem> {
  for await (const rows of readXml(chunks, listenTo)) for (const row of rows) yield take(row);
}
