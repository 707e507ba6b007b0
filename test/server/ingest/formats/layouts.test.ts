import { describe, expect, it } from 'vitest';
import type { ReviewInput } from '../../../../server/contract/reviews.ts';
import { readAll } from '../read-all.ts';

interface Example {
  /** The documented columns, in their order. */
  header: string;
  /** Optional ones, which may be absent. */
  optional?: string;
  row: Readonly<Record<string, string>>;
  /** Cells that keep a row out, with the code of its reject. */
  hidden?: readonly (readonly [cells: Readonly<Record<string, string>>, code: string])[];
  layout: string;
  review: Partial<ReviewInput>;
}

const TEXT = 'Two nights in the rain and the lens is still clear.';

const EXAMPLES: Readonly<Record<string, Example>> = {
  'Judge.me import': {
    header:
      'title,body,rating,review_date,reviewer_name,reviewer_email,product_id,product_handle,reply,picture_urls,product_url',
    optional: 'title,reviewer_email,product_id,reply,picture_urls,product_url',
    row: {
      ...{ title: 'Rainproof', body: TEXT, rating: '5', review_date: '2025-03-02 10:12:00 UTC' },
      ...{ reviewer_name: 'Ada P.', reviewer_email: 'ada@example.test', product_id: '881', product_handle: 'pole-cam' },
    },
    layout: 'judge.me',
    review: {
      source: 'judge.me',
      product: 'pole-cam',
      title: 'Rainproof',
      author: 'Ada P.',
      rating: 5,
      date: '2025-03-02T10:12:00.000Z',
    },
  },
  'Judge.me export': {
    header:
      'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location,metaobject_handle',
    optional: 'title,source,reply_date,picture_urls,ip_address,location,metaobject_handle',
    row: {
      ...{
        title: 'Rainproof',
        body: TEXT,
        rating: '4',
        review_date: '2025-03-02 10:12:00 UTC',
        source: 'web',
        curated: 'ok',
      },
      ...{ reviewer_name: 'Ada P.', reviewer_email: 'ada@example.test', product_id: '881', product_handle: 'pole-cam' },
      ...{ picture_urls: 'https://img.test/1.jpg,https://img.test/2.jpg', ip_address: '192.0.2.7' },
    },
    hidden: [
      [{ curated: 'spam' }, 'status-hidden'],
      [{ curated: 'not-yet' }, 'status-held'],
    ],
    layout: 'judge.me',
    review: { source: 'judge.me', product: 'pole-cam', rating: 4, date: '2025-03-02T10:12:00.000Z' },
  },
  'Shopify product reviews': {
    header: 'product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at',
    row: {
      ...{ product_handle: 'pole-cam', state: 'published', rating: '5', title: 'Rainproof', author: 'Ada P.' },
      ...{ email: 'ada@example.test', location: 'Ghent', body: TEXT, created_at: '2017-06-12 14:05:07 -0400' },
    },
    hidden: [
      [{ state: 'unpublished' }, 'status-hidden'],
      [{ state: 'spam' }, 'status-hidden'],
    ],
    layout: 'shopify-product-reviews',
    review: {
      source: 'shopify',
      product: 'pole-cam',
      title: 'Rainproof',
      author: 'Ada P.',
      date: '2017-06-12T18:05:07.000Z',
    },
  },
  'Loox import': {
    header: 'product_handle,rating,author,email,body,created_at,photo_url,verified_purchase',
    optional: 'email,photo_url',
    row: {
      ...{ product_handle: 'pole-cam', rating: '3', author: 'Ada P.', email: 'ada@example.test', body: TEXT },
      ...{ created_at: '2024-11-30', photo_url: 'https://img.test/1.jpg', verified_purchase: 'true' },
    },
    layout: 'loox-import',
    review: { source: 'loox', product: 'pole-cam', rating: 3, author: 'Ada P.', date: '2024-11-30', verified: true },
  },
  'Loox export': {
    header: 'id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase',
    optional: 'email,full_name,productId,img,variant,verified_purchase',
    row: {
      ...{ id: 'lx_77', status: 'Active', rating: '5', email: 'ada@example.test', nickname: 'Ada P.' },
      ...{ full_name: 'Ada Peeters', review: TEXT, date: '2024-11-30', productId: '881', handle: 'pole-cam' },
    },
    hidden: [
      [{ status: 'Hidden' }, 'status-hidden'],
      [{ status: 'Pending' }, 'status-held'],
    ],
    layout: 'loox-export',
    review: { source: 'loox', externalId: 'lx_77', product: 'pole-cam', author: 'Ada P.', date: '2024-11-30' },
  },
  'Yotpo import': {
    header: 'published,review_title,review_content,review_score,date,product_id,display_name,email,comment_content',
    optional: 'email,comment_content,review_title',
    row: {
      ...{ published: 'true', review_title: 'Rainproof', review_content: TEXT, review_score: '5', date: '2024-11-30' },
      ...{ product_id: 'pole-cam', display_name: 'Ada P.', email: 'ada@example.test' },
    },
    hidden: [[{ published: 'false' }, 'status-hidden']],
    layout: 'yotpo',
    review: { source: 'yotpo', product: 'pole-cam', author: 'Ada P.', date: '2024-11-30', rating: 5 },
  },
  'Yotpo export': {
    header:
      'Review Title,Review Content,Review Score,Date,Product ID,Product Name,Product URL,Display Name,Email,Verified Purchase',
    optional: 'Review Title,Product Name,Product URL,Email,Verified Purchase',
    row: {
      ...{ 'Review Title': 'Rainproof', 'Review Content': TEXT, 'Review Score': '4', Date: '2024-11-30' },
      ...{ 'Product ID': '881', 'Product Name': 'Pole Cam', 'Display Name': 'Ada P.', 'Verified Purchase': 'no' },
    },
    layout: 'yotpo',
    review: { source: 'yotpo', product: '881', author: 'Ada P.', date: '2024-11-30', rating: 4 },
  },
  'Yotpo export, other columns': {
    header:
      'Product ID,Review Score,Reviewer Display Name,Review Content,Review Creation Date,Reviewer Email,Review Title',
    optional: 'Reviewer Email,Review Title',
    row: {
      ...{ 'Product ID': '881', 'Review Score': '2', 'Reviewer Display Name': 'Ada P.', 'Review Content': TEXT },
      ...{ 'Review Creation Date': '2024-11-30', 'Reviewer Email': 'ada@example.test' },
    },
    layout: 'yotpo',
    review: { source: 'yotpo', product: '881', author: 'Ada P.', date: '2024-11-30', rating: 2 },
  },
  'Okendo import': {
    header: 'name,body,rating,dateCreated,handle,productId,sku,title,countryCode,email,imageUrls',
    optional: 'productId,sku,title,countryCode,email,imageUrls',
    row: {
      ...{ name: 'Ada P.', body: TEXT, rating: '5', dateCreated: '2024-11-30T08:00:00Z', handle: 'pole-cam' },
      ...{ productId: '881', title: 'Rainproof', email: 'ada@example.test' },
    },
    layout: 'okendo',
    review: { source: 'okendo', product: 'pole-cam', author: 'Ada P.', date: '2024-11-30T08:00:00.000Z' },
  },
  'Okendo export': {
    header: 'Review ID,Product ID,Product Name,Rating,Title,Body,Reviewer Name,Is Verified Buyer,Date Created,Status',
    optional: 'Product Name,Title,Is Verified Buyer',
    row: {
      ...{ 'Review ID': 'ok-1', 'Product ID': 'shopify-881', 'Product Name': 'Pole Cam', Rating: '5', Body: TEXT },
      ...{ 'Reviewer Name': 'Ada P.', 'Is Verified Buyer': 'true', 'Date Created': '2024-11-30', Status: 'Approved' },
    },
    hidden: [
      [{ Status: 'Rejected' }, 'status-hidden'],
      [{ Status: 'Pending' }, 'status-held'],
      [{ Status: 'Archived' }, 'status-hidden'],
    ],
    layout: 'okendo',
    review: { source: 'okendo', externalId: 'ok-1', product: 'shopify-881', author: 'Ada P.', date: '2024-11-30' },
  },
  'Okendo export with dotted names': {
    header: 'reviewId,productId,rating,title,body,reviewer.name,reviewer.email,dateCreated,status',
    optional: 'title,reviewer.email',
    row: {
      ...{ reviewId: 'ok-1', productId: 'shopify-881', rating: '5', body: TEXT, 'reviewer.name': 'Ada P.' },
      ...{ 'reviewer.email': 'ada@example.test', dateCreated: '2024-11-30', status: 'published' },
    },
    hidden: [[{ status: 'rejected' }, 'status-hidden']],
    layout: 'okendo',
    review: { source: 'okendo', externalId: 'ok-1', product: 'shopify-881', author: 'Ada P.', date: '2024-11-30' },
  },
  PowerReviews: {
    header:
      'Review Id,Page Id,Review Display,Review Title,Review Date,Review Location,Review Text,Rating,Verified Buyer,Review Status',
    optional: 'Review Title,Review Location,Verified Buyer',
    row: {
      ...{ 'Review Id': 'pr-9', 'Page Id': 'pole-cam', 'Review Display': 'AdaP', 'Review Date': '03/05/2024' },
      ...{ 'Review Text': TEXT, Rating: '5', 'Verified Buyer': 'Yes', 'Review Status': 'Approved' },
    },
    hidden: [
      [{ 'Review Status': 'Pending' }, 'status-held'],
      [{ 'Review Status': 'Rejected' }, 'status-hidden'],
      [{ 'Review Date': '25/12/2023' }, 'date-invalid'],
    ],
    layout: 'powerreviews',
    review: { source: 'powerreviews', externalId: 'pr-9', product: 'pole-cam', author: 'AdaP', date: '2024-03-05' },
  },
  Trustpilot: {
    header:
      'Domain Url,Webshop Name,Business Unit Id,Review Id,Review Created (UTC),Review Consumer User Id,Review Username,Review User Email,Review Title,Review Content,Review Stars,Source Of Review,Reference Id,Company Response,Company Reply Date (UTC),Review Language,Location Name',
    optional: 'Business Unit Id,Review User Email,Source Of Review,Reference Id,Company Response,Location Name',
    row: {
      ...{ 'Domain Url': 'cams.test', 'Review Id': 'tp-5', 'Review Created (UTC)': '2024-11-30 08:00:00' },
      ...{ 'Review Username': 'Ada P.', 'Review User Email': 'ada@example.test', 'Review Content': TEXT },
      ...{ 'Review Stars': '4', 'Source Of Review': 'Organic', 'Review Language': 'en' },
    },
    layout: 'trustpilot',
    review: {
      source: 'trustpilot',
      externalId: 'tp-5',
      product: 'cams.test',
      author: 'Ada P.',
      rating: 4,
      date: '2024-11-30T08:00:00.000Z',
    },
  },
  'Meta review feed': {
    header: 'aggregator,store.name,store.id,store.storeUrls,reviewID,rating,title,content,created_at,updated_at',
    optional: 'store.id,title,updated_at',
    row: {
      ...{ aggregator: 'Feedmill', 'store.name': 'Cams', 'store.storeUrls': "['https://cams.test']", reviewID: 'mt-3' },
      ...{ rating: '5', content: TEXT, created_at: '2024-11-30T08:00:00+01:00' },
    },
    layout: 'meta',
    review: { source: 'Feedmill', externalId: 'mt-3', product: 'Cams', rating: 5, date: '2024-11-30T07:00:00.000Z' },
  },
  Feefo: {
    header:
      'Name,Email,Sale Date,Feedback Date,Product Id,Service Rating,Service Comment,Product Rating,Product Comment,Product Attributes',
    optional: 'Email,Sale Date,Product Attributes',
    row: {
      ...{ Name: 'Ada P.', Email: 'ada@example.test', 'Sale Date': '01/03/2024', 'Feedback Date': '05/03/2024' },
      ...{ 'Product Id': 'pole-cam', 'Service Rating': '3', 'Service Comment': 'Slow.', 'Product Rating': '5' },
      'Product Comment': TEXT,
    },
    hidden: [[{ 'Feedback Date': '12/25/2023' }, 'date-invalid']],
    layout: 'feefo',
    review: { source: 'feefo', product: 'pole-cam', author: 'Ada P.', rating: 5, date: '2024-03-05' },
  },
  'Amazon 2015': {
    header:
      'marketplace\tcustomer_id\treview_id\tproduct_id\tproduct_parent\tproduct_title\tproduct_category\tstar_rating\thelpful_votes\ttotal_votes\tvine\tverified_purchase\treview_headline\treview_body\treview_date',
    row: {
      ...{ marketplace: 'US', customer_id: '1201', review_id: 'RA1', product_id: 'B0CAM', product_parent: '77' },
      ...{ product_title: 'Pole Cam 19"', star_rating: '5', vine: 'N', verified_purchase: 'Y' },
      ...{ review_headline: '"Rainproof', review_body: TEXT, review_date: '2014-11-30' },
    },
    layout: 'amazon-2015',
    review: {
      source: 'amazon',
      externalId: 'RA1',
      product: 'B0CAM',
      title: '"Rainproof',
      verified: true,
      date: '2014-11-30',
    },
  },
  'Amazon, scraped': {
    header: 'Score,Title,Helpful,Date,Comment',
    row: {
      ...{ Score: '4.0 out of 5 stars', Title: 'Rainproof', Helpful: '2 people found this helpful', Comment: TEXT },
      Date: 'Reviewed in Belgium on 30 November 2024',
    },
    layout: 'amazon-scrape',
    review: { source: 'amazon', product: 'cam', rating: 4, title: 'Rainproof', date: '2024-11-30' },
  },
  generic: {
    header: 'id,product,stars,headline,comment,customer_name,date',
    optional: 'id,headline,customer_name,date',
    row: {
      id: '4',
      product: 'pole-cam',
      stars: '★★★★☆',
      headline: 'Rainproof',
      comment: TEXT,
      customer_name: 'Ada P.',
      date: '2024-11-30',
    },
    layout: 'generic',
    review: { source: 'import', product: 'pole-cam', rating: 4 },
  },
};

