import type { BandHolder, ReviewStore } from '../reviews/review-store.ts';

/** Holders of one band that are looked at, the oldest: more of them would be copies of the same reviews. */
const MAX_HOLDERS = 12;
/** Common bands of one review that are looked at, the last, which are the rarest of them. */
const MAX_COMMON = 6;
/** Rows of one read; what would be left out then is read apart. */
const MAX_ROWS = 10_000;
/** Bands remembered as common. */
const MAX_REMEMBERED = 300_000;

export interface BandLookup {
  /** Holders of the bands of some reviews: band → ids, the oldest. */
  find: (reviews: readonly (readonly number[])[]) => Promise<Map<number, number[]>>;
  isCommon: (band: number) => boolean;
}

/**
 * Looks bands up so that the cost goes with how many reviews ask, whatever the database holds: a band that many hold
 * is read to a limit of its own, and takes nothing from the others. Which bands are common is learnt from what reads
 * bring up and remembered here; a server that knows nothing yet reads more, a bounded number of rows for each.
 */
export function createBandLookup(reviews: Pick<ReviewStore, 'holdersOfBands' | 'oldestHoldersOfEach'>): BandLookup {
  const common = new Set<number>();

  const learn = (rows: readonly BandHolder[], asked: ReadonlySet<number>): boolean => {
    const before = common.size;
    for (const [band, ids] of holdersByBand(rows, asked)) if (ids.length > MAX_HOLDERS) common.add(band);
    return common.size > before;
  };

  /** All holders of the bands; undefined when there are too many because of bands that are common, as is known now. */
  const readRare = async (bands: readonly number[]): Promise<BandHolder[] | undefined> => {
    if (bands.length === 0) return [];
    const rows = await reviews.holdersOfBands(bands, MAX_ROWS);
    const hasLearnt = learn(rows, new Set(bands));
    if (rows.length < MAX_ROWS) return rows;
    if (hasLearnt) return undefined;
    const middle = bands.length >> 1;
    const first = await readRare(bands.slice(0, middle));
    const second = first && (await readRare(bands.slice(middle)));
    return second && [...first, ...second];
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
      for (;;) {
        const rare = new Set(lists.flatMap((bands) => bands.filter((band) => !common.has(band))));
        const rows = await readRare([...rare]);
        if (!rows) continue;
        const often = new Set(lists.flatMap((bands) => bands.filter((band) => !rare.has(band)).slice(-MAX_COMMON)));
        const found = often.size > 0 ? await reviews.oldestHoldersOfEach([...often], MAX_HOLDERS) : new Map();
        for (const [band, ids] of holdersByBand(rows, rare))
          found.set(band, ids.sort((x, y) => x - y).slice(0, MAX_HOLDERS));
        return found;
      }
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
