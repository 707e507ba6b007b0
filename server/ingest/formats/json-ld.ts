import { isObject, type JsonObject } from './json-row.ts';
import { type MarkedReview, PRODUCT_TYPE, REVIEW_TYPE, scaleMarked, typeName } from './marked-review.ts';

/** Deepest nest that is looked into. */
const MAX_DEPTH = 40;

interface FoundNode {
  node: JsonObject;
  product: JsonObject | undefined;
}

/** What the scripts of a page hold. */
interface Graph {
  reviews: FoundNode[];
  products: JsonObject[];
  byId: Map<string, JsonObject>;
}

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const hasType = (node: JsonObject, wanted: RegExp): boolean =>
  asList(node['@type']).some((type) => typeof type === 'string' && wanted.test(typeName(type)));

/** The text of a value: of a list the first, of an object its value or its name. */
const textOf = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (depth > 3) return undefined;
  if (Array.isArray(value)) return textOf(value[0], depth + 1);
  return isObject(value) ? textOf(value['@value'] ?? value['name'], depth + 1) : undefined;
};

const collect = (value: unknown, product: JsonObject | undefined, graph: Graph, depth = 0): void => {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) for (const entry of value) collect(entry, product, graph, depth + 1);
  if (!isObject(value)) return;
  const id = value['@id'];
  const isReview = hasType(value, REVIEW_TYPE) || typeof value['reviewBody'] === 'string';
  const isProduct = hasType(value, PRODUCT_TYPE);
  if (typeof id === 'string' && Object.keys(value).length > 1) graph.byId.set(id, value);
  if (isReview) graph.reviews.push({ node: value, product });
  if (isProduct && Object.keys(value).some((key) => key !== '@id' && key !== '@type')) graph.products.push(value);
  for (const inner of Object.values(value)) collect(inner, isProduct ? value : product, graph, depth + 1);
};

/** The product's number in the shop, else its name. */
const productName = (node: JsonObject | undefined): string | undefined =>
  node && (textOf(node['sku']) || textOf(node['name']) || undefined);

const reviewedBy = (node: JsonObject, graph: Graph): JsonObject | undefined => {
  const item = asList(node['itemReviewed'])[0];
  if (!isObject(item)) return undefined;
  const id = item['@id'];
  return (typeof id === 'string' ? graph.byId.get(id) : undefined) ?? item;
};

const toReview = ({ node, product }: FoundNode, graph: Graph): MarkedReview => {
  const [only, another] = graph.products;
  const item = reviewedBy(node, graph);
  const rating = asList(node['reviewRating'])[0];
  const scale = isObject(rating) ? rating : { ratingValue: rating };
  return {
    product: productName(item) ?? productName(product) ?? (another ? undefined : productName(only)),
    title: textOf(node['headline']) ?? textOf(node['name']),
    text: textOf(node['reviewBody']) ?? textOf(node['description']),
    rating: scaleMarked(textOf(scale['ratingValue']), textOf(scale['worstRating']), textOf(scale['bestRating'])),
    author: textOf(node['author']),
    date: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
  };
};

const parse = (script: string): unknown => {
  try {
    return JSON.parse(script);
  } catch {
    return undefined; // a broken script says nothing; the page is still there to be read
  }
};

/**
 * The reviews in a page's JSON-LD scripts: `Review` objects wherever they stand, with the product they stand in, are
 * about, or that is the page's only one. A script that repeats reviews of an earlier one adds none.
 */
export function readJsonLd(scripts: readonly string[]): MarkedReview[] {
  const graph: Graph = { reviews: [], products: [], byId: new Map() };
  const ends: number[] = [];
  for (const script of scripts) {
    collect(parse(script), undefined, graph);
    ends.push(graph.reviews.length);
  }
  const all = graph.reviews.map((found) => toReview(found, graph));
  const earlier = new Set<string>();
  return ends.flatMap((end, index) => {
    const ofScript = all.slice(index === 0 ? 0 : ends[index - 1], end);
    const fresh = ofScript.filter((review) => !earlier.has(JSON.stringify(review)));
    for (const review of ofScript) earlier.add(JSON.stringify(review));
    return fresh;
  });
}
