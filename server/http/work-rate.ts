/** How fast work is done, measured over the time in which there is some. */
export interface WorkRate {
  /** Does the work, which is of `amount`. What fails counts as nothing. */
  measure<T>(work: () => Promise<T>, amount: number): Promise<T>;
  /** Amount a second. */
  perSecond(): number;
}

/** A sample is taken after so much busy time; it counts as much as all before it, so that a change shows at once. */
const SAMPLE_MS = 1000;

/** @param guess amount a second before anything was measured */
export function createWorkRate(guess: number, clock = () => performance.now()): WorkRate {
  let [rate, atWork, done, busyMs, since] = [guess, 0, 0, 0, 0];
  const pass = () => {
    const now = clock();
    if (atWork > 0) busyMs += now - since;
    since = now;
  };
  return {
    async measure(work, amount) {
      pass();
      atWork += 1;
      try {
        const result = await work();
        done += amount;
        return result;
      } finally {
        pass();
        atWork -= 1;
        if (busyMs >= SAMPLE_MS && done > 0) {
          rate = (rate + (done * 1000) / busyMs) / 2;
          [done, busyMs] = [0, 0];
        }
      }
    },
    perSecond: () => rate,
  };
}
