import type { ComparedReview, FoundCluster, FoundPair } from '../compare.ts';
import { createCopyIndex } from './copy-index.ts';

type Input = ComparedReview & { id: string };

/** Sets that merge (Tarjan 1975); the earliest member stands for its set. */
class Sets {
  readonly #parent: Int32Array;
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
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

interface Link {
  a: number;
  b: number;
  pair: FoundPair;
}

/** Finds the pairs; cost grows with the number of reviews, whatever the size of their groups. */
const findLinks = (reviews: readonly Input[]): Link[] => {
  const index = createCopyIndex();
  const links: Link[] = [];
  reviews.forEach((review, b) => {
    for (const { of: a, comparison } of index.add(review))
      links.push({ a, b, pair: { a: reviews[a]!.id, b: review.id, ...comparison } });
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
