import { each, type Layout, words } from './layout.ts';

/**
 * The layouts that review platforms import and export, by their own documentation or by what independent programs
 * read and write; columns that are documented as optional may be absent. A handle goes before an id as the product's
 * name: it is the same at every platform, and a person can read it.
 */
export const PLATFORM_LAYOUTS: readonly Layout[] = [
  {
    name: 'judge.me',
    source: 'judge.me',
    all: words('body rating review_date reviewer_name'),
    columns: {
      ...{ title: [['title']], text: [['body']], rating: [['rating']], author: [['reviewer_name']] },
      ...{ date: [['review_date']], product: each('product_handle product_id') },
    },
  },
  {
    name: 'shopify-product-reviews',
    source: 'shopify',
    all: words('product_handle rating author body created_at'),
    oneOf: [words('state reply replied_at location')],
    columns: {
      ...{ title: [['title']], text: [['body']], rating: [['rating']], author: [['author']] },
      ...{ date: [['created_at']], product: [['product_handle']], status: [['state']] },
    },
  },
  {
    name: 'loox-import',
    source: 'loox',
    all: words('product_handle rating author body created_at'),
    oneOf: [words('photo_url verified_purchase')],
    columns: {
      ...{ text: [['body']], rating: [['rating']], author: [['author']] },
      ...{ date: [['created_at']], product: [['product_handle']] },
    },
  },
  {
    name: 'loox-export',
    source: 'loox',
    all: words('review rating date'),
    oneOf: [words('nickname full_name'), words('handle product_id')],
    columns: {
      ...{ externalId: [['id']], text: [['review']], rating: [['rating']], author: each('nickname full_name') },
      ...{ date: [['date']], product: each('handle product_id'), status: [['status']] },
    },
  },
  {
    name: 'yotpo',
    source: 'yotpo',
    all: words('review_content review_score'),
    columns: {
      ...{ externalId: [['review_id']], title: [['review_title']], text: [['review_content']] },
      ...{ rating: [['review_score']], author: each('display_name reviewer_display_name') },
      ...{
        date: each('date review_creation_date review_date'),
        product: each('product_id product_name product_title'),
      },
    },
  },
  {
    name: 'okendo',
    source: 'okendo',
    all: words('body rating date_created'),
    oneOf: [words('name reviewer_name reviewer_display_name')],
    columns: {
      ...{ externalId: [['review_id']], title: [['title']], text: [['body']], rating: [['rating']] },
      ...{ author: each('reviewer_display_name reviewer_name name'), date: [['date_created']] },
      product: each('handle product_handle product_id sku product_name'),
    },
  },
  {
    name: 'powerreviews',
    source: 'powerreviews',
    all: words('page_id review_text rating'),
    columns: {
      ...{ externalId: [['review_id']], title: each('review_title review_headline'), text: [['review_text']] },
      ...{ rating: [['rating']], author: each('review_display reviewer_display review_display_name nickname') },
      ...{ date: [['review_date']], product: [['page_id']], status: [['review_status']] },
    },
    dates: 'month-first',
  },
  {
    name: 'trustpilot',
    source: 'trustpilot',
    all: words('review_content review_stars'),
    columns: {
      ...{ externalId: [['review_id']], title: [['review_title']], text: [['review_content']] },
      ...{ rating: [['review_stars']], author: [['review_username']], date: each('review_created_utc review_created') },
    },
    lastProduct: each('domain_url webshop_name'),
  },
  {
    name: 'amazon-2023',
    source: 'amazon',
    all: words('text rating asin timestamp'),
    oneOf: [words('parent_asin user_id helpful_vote')],
    columns: {
      ...{ title: [['title']], text: [['text']], rating: [['rating']], author: [['user_id']] },
      ...{ date: [['timestamp']], product: each('asin parent_asin') },
    },
  },
  {
    name: 'amazon-2015',
    source: 'amazon',
    all: words('review_body star_rating product_id review_headline'),
    oneOf: [words('marketplace customer_id product_parent vine')],
    columns: {
      ...{ externalId: [['review_id']], title: [['review_headline']], text: [['review_body']] },
      ...{ rating: [['star_rating']], author: [['customer_id']], date: [['review_date']], product: [['product_id']] },
    },
    plainTabs: true,
  },
  {
    name: 'amazon-scrape',
    source: 'amazon',
    all: words('score title helpful date comment'),
    columns: {
      ...{ rating: [['score']], title: [['title']], date: [['date']], text: [['comment']] },
      product: each('product asin product_id'),
    },
  },
  {
    name: 'meta',
    source: 'meta',
    all: words('review_id content rating created_at'),
    oneOf: [words('aggregator store_name store_id store_store_urls')],
    columns: {
      ...{ externalId: [['review_id']], title: [['title']], text: [['content']], rating: [['rating']] },
      ...{ author: each('reviewer_display_name reviewer_name'), date: [['created_at']], source: [['aggregator']] },
      product: each('product_id product_sku product_name'),
    },
    lastProduct: each('store_name store_id'),
  },
  {
    name: 'feefo',
    source: 'feefo',
    all: ['feedback_date'],
    oneOf: [words('product_comment service_comment')],
    columns: {
      ...{ text: [['product_comment']], rating: [['product_rating']], author: [['name']] },
      ...{ date: [['feedback_date']], product: [['product_id']] },
    },
    otherwise: { text: [['service_comment']], rating: [['service_rating']] },
    dates: 'day-first',
  },
];
