import { type ClusterFacts, factsOf, joinFacts, type Member } from './cluster-facts.ts';
import type { ClusterRelation, CopyKind, Evidence, StoredCluster } from './cluster-model.ts';
import { signalsOf, suggestReason } from './tell-cluster.ts';

const kindOrder: readonly CopyKind[] = ['exact', 'near', 'paraphrase'];

/** What is stored of a cluster besides its id, state and times. */
export type ClusterSum = Pick<
  StoredCluster,
  | 'size'
  | 'kind'
  | 'kinds'
  | 'relation'
  | 'products'
  | 'sources'
  | 'signals'
  | 'reason'
  | 'survivor'
  | 'facts'
  | 'evidence'
>;

const relationOf = ({ products, sources }: ClusterFacts): ClusterRelation =>
  products.length > 1 ? 'variant' : sources.length > 1 ? 'syndicated' : 'same';

/** The strongest pair with the survivor, or of all where it has none; of equals the one with the oldest reviews. */
function strongest(pairs: readonly Evidence[], survivor: number): Evidence | null {
  const isOwn = (pair: Evidence) => Number(pair.a === survivor || pair.b === survivor);
  let best: Evidence | null = null;
  for (const pair of pairs) {
    const order = best ? isOwn(pair) - isOwn(best) || pair.score - best.score || best.a - pair.a || best.b - pair.b : 1;
    if (order > 0) best = pair;
  }
  return best && { a: best.a, b: best.b, kind: best.kind, score: best.score, reasons: best.reasons };
}

/** Joined in pairs, so that each is copied a few times only, however many there are. */
function joinAll(all: readonly ClusterFacts[]): ClusterFacts {
  const [first, second] = all;
  if (!first) throw new Error('A cluster has members.');
  if (!second) return first;
  const middle = all.length >> 1;
  return joinFacts(joinAll(all.slice(0, middle)), joinAll(all.slice(middle)));
}

/**
 * The sum of parts that pairs connect: single reviews, and clusters that were summed before. Summing the parts or all
 * their members gives the same, but for which pair is the evidence among equals.
 */
export function sumCluster(parts: {
  members: Iterable<Member>;
  clusters: readonly Pick<StoredCluster, 'facts' | 'kinds' | 'evidence'>[];
  pairs: readonly Evidence[];
}): ClusterSum {
  const facts = joinAll([...[...parts.members].map(factsOf), ...parts.clusters.map((cluster) => cluster.facts)]);
  const found = new Set([
    ...parts.clusters.flatMap((cluster) => cluster.kinds),
    ...parts.pairs.map(({ kind }) => kind),
  ]);
  const kinds = kindOrder.filter((kind) => found.has(kind));
  const known = parts.clusters.map((cluster) => cluster.evidence).filter((pair) => pair !== null);
  const kind = kinds[0] ?? 'near';
  const relation = relationOf(facts);
  return {
    size: facts.size,
    kind,
    kinds,
    relation,
    products: facts.products,
    sources: facts.sources,
    signals: signalsOf({ facts, kind }),
    reason: suggestReason({ relation, kind }),
    survivor: facts.best.id,
    facts,
    evidence: strongest([...known, ...parts.pairs], facts.best.id),
  };
}
