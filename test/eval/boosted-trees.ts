/** A tree as flat nodes: a leaf has a value, any other node the place of its children. */
export interface TreeNode {
  feature: number;
  /** At most this much goes left. */
  at: number;
  left: number;
  right: number;
  value: number;
}

export interface BoostOptions {
  trees: number;
  /** Leaves a tree. */
  leaves: number;
  rate: number;
  /** Rows a leaf has at least. */
  leastRows: number;
  /** Pull of leaf values towards nought. */
  pull: number;
  /** By feature: 1 where more never lowers the score, −1 where it never raises it, 0 for either. */
  ways: readonly number[];
}

const BINS = 64;

interface Leaf {
  rows: Int32Array;
  node: number;
  gain: number;
  feature: number;
  bin: number;
  /** Between which its value may lie, so that no way is broken. */
  least: number;
  most: number;
  value: number;
}

const quantiles = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((x, y) => x - y);
  const cuts = Array.from({ length: BINS - 1 }, (_, b) => sorted[Math.floor(((b + 1) * sorted.length) / BINS)]!);
  return [...new Set(cuts)];
};

/**
 * Trees for the log odds of a yes, each made to mend what those before it get wrong (Friedman 2001), grown leaf by
 * leaf by the largest gain over binned values, each feature in its way only. Answers the first guess and the trees.
 */
export function boostTrees(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  options: BoostOptions,
): { base: number; trees: TreeNode[][] } {
  const count = rows[0]!.length;
  const cuts = Array.from({ length: count }, (_, f) => quantiles(rows.map((row) => row[f]!)));
  const binned = cuts.map((own, f) => Uint8Array.from(rows, (row) => own.filter((cut) => row[f]! > cut).length));
  const yes = labels.filter(Boolean).length;
  const base = Math.log(yes / (labels.length - yes));
  const scores = new Float64Array(rows.length).fill(base);
  const slope = new Float64Array(rows.length);
  const bend = new Float64Array(rows.length);
  const sums = { slope: new Float64Array(BINS), bend: new Float64Array(BINS), rows: new Int32Array(BINS) };

  const worth = (g: number, h: number): number => (g * g) / (h + options.pull);

  const sumOf = (at: Int32Array): [slope: number, bend: number] => {
    let [g, h] = [0, 0];
    for (const row of at) {
      g += slope[row]!;
      h += bend[row]!;
    }
    return [g, h];
  };

  const leafValue = (at: Int32Array, { least, most }: Pick<Leaf, 'least' | 'most'>): number => {
    const [g, h] = sumOf(at);
    return Math.min(most, Math.max(least, g / (h + options.pull)));
  };

  const split = (at: Int32Array, { node, least, most }: Pick<Leaf, 'node' | 'least' | 'most'>): Leaf => {
    const best: Leaf = { rows: at, node, gain: 0, feature: -1, bin: 0, least, most, value: 0 };
    const within = (value: number): number => Math.min(most, Math.max(least, value));
    const [g, h] = sumOf(at);
    best.value = leafValue(at, best);
    for (let f = 0; f < count; f += 1) {
      sums.slope.fill(0);
      sums.bend.fill(0);
      sums.rows.fill(0);
      const bins = binned[f]!;
      for (const row of at) {
        const bin = bins[row]!;
        sums.slope[bin]! += slope[row]!;
        sums.bend[bin]! += bend[row]!;
        sums.rows[bin]! += 1;
      }
      let [lg, lh, lr] = [0, 0, 0];
      for (let bin = 0; bin < cuts[f]!.length; bin += 1) {
        lg += sums.slope[bin]!;
        lh += sums.bend[bin]!;
        lr += sums.rows[bin]!;
        if (lr < options.leastRows || at.length - lr < options.leastRows) continue;
        const rise = within((g - lg) / (h - lh + options.pull)) - within(lg / (lh + options.pull));
        if (rise * options.ways[f]! < 0) continue;
        const gain = worth(lg, lh) + worth(g - lg, h - lh) - worth(g, h);
        if (gain > best.gain) Object.assign(best, { gain, feature: f, bin });
      }
    }
    return best;
  };

  const grow = (): TreeNode[] => {
    const nodes: TreeNode[] = [{ feature: -1, at: 0, left: 0, right: 0, value: 0 }];
    const leaves = [split(Int32Array.from(rows.keys()), { node: 0, least: -Infinity, most: Infinity })];
    while (leaves.length < options.leaves) {
      const next = leaves.reduce((best, leaf) => (leaf.gain > best.gain ? leaf : best));
      if (next.gain <= 1e-6) break;
      leaves.splice(leaves.indexOf(next), 1);
      const bins = binned[next.feature]!;
      const [left, right] = [nodes.length, nodes.length + 1];
      nodes[next.node] = { feature: next.feature, at: cuts[next.feature]![next.bin]!, left, right, value: 0 };
      const way = options.ways[next.feature]!;
      const sides = [true, false].map((isLeft) => ({
        isLeft,
        rows: next.rows.filter((row) => bins[row]! <= next.bin === isLeft),
      }));
      const middle = sides.map((side) => leafValue(side.rows, next)).reduce((x, y) => x + y) / 2;
      for (const { isLeft, rows: own } of sides) {
        nodes.push({ feature: -1, at: 0, left: 0, right: 0, value: 0 });
        const isLower = way !== 0 && isLeft === way > 0;
        const isUpper = way !== 0 && !isLower;
        leaves.push(
          split(own, {
            node: isLeft ? left : right,
            least: isUpper ? Math.max(next.least, middle) : next.least,
            most: isLower ? Math.min(next.most, middle) : next.most,
          }),
        );
      }
    }
    for (const leaf of leaves) {
      const value = options.rate * leaf.value;
      nodes[leaf.node]!.value = value;
      for (const row of leaf.rows) scores[row]! += value;
    }
    return nodes;
  };

  const trees: TreeNode[][] = [];
  for (let t = 0; t < options.trees; t += 1) {
    for (let row = 0; row < rows.length; row += 1) {
      const p = 1 / (1 + Math.exp(-scores[row]!));
      slope[row] = Number(labels[row]) - p;
      bend[row] = p * (1 - p);
    }
    trees.push(grow());
  }
  return { base, trees };
}
