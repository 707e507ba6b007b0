import { createRandom, type Random } from '../../../server/sample/random.ts';

interface Row {
  id?: string;
  product?: string;
  text: string;
  rating: number;
  author?: string;
}

const WORDS =
  'amber bridge candle dragon ember forest garden harbour island jungle kettle lantern meadow needle orchard pepper quarry river saddle timber'.split(
    ' ',
  );

const freshText = (random: Random) =>
  Array.from({ length: 12 }, () => `${random.pick(WORDS)}${random.int(1, 9999)}`).join(' ');

/** A row that comes again, in one of the ways in which rows do. */
function repeatRow(row: Row, random: Random, index: number): Row {
  const kind = random.int(0, 4);
  if (kind === 0) return row; // the same once more
  if (kind === 1 && row.id) return { ...row, rating: random.int(1, 5), text: freshText(random) }; // another version
  if (kind === 2 && row.id) return { ...row, rating: 6 - row.rating }; // other stars for the same words
  const author = `Other ${index}`;
  if (kind === 3) return { ...row, id: `c${index}`, author }; // an exact copy
  return { ...row, id: `n${index}`, author, text: row.text.replace(/ \w+$/, ' elsewhere') }; // an edited copy
}

/**
 * NDJSON with new reviews with and without ids, versions, copies and repeats of them, and faulty rows; the same for
 * the same seed. Of two files with other seeds and the same `ids`, the later one updates some reviews of the first.
 */
export function mixedFile({ rows, seed, ids = 'e' }: { rows: number; seed: number; ids?: string }): string {
  const random = createRandom(seed);
  const earlier: Row[] = [];
  const lines = Array.from({ length: rows }, (_, index) => {
    if (random.chance(0.05)) return JSON.stringify({ id: `bad${index}`, text: freshText(random), rating: 9 });
    const base: Row = { text: freshText(random), rating: random.int(1, 5), author: `Author ${random.int(1, 400)}` };
    const isRepeat = earlier.length > 0 && random.chance(0.3);
    const row = isRepeat
      ? repeatRow(random.pick(earlier), random, index)
      : { ...base, ...(random.chance(0.6) ? { id: `${ids}${random.int(1, rows * 4)}` } : {}) };
    earlier.push(row);
    return JSON.stringify(row);
  });
  return lines.join('\n');
}
