import { setTimeout as sleep } from 'node:timers/promises';

/** A batch of reviews waits no longer than this for somebody's request: the intake slows down, but never stands. */
const MOST_MS = 200;
/** A request that takes longer streams or exports: it is no longer somebody who waits for a page. */
const PATIENCE_MS = 1000;

/** Lets requests of people go before the intake of reviews, which has the machine to itself otherwise. */
export interface ReadsFirst {
  /** Counts a request that somebody waits for, while `work` lasts. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** To be awaited before each batch: answers once nobody waits, or after a fifth of a second. */
  clear(): Promise<void>;
}

export function createReadsFirst(clock = () => performance.now()): ReadsFirst {
  const since = new Set<{ begin: number }>();
  let wake: (() => void)[] = [];
  const isAwaited = () => [...since].some(({ begin }) => clock() - begin < PATIENCE_MS);
  return {
    async during(work) {
      const request = { begin: clock() };
      since.add(request);
      try {
        return await work();
      } finally {
        since.delete(request);
        if (!isAwaited()) {
          for (const go of wake) go();
          wake = [];
        }
      }
    },
    async clear() {
      if (!isAwaited()) return;
      const stop = new AbortController();
      const late = sleep(MOST_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      await Promise.race([new Promise<void>((resolve) => wake.push(resolve)), late]);
      stop.abort();
    },
  };
}