const separator = (header: string) => (header.includes('\t') ? '\t' : ',');
const cell = (text: string, delimiter: string) =>
  delimiter === ',' && /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const file = (names: readonly string[], rows: readonly Example['row'][], delimiter: string) =>
  [names, ...rows.map((row) => names.map((name) => cell(row[name] ?? '', delimiter)))]
    .map((cells) => cells.join(delimiter))
    .join('\n');

/** Product of the caller only where the layout has none. */
const options = (layout: string) => (layout === 'amazon-scrape' ? {} : { product: undefined });

describe.each(Object.entries(EXAMPLES))('%s', (_name, { header, optional, row, hidden = [], layout, review }) => {
  const delimiter = separator(header);
  const names = header.split(delimiter);

  it('is known by its documented header, and read', async () => {
    const read = await readAll(file(names, [row], delimiter), options(layout));
    expect(read.faults).toEqual([]);
    expect(read.layout).toBe(layout);
    expect(read.items).toMatchObject([{ kind: 'review', line: 2, review: { text: TEXT, ...review } }]);
    expect(JSON.stringify(read.items)).not.toMatch(/@example\.test|192\.0\.2/);
  });

  it('is known with its columns in another order, and one more', async () => {
    const shuffled = [...names.slice(3).reverse(), 'Extra Column', ...names.slice(0, 3)];
    const { items } = await readAll(file(shuffled, [row], delimiter), options(layout));
    expect(items).toMatchObject([{ review: { text: TEXT, ...review } }]);
  });

  it('keeps hidden rows out, names why, and hands them back without addresses', async () => {
    const rows = [row, ...hidden.map(([cells]) => ({ ...row, ...cells })), row];
    const { texts, items } = await readAll(file(names, rows, delimiter), options(layout));
    expect(texts).toHaveLength(2);
    const rejects = items.flatMap((item) => (item.kind === 'reject' ? [item] : []));
    expect(rejects.map(({ reject }) => reject.code)).toEqual(hidden.map(([, code]) => code));
    for (const { row: cells } of rejects) expect(cells?.columns).toEqual(names);
    expect(JSON.stringify(rejects)).not.toMatch(/@example\.test|192\.0\.2/);
  });

  it.skipIf(optional === undefined)('is known without its optional columns', async () => {
    const needed = names.filter((name) => !optional!.split(',').includes(name));
    const read = await readAll(file(needed, [row], delimiter), options(layout));
    expect(read).toMatchObject({ layout, faults: [], texts: [TEXT] });
  });
});

