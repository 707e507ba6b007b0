import type { Partners } from './match-words.ts';
import { MOST_COMPARED, type NumberedPair } from './number-pair.ts';

/** Positions of words on either side, in order: the first `lengthA` and `lengthB` of what is there. */
export interface Positions {
  a: Int32Array;
  lengthA: number;
  b: Int32Array;
  lengthB: number;
}

/** Room for as many positions as are compared. */
export const makePositions = (): Positions => ({
  a: new Int32Array(MOST_COMPARED),
  lengthA: 0,
  b: new Int32Array(MOST_COMPARED),
  lengthB: 0,
});

/** Notes that the words at two positions belong together. */
export const addPositions = (to: Positions, a: number, b: number): void => {
  to.a[to.lengthA] = a;
  to.b[to.lengthB] = b;
  to.lengthA += 1;
  to.lengthB += 1;
};

let table = new Float32Array(0);
/** Numbers of the words that are compared. */
const down = new Int32Array(MOST_COMPARED);
const across = new Int32Array(MOST_COMPARED);

interface Input {
  weights: Float32Array;
  partners: Partners;
  height: number;
  width: number;
}

/** Each cell is the weight of the heaviest common subsequence of what is left of both sides from there on. */
const fillTable = ({ weights, partners, height, width }: Input): void => {
  const row = width + 1;
  const size = (height + 1) * row;
  if (table.length < size) table = new Float32Array(size);
  table.fill(0, height * row, size);
  for (let i = height - 1; i >= 0; i -= 1) {
    const at = i * row;
    const number = down[i]!;
    const weight = weights[number]!;
    const shares = partners[number];
    table[at + width] = 0;
    let on = 0;
    let beyond = 0;
    for (let j = width - 1; j >= 0; j -= 1) {
      const other = across[j]!;
      const below = table[at + row + j]!;
      let most = below > on ? below : on;
      if (number === other) {
        if (beyond + weight > most) most = beyond + weight;
      } else if (shares !== undefined && shares[other]! > 0) {
        const take = beyond + shares[other]! * weight;
        if (take > most) most = take;
      }
      on = Math.fround(most);
      table[at + j] = on;
      beyond = below;
    }
  }
};

/** Calls `found` for each match on the heaviest way through the table. */
const readTable = ({ weights, partners, height, width }: Input, found: (i: number, j: number) => void): void => {
  const row = width + 1;
  for (let i = 0, j = 0; i < height && j < width; ) {
    const at = i * row + j;
    const number = down[i]!;
    const weight = weights[number]!;
    const worth = number === across[j] ? weight : (partners[number]?.[across[j]!] ?? 0) * weight;
    if (worth > 0 && table[at]! <= table[at + row + 1]! + worth + 1e-3) {
      found(i, j);
      i += 1;
      j += 1;
    } else if (table[at + row]! >= table[at + 1]!) i += 1;
    else j += 1;
  }
};

/**
 * The heaviest common subsequence of the words at free positions (dynamic programming over all pairs, after Wagner and
 * Fischer 1974), written into `found` as pairs of positions; equal beginnings and ends are taken as they are.
 */
export function heaviestCommon(pair: NumberedPair, partners: Partners, free: Positions, found: Positions): void {
  const { a, b, lengthA, lengthB } = free;
  const { numbers: ofA } = pair.a;
  const { numbers: ofB } = pair.b;
  found.lengthA = 0;
  found.lengthB = 0;
  const most = Math.min(lengthA, lengthB);
  let head = 0;
  for (; head < most && ofA[a[head]!] === ofB[b[head]!]; head += 1) addPositions(found, a[head]!, b[head]!);
  let tail = 0;
  while (tail < most - head && ofA[a[lengthA - 1 - tail]!] === ofB[b[lengthB - 1 - tail]!]) tail += 1;
  const height = lengthA - tail - head;
  const width = lengthB - tail - head;
  if (height > 0 && width > 0) {
    for (let i = 0; i < height; i += 1) down[i] = ofA[a[head + i]!]!;
    for (let j = 0; j < width; j += 1) across[j] = ofB[b[head + j]!]!;
    const input = { weights: pair.weights, partners, height, width };
    fillTable(input);
    readTable(input, (i, j) => addPositions(found, a[head + i]!, b[head + j]!));
  }
  for (let k = tail; k > 0; k -= 1) addPositions(found, a[lengthA - k]!, b[lengthB - k]!);
}
