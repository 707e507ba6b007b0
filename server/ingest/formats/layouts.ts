/** What a column can become. `status`, `published` and `curated` only keep hidden reviews out; they are not stored. */
export type ImportField =
  | 'externalId'
  | 'product'
  | 'source'
  | 'title'
  | 'text'
  | 'rating'
  | 'author'
  | 'date'
  | 'verified'
  | 'status'
  | 'published'
  | 'curated';

export interface Layout {
  name: string;
  /** The whole header that the layout is known by, folded and in any order; without it any header will do. */
  signature?: readonly string[];
  /**
   * The folded names of each field's column in tiers: the first tier with a match wins, and two matches in one tier
   * are ambiguous.
   */
  columns: Readonly<Partial<Record<ImportField, readonly (readonly string[])[]>>>;
}

const words = (list: string): string[] => list.split(' ');

/** Known headers, tried in order; the last takes what is named in a common way. */
export const LAYOUTS: readonly Layout[] = [
  {
    name: 'amazon-scrape',
    signature: words('score title helpful date comment'),
    columns: { rating: [['score']], title: [['title']], date: [['date']], text: [['comment']] },
  },
  {
    name: 'generic',
    columns: {
      text: [words('text review review_text review_body review_content comment body content message')],
      title: [words('title review_title headline review_headline subject summary')],
      rating: [words('rating score stars star_rating review_rating review_score review_stars')],
      author: [
        words('author reviewer reviewer_name review_author author_name user user_name username display_name nickname'),
        ['name'],
      ],
      date: [words('date review_date created created_at date_created submitted_at review_created_at timestamp')],
      product: [
        words('product product_id product_handle handle sku asin item item_id'),
        words('product_name product_title'),
      ],
      source: [words('source platform aggregator')],
      externalId: [words('external_id review_id'), ['id']],
      verified: [words('verified verified_purchase verified_buyer is_verified is_verified_buyer')],
      status: [words('status review_status'), ['state']],
      published: [words('published is_published')],
      curated: [['curated']],
    },
  },
];

/** Lower case, words joined by `_`: `Date Created`, `dateCreated` and `date-created` are one name. */
export function foldHeader(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}
