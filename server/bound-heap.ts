import { setFlagsFromString } from 'node:v8';

/** How much larger than what the last collection left a heap may get before the next, per cent; 0: V8's own measure. */
const SMALL_GROWTH = 8;
let running = 0;

/**
 * Megabytes for the young generation of threads that are started from now on; that of the main thread is an argument of
 * `npm start`. On a machine with much memory V8 would take many times that for each.
 */
export function boundYoungGeneration(): void {
  setFlagsFromString('--min-semi-space-size=4');
  setFlagsFromString('--max-semi-space-size=4');
}

/**
 * Keeps the heaps of all threads near what lives in them while `work` runs: for work that goes on for long, during which
 * V8 would let them grow to several times that. Everything else that runs meanwhile is collected more often too.
 */
export async function inSmallHeap<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  setFlagsFromString(`--heap-growing-percent=${SMALL_GROWTH}`);
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
