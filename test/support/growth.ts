/** What takes less is not told from noise. */
const LEAST_MS = 200;
const RUNS = 3;
const TRIES = 3;
/** Between linear and quadratic. */
export const LINEAR = 9;

function quickest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < RUNS; at += 1) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

/**
 * How many times as long it takes for four times the length: the quickest of some runs each, as a busy machine only
 * adds to it; measured again where that looks like too much. About 4 where the time goes with the length, 16 where it
 * goes with its square; 0 where it is too short.
 */
export function growth(run: (text: string) => void, part: string, length = 25_000): number {
  const text = (size: number) => part.repeat(Math.ceil(size / part.length));
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= LINEAR; tries += 1) {
    const [small, large] = [quickest(() => run(text(length))), quickest(() => run(text(4 * length)))];
    least = Math.min(least, large < LEAST_MS ? 0 : large / small);
  }
  return least;
}