it('takes the service review of a Feefo row that has no other', async () => {
  const { header, row } = EXAMPLES['Feefo']!;
  const names = header.split(',');
  const { items } = await readAll(file(names, [{ ...row, 'Product Comment': ' ', 'Product Rating': '' }], ','));
  expect(items).toMatchObject([{ review: { text: 'Slow.', rating: 3, product: 'pole-cam' } }]);
});

it('falls back to the product id in rows that have no handle', async () => {
  const { header, row } = EXAMPLES['Judge.me import']!;
  const { items } = await readAll(file(header.split(','), [{ ...row, product_handle: '' }], ','));
  expect(items).toMatchObject([{ review: { product: '881' } }]);
});

it('does not take a mail address for a name', async () => {
  const { items } = await readAll('text,author\na,ada@example.test\nb,Ada (ada@example.test)\n');
  expect(items).toMatchObject([{ review: { text: 'a' } }, { review: { author: 'Ada ([e-mail])' } }]);
  expect(items[0]).not.toHaveProperty('review.author', expect.anything());
});

it('names the source of the caller, of the row, of the layout, in this order from last to first', async () => {
  const { header, row } = EXAMPLES['Loox import']!;
  const names = header.split(',');
  const { items } = await readAll(file(names, [row], ','), { source: 'archive' });
  expect(items).toMatchObject([{ review: { source: 'archive' } }]);
  const named = await readAll('text,source\na,shop\n', { source: 'archive' });
  expect(named.items).toMatchObject([{ review: { source: 'shop' } }]);
});

