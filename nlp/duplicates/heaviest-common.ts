/** Words of one side of an alignment: a number for each distinct word, and what other words it may stand for. */
export interface NumberedWords {
  ids: Int32Array;
  weights: Float32Array;
  /** Other side's ids that stand for the word as well, with the share of its weight they are worth. */
  partners: (ReadonlyMap<number, number> | undefined)[];
}

let table = new Float32Array(0);

/** Worth of matching word `i` of `a` with word `j` of `b`: nought where they do not match. */
const worthOf = (a: NumberedWords, b: NumberedWords, i: number, j: number): number => {
  if (a.ids[i] === b.ids[j]) return a.weights[i]!;
  const share = a.partners[i]?.get(b.ids[j]!);
  return share === undefined ? 0 : share * a.weights[i]!;
};

interface Range {
  a: readonly number[];
  b: readonly number[];
}

const fillTable = (a: NumberedWords, b: NumberedWords, { a: left, b: right }: Range): void => {
  const width = right.length + 1;
  const size = (left.length + 1) * width;
  if (table.length < size) table = new Float32Array(size);
  table.fill(0, left.length * width, size);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const at = i * width;
    const id = a.ids[left[i]!]!;
    const weight = a.weights[left[i]!]!;
    const partners = a.partners[left[i]!];
    table[at + right.length] = 0;
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const other = b.ids[right[j]!]!;
      const worth = id === other ? weight : partners ? (partners.get(other) ?? 0) * weight : 0;
      const down = table[at + j + width]!;
      const on = table[at + j + 1]!;
      const skip = down > on ? down : on;
      const take = worth > 0 ? table[at + j + width + 1]! + worth : 0;
      table[at + j] = take > skip ? take : skip;
    }
  }
};

const readTable = (a: NumberedWords, b: NumberedWords, { a: left, b: right }: Range): [number, number][] => {
  const width = right.length + 1;
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const at = i * width + j;
    const worth = worthOf(a, b, left[i]!, right[j]!);
    if (worth > 0 && table[at]! <= table[at + width + 1]! + worth + 1e-3) {
      found.push([left[i]!, right[j]!]);
      i += 1;
      j += 1;
    } else if (table[at + width]! >= table[at + 1]!) i += 1;
    else j += 1;
  }
  return found;
};

/**
 * The heaviest common subsequence of two runs of words (dynamic programming over all pairs, after Wagner and Fischer
 * 1974), as pairs of positions; equal beginnings and ends are taken as they are.
 */
export function heaviestCommon(a: NumberedWords, b: NumberedWords, { a: left, b: right }: Range): [number, number][] {
  let head = 0;
  while (head < left.length && head < right.length && a.ids[left[head]!] === b.ids[right[head]!]) head += 1;
  let tail = 0;
  const most = Math.min(left.length, right.length) - head;
  while (tail < most && a.ids[left[left.length - 1 - tail]!] === b.ids[right[right.length - 1 - tail]!]) tail += 1;
  const middle = { a: left.slice(head, left.length - tail), b: right.slice(head, right.length - tail) };
  const found: [number, number][] = [];
  for (let k = 0; k < head; k += 1) found.push([left[k]!, right[k]!]);
  if (middle.a.length > 0 && middle.b.length > 0) {
    fillTable(a, b, middle);
    found.push(...readTable(a, b, middle));
  }
  for (let k = tail; k > 0; k -= 1) found.push([left[left.length - k]!, right[right.length - k]!]);
  return found;
}
