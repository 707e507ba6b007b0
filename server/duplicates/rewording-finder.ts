import type { ContentPool, ReadMeaning } from '../analysis/content-pool.ts';
import type { CopyCandidate } from '../reviews/copy-keys-store.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { pairId, type StoredPair } from './cluster-model.ts';
import type { ClusterStore } from './cluster-store.ts';
import { toCompared } from './copy-finder.ts';
import { makePair } from './make-pair.ts';
import type { MeaningStore } from './meaning-store.ts';
import { readProductMeanings } from './meaning-table.ts';

/** Paraphrases of one review, the best: more of them connect it no better. */
const MAX_PAIRS = 3;

export interface RewordingDeps {
  reviews: Pick<ReviewStore, 'candidatesByIds'>;
  meanings: Pick<MeaningStore, 'put' | 'drop' | 'ofProduct'>;
  clusters: Pick<ClusterStore, 'kindsOfPairs'>;
  content: ContentPool;
}

/** @param signal breaks it off between two steps, with nothing lost but the time */
export type FindRewordings = (batch: readonly CopyCandidate[], signal?: AbortSignal) => Promise<StoredPair[]>;

interface Asked {
  review: CopyCandidate;
  meaning: ReadMeaning;
}

/** Stored reviews of the same meaning, any of which would do. */
interface Neighbours {
  of: CopyCandidate;
  /** Best first. */
  groups: readonly (readonly number[])[];
  crowd: number;
}

interface Candidate {
  of: CopyCandidate;
  other: CopyCandidate;
  crowd: number;
}

/**
 * Finds what reviews of the same product tell in other words. The meanings of the batch are stored first, acknowledged
 * by a majority, and only then is anything looked up: of two servers that look at two paraphrases at the same moment,
 * the later one to store sees both.
 */
export function createRewordingFinder({ reviews, meanings, clusters, content }: RewordingDeps): FindRewordings {
  return async (batch, signal) => {
    const mark = await content.readMark();
    const asked = await storeMeanings(batch, mark, signal);
    const neighbours: Neighbours[] = [];
    for (const [product, some] of groupByProduct(asked))
      neighbours.push(...(await near({ product, mark, asked: some }, signal)));
    const { candidates, knownParaphrases } = await candidatesAmong(neighbours);
    const compared = await content.compare(
      candidates.map(({ of, other, crowd }) => ({ a: toCompared(other), b: toCompared(of), crowd })),
      signal,
    );
    const found = new Map<number, StoredPair[]>();
    for (const [at, { of, other }] of candidates.entries()) {
      const comparison = compared[at];
      if (!comparison) continue;
      const pair = makePair(other, of, { ...comparison, isViaRemoved: false });
      found.set(of._id, [...(found.get(of._id) ?? []), pair]);
    }
    const best = [...found].flatMap(([id, pairs]) =>
      pairs
        .sort((x, y) => y.score - x.score || x.a - y.a)
        .slice(0, Math.max(0, MAX_PAIRS - (knownParaphrases.get(id) ?? 0))),
    );
    return [...new Map(best.map((pair) => [pair._id, pair])).values()];
  };

  /** Those that can have paraphrases, their meanings stored. */
  async function storeMeanings(
    batch: readonly CopyCandidate[],
    mark: string,
    signal: AbortSignal | undefined,
  ): Promise<Asked[]> {
    const read = await content.readMeanings(
      batch.map(({ text }) => text),
      signal,
    );
    const telling = batch.flatMap((review, at): Asked[] => {
      const meaning = read[at];
      return meaning ? [{ review, meaning }] : [];
    });
    await meanings.put(
      telling.map(({ review: { _id, product, version }, meaning: { topics, vector } }) => ({
        ...{ _id, product, version },
        ...{ topics, vector, mark },
      })),
    );
    await meanings.drop(batch.filter((_, at) => !read[at]).map(({ _id }) => _id));
    return telling.filter(({ review }) => review.status !== 'removed');
  }

  async function near(
    { product, mark, asked }: { product: string; mark: string; asked: readonly Asked[] },
    signal: AbortSignal | undefined,
  ) {
    const { table, ids, rowOf, isFew } = await readProductMeanings(meanings, {
      ...{ product, mark },
      asked: asked.map(({ meaning }) => meaning),
    });
    const scanned = await content.scan(
      {
        table,
        asked: asked.map(({ meaning: { vector, asks } }) => ({
          vector,
          row: rowOf(vector),
          asks: isFew ? null : asks,
        })),
      },
      signal,
    );
    return scanned.map(({ rows, crowd }, at): Neighbours => {
      const { review } = asked[at] as Asked;
      return { of: review, groups: rows.map((row) => ids[row] as number[]), crowd };
    });
  }

  /** Pairs worth comparing: both not removed, and not paired yet, whatever became of that pair. */
  async function candidatesAmong(neighbours: readonly Neighbours[]) {
    const ids = [...new Set(neighbours.flatMap(({ groups }) => groups.flat()))];
    const others = new Map((await reviews.candidatesByIds(ids)).map((review) => [review._id, review]));
    const kinds = await clusters.kindsOfPairs(
      neighbours.flatMap(({ of, groups }) => groups.flat().map((id) => pairId(of._id, id))),
    );
    const candidates = new Map<string, Candidate>();
    const knownParaphrases = new Map<number, number>();
    for (const { of, groups, crowd } of neighbours) {
      for (const group of groups) {
        const known = group.map((id) => kinds.get(pairId(of._id, id))).filter((kind) => kind !== undefined);
        if (known.includes('paraphrase')) knownParaphrases.set(of._id, (knownParaphrases.get(of._id) ?? 0) + 1);
        if (known.length > 0) continue;
        const other = group.map((id) => others.get(id)).find((review) => isComparable(review, of.product));
        const id = other && pairId(of._id, other._id);
        // Of two in one batch the later one's neighbourhood counts, as if they had come one by one.
        if (id && (!candidates.has(id) || of._id > other._id)) candidates.set(id, { of, other, crowd });
      }
    }
    return { candidates: [...candidates.values()], knownParaphrases };
  }
}

/** A meaning may be older than its review: what stands in the review counts. */
const isComparable = (review: CopyCandidate | undefined, product: string) =>
  review !== undefined && review.status !== 'removed' && review.product === product;

function groupByProduct(asked: readonly Asked[]): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    const group = groups.get(one.review.product);
    if (group) group.push(one);
    else groups.set(one.review.product, [one]);
  }
  return groups;
}
