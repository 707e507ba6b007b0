import type { BandHolder, ReviewStore } from '../reviews/review-store.ts';

/** Holders of one band that are looked at, the oldest: more of them would be copies of the same reviews. */
export const MAX_HOLDERS = 40;
/** Rows of one read; what is left out then is read apart. */
const MAX_ROWS = 10_000;
/** Bands remembered as common. */
const MAX_COMMON = 100_000;

export type FindHolders = (bands: Iterable<number>) => Promise<Map<number, BandHolder>>;

export interface BandLookup {
  /** Reviews that hold any of the bands; of a common band the oldest, of the others all. */
  find: FindHolders;
  isCommon: (band: number) => boolean;
}

/**
 * Looks bands up so that the cost goes with how many are asked for, whatever the database holds: a band that very many
 * reviews hold is read to a limit of its own, and takes nothing from the others. Which bands are common is learnt from
 * what reads bring up and remembered here; a server that knows nothing yet reads a little more, with the same result.
 */
export function createBandLookup(reviews: Pick<ReviewStore, 'holdersOfBands' | 'oldestHoldersOfEach'>): BandLookup {
  const common = new Set<number>();

  const learn = (rows: readonly BandHolder[], asked: ReadonlySet<number>) => {
    const counts = new Map<number, number>();
    for (const { bands } of rows) {
      for (const band of bands) if (asked.has(band)) counts.set(band, (counts.get(band) ?? 0) + 1);
    }
    for (const [band, count] of counts) if (count > MAX_HOLDERS) common.add(band);
    for (const oldest of common) {
      if (common.size <= MAX_COMMON) break;
      common.delete(oldest);
    }
  };

  const readRare = async (bands: readonly number[]): Promise<BandHolder[]> => {
    if (bands.length === 0) return [];
    const rows = await reviews.holdersOfBands(bands, MAX_ROWS);
    learn(rows, new Set(bands));
    if (rows.length < MAX_ROWS) return rows;
    const rare = bands.filter((band) => !common.has(band));
    if (rare.length < bands.length) return readAll(bands);
    const middle = bands.length >> 1;
    return [...(await readRare(bands.slice(0, middle))), ...(await readRare(bands.slice(middle)))];
  };

  const readAll = async (bands: readonly number[]): Promise<BandHolder[]> => {
    const rare = bands.filter((band) => !common.has(band));
    const often = bands.filter((band) => common.has(band));
    const limited = often.length > 0 ? await reviews.oldestHoldersOfEach(often, MAX_HOLDERS) : [];
    return [...(await readRare(rare)), ...limited];
  };

  return {
    isCommon: (band) => common.has(band),
    async find(bands) {
      const rows = await readAll([...new Set(bands)]);
      return new Map(rows.map((row) => [row._id, row]));
    },
  };
}
