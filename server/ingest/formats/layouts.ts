import { each, type Layout, words } from './layout.ts';
import { PLATFORM_LAYOUTS } from './platform-layouts.ts';

/** Columns that say the same in every layout. */
const COMMON: Layout['columns'] = {
  verified: each(
    'verified verified_purchase verified_buyer is_verified is_verified_buyer is_verified_purchase reviewer_is_verified reviewer_verified_status',
  ),
  status: [words('status review_status'), ['state']],
  published: [words('published is_published')],
  curated: [['curated']],
  hidden: each('hidden is_hidden is_spam spam'),
  anonymous: each('is_anonymous anonymous reviewer_is_anonymous'),
};

/** Takes what is named in a common way. */
export const GENERIC: Layout = {
  name: 'generic',
  all: [],
  columns: {
    ...COMMON,
    text: [words('text review review_text review_body review_content comment comments body content message')],
    title: [words('title review_title headline review_headline subject summary')],
    rating: [words('rating score stars star_rating review_rating review_score review_stars rating_value')],
    author: [
      words('author reviewer reviewer_name review_author author_name user user_name username display_name nickname'),
      words('reviewer_display_name customer_name'),
      ['name'],
    ],
    date: [
      words('date review_date created created_at date_created submitted_at review_created_at timestamp'),
      words('review_timestamp date_published published_at'),
    ],
    product: [
      ['product'],
      words('product_handle handle'),
      words('product_id item_id'),
      ...each('sku asin item'),
      words('product_name product_title'),
    ],
    source: [words('source platform aggregator')],
    externalId: [words('external_id review_id'), ['id']],
  },
};

/** Known layouts, tried in order; the last takes what is named in a common way. */
export const LAYOUTS: readonly Layout[] = [
  ...PLATFORM_LAYOUTS.map((layout) => ({ ...layout, columns: { ...COMMON, ...layout.columns } })),
  GENERIC,
];
