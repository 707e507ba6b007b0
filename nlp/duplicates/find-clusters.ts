import type { ComparedReview, FoundCluster, FoundPair } from '../compare.ts';
import { comparePrepared, fingerprintWords, type PreparedReview, prepareReview } from './compare-reviews.ts';

/** Members a bucket keeps: a template that a thousand reviews share must not make each of them a candidate. */
const BUCKET_MEMBERS = 40;
/** Candidates compared for one review, those that share most bands first. */
const MOST_CANDIDATES = 30;
/** Copies after which no more are looked for: a cluster needs no pair of every two. */
const ENOUGH_LINKS = 8;
/** Up to this many equal texts, every two are a pair; beyond, each is paired with the first. */
const SMALL_GROUP = 8;

type Input = ComparedReview & { id: string };

/** Sets that merge (Tarjan 1975); the earliest member stands for its set. */
class Sets {
  readonly #parent: number[];
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }
  find(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    for (let at = member; at !== root; ) {
      const next = this.#parent[at]!;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }
  merge(a: number, b: number): void {
    const left = this.find(a);
    const right = this.find(b);
    this.#parent[Math.max(left, right)] = Math.min(left, right);
  }
}

/** The reviews of a band: the only one by itself, so that the many bands of one review cost no list each. */
type Buckets = Map<number, number | number[]>;

/** Candidates of a review by the bands they share with it, most first, the earlier before the later. */
const candidatesOf = (bands: readonly number[], buckets: Buckets): number[] => {
  const shared = new Map<number, number>();
  const count = (other: number): void => {
    shared.set(other, (shared.get(other) ?? 0) + 1);
  };
  for (const band of bands) {
    const members = buckets.get(band);
    if (typeof members === 'number') count(members);
    else members?.forEach(count);
  }
  return [...shared]
    .sort(([a, more], [b, fewer]) => fewer - more || a - b)
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other);
};

const fillBuckets = (bands: readonly number[], at: number, buckets: Buckets): void => {
  for (const band of bands) {
    const members = buckets.get(band);
    if (members === undefined) buckets.set(band, at);
    else if (typeof members === 'number') buckets.set(band, [members, at]);
    else if (members.length < BUCKET_MEMBERS) members.push(at);
  }
};

interface Link {
  a: number;
  b: number;
  pair: FoundPair;
}

/** Finds the pairs; cost grows with the number of reviews, whatever the size of their groups. */
const findLinks = (reviews: readonly Input[]): Link[] => {
  const prepared: PreparedReview[] = reviews.map(prepareReview);
  const links: Link[] = [];
  const link = (a: number, b: number): boolean => {
    const found = comparePrepared(prepared[a]!, prepared[b]!);
    if (found) links.push({ a, b, pair: { a: reviews[a]!.id, b: reviews[b]!.id, ...found } });
    return found !== undefined;
  };
  const buckets: Buckets = new Map();
  const equals = new Map<string, { members: number[]; size: number }>();
  prepared.forEach(({ words, review }, at) => {
    const { exact, bands, generic } = fingerprintWords(words);
    const key = generic ? `${exact} ${review.author?.trim().toLowerCase() ?? ''}` : exact;
    const group = equals.get(key);
    if (group) {
      for (const other of group.size <= SMALL_GROUP ? group.members : group.members.slice(0, 1)) link(other, at);
      if (group.members.length < SMALL_GROUP) group.members.push(at);
      group.size += 1;
      return;
    }
    equals.set(key, { members: [at], size: 1 });
    let found = 0;
    for (const other of candidatesOf(bands, buckets)) {
      if (found === ENOUGH_LINKS) break;
      if (link(other, at)) found += 1;
    }
    fillBuckets(bands, at, buckets);
  });
  return links;
};

/** All clusters of copies among the reviews, with their pairs, both in the order of the input. */
export function findClusters(reviews: readonly Input[]): FoundCluster[] {
  const links = findLinks(reviews);
  const sets = new Sets(reviews.length);
  for (const { a, b } of links) sets.merge(a, b);
  const clusters = new Map<number, { members: Set<number>; pairs: FoundPair[] }>();
  for (const { a, b, pair } of links.toSorted((x, y) => x.a - y.a || x.b - y.b)) {
    const root = sets.find(a);
    const cluster = clusters.get(root) ?? { members: new Set(), pairs: [] };
    cluster.members.add(a).add(b);
    cluster.pairs.push(pair);
    clusters.set(root, cluster);
  }
  return [...clusters]
    .sort(([a], [b]) => a - b)
    .map(([, { members, pairs }]) => ({
      members: [...members].sort((a, b) => a - b).map((at) => reviews[at]!.id),
      pairs,
    }));
}
