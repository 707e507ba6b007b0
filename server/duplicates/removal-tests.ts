/** Members of a group, of which some are low and some were removed, some both. */
export interface Stratum {
  size: number;
  low: number;
  removed: number;
  lowRemoved: number;
}

/** What cannot change a distribution that is told to this many digits. */
const NEGLIGIBLE = 1e-18;

const logFactorials: number[] = [0];
const logFactorial = (n: number): number => {
  for (let k = logFactorials.length; k <= n; k += 1) logFactorials.push((logFactorials[k - 1] as number) + Math.log(k));
  return logFactorials[n] as number;
};
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Probabilities, from `from` on, of how many low ones are among those removed by chance. */
interface Distribution {
  from: number;
  weights: number[];
}

/** Hypergeometric: `removed` drawn without looking. */
function byChance({ size, low, removed }: Stratum): Distribution {
  const from = Math.max(0, removed - (size - low));
  const most = Math.min(low, removed);
  const all = logChoose(size, removed);
  const weights = Array.from({ length: most - from + 1 }, (_, k) =>
    Math.exp(logChoose(low, from + k) + logChoose(size - low, removed - from - k) - all),
  );
  return { from, weights };
}

function sum(x: Distribution, y: Distribution): Distribution {
  const weights = new Array<number>(x.weights.length + y.weights.length - 1).fill(0);
  for (const [i, one] of x.weights.entries())
    for (const [j, other] of y.weights.entries()) weights[i + j] = (weights[i + j] as number) + one * other;
  let [start, end] = [0, weights.length];
  while (start < end - 1 && (weights[start] as number) < NEGLIGIBLE) start += 1;
  while (end > start + 1 && (weights[end - 1] as number) < NEGLIGIBLE) end -= 1;
  return { from: x.from + y.from + start, weights: weights.slice(start, end) };
}

/** Added two by two, so that the wide ones come late. */
function sumAll(all: readonly Distribution[]): Distribution {
  const [first, second] = all;
  if (!first) return { from: 0, weights: [1] };
  if (!second) return first;
  const middle = all.length >> 1;
  return sum(sumAll(all.slice(0, middle)), sumAll(all.slice(middle)));
}

/** Whether chance alone could tell anything about a stratum. */
export const isTelling = ({ size, low, removed }: Stratum) => low > 0 && low < size && removed > 0 && removed < size;

/**
 * Probability that so many low ones, or more, are removed where it does not matter who is low: the exact one-sided test
 * of a common odds ratio of 1 over several 2 × 2 tables (Gart 1970; Mehta, Patel, Gray 1985), which for a single table
 * is Fisher's exact test. Strata keep the copies of one text from counting as independent.
 */
export function removalTest(strata: readonly Stratum[]): { p: number; expected: number } {
  const telling = strata.filter(isTelling);
  const { from, weights } = sumAll(telling.map(byChance));
  const found = telling.reduce((total, { lowRemoved }) => total + lowRemoved, 0);
  const p = weights.reduce((total, weight, k) => total + (from + k >= found ? weight : 0), 0);
  const expected = telling.reduce((total, { size, low, removed }) => total + (removed * low) / size, 0);
  return { p: Math.min(1, Math.max(p, NEGLIGIBLE)), expected };
}

/** Probabilities corrected for how many tests were made (Holm 1979), in the order given. */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities.map((p, index) => ({ p, index })).sort((x, y) => x.p - y.p);
  const corrected = new Array<number>(probabilities.length).fill(1);
  let least = 0;
  for (const [rank, { p, index }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (order.length - rank)));
    corrected[index] = least;
  }
  return corrected;
}
