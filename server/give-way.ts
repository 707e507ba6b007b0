import { setTimeout as sleep } from 'node:timers/promises';

const MOST_MS = 10_000;
const POLL_MS = 100;

/** While reviews are taken in without a pause, so many are worked on in the background after so long: half a second's work in ten. */
export const SLICE_WHILE_BUSY = 50;

/**
 * For work in the background: waits while `isBusy`, for a while; answers whether it still is.
 * @param isBusy whether this process is taking reviews in
 */
export async function giveWay(isBusy: () => boolean, signal: AbortSignal): Promise<boolean> {
  const begin = performance.now();
  while (isBusy() && performance.now() - begin < MOST_MS && !signal.aborted) await sleep(POLL_MS);
  return isBusy();
}
