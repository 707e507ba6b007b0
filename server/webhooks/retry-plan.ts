const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** Waits between the tries of a delivery: eight tries over a day. */
const DELAYS_MS = [10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 7 * HOUR, 13 * HOUR];
const JITTER = 0.2;

/** A webhook none of whose deliveries has come through for this long is switched off. */
export const GIVE_UP_MS = 5 * 24 * HOUR;

/**
 * How long to wait after a failed try, undefined after the last.
 * @param tries how many there have been; @param random 0 to 1: servers and deliveries must not come all at once
 */
export function delayAfter(tries: number, random: number): number | undefined {
  const delay = DELAYS_MS[tries - 1];
  return delay === undefined ? undefined : Math.round(delay * (1 - JITTER + 2 * JITTER * random));
}
