import type { ReviewStore } from '../reviews/review-store.ts';

/** Holders of one band that are looked at, the oldest: more of them would be copies of the same reviews. */
const MAX_HOLDERS = 12;
/** Common bands of one review that are looked at, the last, which are the rarest of them. */
const MAX_COMMON = 6;
/** Bands of a few reviews: these are read one by one at once, as little time is to be gained. */
const FEW_BANDS = 100;
/** Common bands that are remembered with their holders: some 20 MB. */
const MAX_REMEMBERED = 100_000;

export interface BandLookup {
  /** Holders of the bands of some reviews: band → ids, the oldest. */
  find: (reviews: readonly (readonly number[])[]) => Promise<Map<number, number[]>>;
  isCommon: (band: number) => boolean;
}

/**
 * Looks bands up so that the cost goes with how many reviews ask, whatever the database holds: from the index alone,
 * and of a band that many hold only the oldest, which stay the same and are remembered from then on. What is remembered
 * of a review that changes since is compared, and refused.
 */
export function createBandLookup(reviews: Pick<ReviewStore, 'holdersOfBands' | 'oldestHoldersOfEach'>): BandLookup {
  const common = new Map<number, number[]>();

  /**
   * Reviews hold one band of a place in the list, so that a read of bands of one place misses none that a review holds
   * besides.
   */
  const readByPlace = async (lists: readonly (readonly number[])[]): Promise<Map<number, number[]>> => {
    const found = new Map<number, number[]>();
    const places = Math.max(0, ...lists.map((bands) => bands.length));
    for (let place = 0; place < places; place += 1) {
      const bands = new Set(lists.flatMap((list) => list.slice(place, place + 1)));
      const unknown = [...bands].filter((band) => !common.has(band) && !found.has(band));
      for (const [band, ids] of await reviews.holdersOfBands(unknown, MAX_HOLDERS + 1)) found.set(band, ids);
    }
    return found;
  };

  const read = async (lists: readonly (readonly number[])[]): Promise<Map<number, number[]>> => {
    const unknown = [...new Set(lists.flat())].filter((band) => !common.has(band));
    if (unknown.length > FEW_BANDS) return readByPlace(lists);
    return unknown.length > 0 ? reviews.oldestHoldersOfEach(unknown, MAX_HOLDERS + 1) : new Map();
  };

  const remember = (band: number, ids: number[]) => {
    common.set(band, ids);
    for (const oldest of common.keys()) {
      if (common.size <= MAX_REMEMBERED) break;
      common.delete(oldest);
    }
  };

  return {
    isCommon: (band) => common.has(band),
    async find(lists) {
      const found = new Map<number, number[]>();
      for (const bands of lists)
        for (const band of bands.filter((one) => common.has(one)).slice(-MAX_COMMON))
          found.set(band, common.get(band) as number[]);
      for (const [band, ids] of await read(lists)) {
        const oldest = ids.slice(0, MAX_HOLDERS);
        if (ids.length > MAX_HOLDERS) remember(band, oldest);
        found.set(band, oldest);
      }
      return found;
    },
  };
}
