import type { ComparedReview, Comparison } from '../compare.ts';
import type { FoundCluster, FoundPair } from '../find-duplicates.ts';
import { createCopyIndex } from './copy-index.ts';
import { findParaphrases } from './paraphrase/find-paraphrases.ts';

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

const toLink = (reviews: readonly Input[], a: number, b: number, comparison: Comparison): Link => ({
  a,
  b,
  pair: { a: reviews[a]!.id, b: reviews[b]!.id, ...comparison },
});

const connect = (reviews: readonly Input[], links: readonly Link[]): Sets => {
  const sets = new Sets(reviews.length);
  for (const { a, b } of links) sets.merge(a, b);
  return sets;
};

/** Finds exact and edited copies; cost grows with the number of reviews, whatever the size of their groups. */
const findLinks = (reviews: readonly Input[]): Link[] => {
  const index = createCopyIndex();
  return reviews.flatMap((review, b) =>
    index.add(review).map(({ of, comparison }) => toLink(reviews, of, b, comparison)),
  );
};

/** Finds rewordings among reviews that are not connected by copies. */
const findReworded = (reviews: readonly Input[], links: readonly Link[]): Link[] => {
  const copies = connect(reviews, links);
  const equal = new Set(links.filter(({ pair }) => pair.kind === 'exact').map(({ b }) => b));
  const found = findParaphrases(reviews, (a, b) => copies.find(a) === copies.find(b), equal);
  return found.map(({ a, b, comparison }) => toLink(reviews, a, b, comparison));
};

/** All clusters of copies among the reviews, with their pairs, both in the order of the input. */
export function findClusters(reviews: readonly Input[], options: { paraphrases: boolean }): FoundCluster[] {
  const copies = findLinks(reviews);
  const links = options.paraphrases ? [...copies, ...findReworded(reviews, copies)] : copies;
  const sets = connect(reviews, links);
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