describe('Amazon 2023, an object a line', () => {
  const row = {
    ...{ rating: 5.0, title: 'Rainproof', text: TEXT, images: [{ small_image_url: 'https://img.test/1.jpg' }] },
    ...{ asin: 'B0CAM', parent_asin: 'B0FAMILY', user_id: 'AEX', timestamp: 1588687728923 },
    ...{ helpful_vote: 0, verified_purchase: true },
  };
  const { text: _, ...textless } = row;

  it('is known by its keys', async () => {
    const { layout, items } = await readAll([row, textless, row].map((one) => JSON.stringify(one)).join('\n'), {
      product: undefined,
    });
    expect(layout).toBe('amazon-2023');
    const review = {
      source: 'amazon',
      product: 'B0CAM',
      author: 'AEX',
      verified: true,
      date: '2020-05-05T14:08:48.923Z',
    };
    expect(items).toMatchObject([{ review }, { reject: { code: 'text-missing', line: 2 } }, { review }]);
  });

  it('takes objects apart that a layout knows by dotted names', async () => {
    const okendo = {
      reviewId: 'r',
      productId: 'p',
      body: TEXT,
      rating: 4,
      dateCreated: '2024-11-30',
      reviewer: { name: 'Ada', email: 'ada@example.test' },
    };
    const { layout, items } = await readAll(JSON.stringify(okendo), { product: undefined });
    expect([layout, items]).toMatchObject(['okendo', [{ review: { author: 'Ada', externalId: 'r' } }]]);
  });

  it('refuses numbers that JSON cannot hold exactly', async () => {
    const { faults } = await readAll('{"id":12345678901234567890,"text":"a"}');
    expect(faults).toEqual(['1 external-id-invalid id']);
  });
});
