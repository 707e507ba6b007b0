import { compare } from '../../nlp/compare.ts';
import type { TaggedReview } from '../../nlp/paraphrase.ts';
import type { CopyCandidate } from '../reviews/copy-keys-store.ts';
import type { Polarity, StoredReview } from '../reviews/review-model.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import { featuresOfTags } from '../reviews/right-tags.ts';
import { type BandLookup, createBandLookup } from './band-lookup.ts';
import type { StoredPair } from './cluster-model.ts';
import { makePair, standingFor } from './make-pair.ts';

/** Candidates that one review is compared with: very common wording must not blow up. */
const MAX_COMPARED = 30;
/** Of these, those that share one key only, the rarest: 0.4 % of edited copies do, and the more is stored, the more others. */
const MAX_WEAK = 6;
/** Stands for the number of holders of a key that has more than are looked at. */
const COMMON = 1000;
/** Pairs kept of one review: enough to connect it, however many copies there are. */
const MAX_PAIRS = 4;
/** Copies after which no more are looked for: candidates come with the likeliest first. */
const ENOUGH_FOUND = 6;

export interface FinderDeps {
  reviews: Pick<ReviewStore, 'holdersOfExact' | 'holdersOfBands' | 'oldestHoldersOfEach' | 'candidatesByIds'>;
}

/** A stored review that was just taken in, with the look-up keys of its text. */
export interface LookedUp {
  review: CopyCandidate;
  bands: readonly number[];
  generic: boolean;
}

/** A review that is not stored, for a preview. */
type Unstored = CopyCandidate & Pick<StoredReview, 'bands'>;

export type FindCopies = (reviews: readonly LookedUp[], among?: readonly Unstored[]) => Promise<StoredPair[]>;

const compared = new WeakMap<CopyCandidate, TaggedReview>();

/** The same candidate is compared with many reviews of a batch. */
export function toCompared(review: CopyCandidate): TaggedReview {
  const known = compared.get(review);
  if (known) return known;
  const { text, title, product, author, tags } = review;
  let features: Record<string, Polarity> | undefined;
  const read = {
    ...{ text, product, title: title ?? undefined, author: author ?? undefined },
    // Most candidates are refused before anybody asks what they judge.
    get features() {
      features ??= featuresOfTags(tags);
      return features;
    },
  };
  compared.set(review, read);
  return read;
}

const kindRank = { exact: 0, near: 1, paraphrase: 2 } as const;

/**
 * Looks the copies of stored reviews up among all that is stored: by the hash of the folded text and by shared bands,
 * both indexed, then compared word by word. Each pair of the batch is found once.
 */
export function createCopyFinder({ reviews }: FinderDeps): FindCopies {
  const lookup = createBandLookup(reviews);

  return async (batch, among = []) => {
    const own = new Set(batch.map(({ review }) => review._id));
    const ranked = await rankCandidates(batch, among);
    const known = new Map([...among, ...batch.map(({ review }) => review)].map((review) => [review._id, review]));
    const wanted = [...new Set([...ranked.values()].flat())].filter((id) => !known.has(id));
    for (const candidate of await reviews.candidatesByIds(wanted)) known.set(candidate._id, candidate);
    const read = async (id: number) => {
      const review = known.get(id) ?? (await reviews.candidatesByIds([id]))[0];
      if (review) known.set(id, review);
      return review;
    };

    const pairs = new Map<string, StoredPair>();
    for (const { review } of batch) {
      const nearest = (ranked.get(review._id) ?? [])
        .filter((id) => id !== review._id && !(own.has(id) && id > review._id))
        .map((id) => known.get(id))
        .filter((candidate) => candidate !== undefined);
      const found = await comparedWith(review, nearest, read);
      for (const pair of found.slice(0, MAX_PAIRS)) pairs.set(pair._id, pair);
    }
    return [...pairs.values()];
  };

  /** Ids of candidates by review, the likeliest first. */
  async function rankCandidates(batch: readonly LookedUp[], among: readonly Unstored[]) {
    const exacts = batch.filter((entry) => !entry.generic).map((entry) => entry.review.exact);
    const [sameText, byBand] = await Promise.all([
      reviews.holdersOfExact(exacts),
      lookup.find(batch.map((entry) => entry.bands)),
    ]);
    const asked = new Set(batch.flatMap((entry) => entry.bands));
    for (const { _id, bands } of among) {
      for (const band of bands) if (asked.has(band)) byBand.set(band, [...(byBand.get(band) ?? []), _id]);
    }
    for (const { _id, exact } of among) sameText.set(exact, [...(sameText.get(exact) ?? []), _id]);
    return new Map(
      batch.map((entry) => {
        const same = entry.generic ? [] : (sameText.get(entry.review.exact) ?? []);
        return [entry.review._id, rank({ entry, same, byBand, isCommon: lookup.isCommon })];
      }),
    );
  }
}

/** Copies among the candidates, the closest first. */
async function comparedWith(
  review: CopyCandidate,
  candidates: readonly CopyCandidate[],
  read: (id: number) => Promise<CopyCandidate | undefined>,
): Promise<StoredPair[]> {
  const found = new Map<string, StoredPair>();
  for (const candidate of candidates) {
    if (found.size >= ENOUGH_FOUND) break;
    const comparison = compare(toCompared(candidate), toCompared(review));
    const target = comparison && (await standingFor(candidate, read));
    if (!target || target._id === review._id) continue;
    const pair = makePair(target, review, { ...comparison, isViaRemoved: target !== candidate });
    if (!found.has(pair._id)) found.set(pair._id, pair);
  }
  return [...found.values()].sort((x, y) => kindRank[x.kind] - kindRank[y.kind] || y.score - x.score || x.a - y.a);
}

/** Candidates of one review: the same folded text first, then by how many bands they share, then by how rare these are, then the oldest. */
function rank(request: {
  entry: LookedUp;
  same: readonly number[];
  byBand: ReadonlyMap<number, readonly number[]>;
  isCommon: BandLookup['isCommon'];
}): number[] {
  const { entry, same, byBand, isCommon } = request;
  const shared = new Map<number, number>(same.map((id) => [id, Number.POSITIVE_INFINITY]));
  /** Holders of the rarest key that a candidate shares. */
  const rarity = new Map<number, number>();
  for (const band of entry.bands) {
    const holders = byBand.get(band) ?? [];
    for (const id of holders) {
      shared.set(id, (shared.get(id) ?? 0) + 1);
      rarity.set(id, Math.min(rarity.get(id) ?? Number.POSITIVE_INFINITY, isCommon(band) ? COMMON : holders.length));
    }
  }
  const rarityOf = (id: number) => rarity.get(id) ?? 0;
  let weak = 0;
  return [...shared]
    .sort(([x, n], [y, m]) => (m === n ? rarityOf(x) - rarityOf(y) || x - y : m - n))
    .filter(([, count]) => count > 1 || weak++ < MAX_WEAK)
    .slice(0, MAX_COMPARED + 1)
    .map(([id]) => id);
}
