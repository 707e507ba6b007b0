import type { BandHolder, ReviewStore } from '../reviews/review-store.ts';

/** Holders of one band that are looked at, the oldest: more of them would be copies of the same reviews. */
const MAX_HOLDERS = 12;
/** Common bands of one review that are looked at, the last, which are the rarest of them. */
const MAX_COMMON = 6;
/** Bands of a few reviews: these are read one by one at once, as little time is to be gained. */
const FEW_BANDS = 100;
/** Bands of one read. */
const BANDS_A_READ = 1000;
/** Rows that one read brings up for each of its bands; where there are more, each band is read to a limit of its own. */
const ROWS_A_BAND = 4;
/** Bands remembered as common. */
const MAX_REMEMBERED = 300_000;

export interface BandLookup {
  /** Holders of the bands of some reviews: band → ids, the oldest. */
  find: (reviews: readonly (readonly number[])[]) => Promise<Map<number, number[]>>;
  isCommon: (band: number) => boolean;
}

/**
 * Looks bands up so that the cost goes with how many reviews ask, whatever the database holds. Bands that few hold are
 * read together, which is cheapest. The more is stored, the more bands many hold; then each is read to a limit of its
 * own. Bands found to be common are remembered, and of those only a few are asked for again.
 */
export function createBandLookup(reviews: Pick<ReviewStore, 'holdersOfBands' | 'oldestHoldersOfEach'>): BandLookup {
  const common = new Set<number>();

  /** All holders of the bands; undefined when there are too many. */
  const readTogether = async (bands: readonly number[]): Promise<Map<number, number[]> | undefined> => {
    const limit = bands.length * ROWS_A_BAND;
    const rows = await reviews.holdersOfBands(bands, limit);
    return rows.length < limit ? holdersByBand(rows, new Set(bands)) : undefined;
  };

  /** Holders of each band: all, or so many that it shows that the band is common. */
  const read = async (bands: readonly number[]): Promise<Map<number, number[]>> => {
    const found = new Map<number, number[]>();
    let isCrowded = bands.length <= FEW_BANDS;
    for (let at = 0; at < bands.length; at += BANDS_A_READ) {
      const part = bands.slice(at, at + BANDS_A_READ);
      const together: Map<number, number[]> | undefined = isCrowded ? undefined : await readTogether(part);
      isCrowded = together === undefined;
      const holders = together ?? (await reviews.oldestHoldersOfEach(part, MAX_HOLDERS + 1));
      for (const [band, ids] of holders) found.set(band, ids);
    }
    return found;
  };

  const forget = () => {
    for (const oldest of common) {
      if (common.size <= MAX_REMEMBERED) break;
      common.delete(oldest);
    }
  };

  return {
    isCommon: (band) => common.has(band),
    async find(lists) {
      forget();
      const rare = new Set(lists.flatMap((bands) => bands.filter((band) => !common.has(band))));
      const often = new Set(lists.flatMap((bands) => bands.filter((band) => !rare.has(band)).slice(-MAX_COMMON)));
      const found =
        often.size > 0 ? await reviews.oldestHoldersOfEach([...often], MAX_HOLDERS) : new Map<number, number[]>();
      for (const [band, ids] of await read([...rare])) {
        if (ids.length > MAX_HOLDERS) common.add(band);
        found.set(band, ids.sort((x, y) => x - y).slice(0, MAX_HOLDERS));
      }
      return found;
    },
  };
}

function holdersByBand(rows: readonly BandHolder[], asked: ReadonlySet<number>): Map<number, number[]> {
  const holders = new Map<number, Set<number>>();
  for (const { _id, bands } of rows) {
    for (const band of bands) {
      if (!asked.has(band)) continue;
      const known = holders.get(band);
      if (known) known.add(_id);
      else holders.set(band, new Set([_id]));
    }
  }
  return new Map([...holders].map(([band, ids]) => [band, [...ids]]));
}
