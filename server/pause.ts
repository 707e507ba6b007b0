/** A wait between two rounds of work in the background. */
export interface Pause {
  /** Ends after the time, or when it is woken; at once where the signal is aborted. */
  wait(signal: AbortSignal): Promise<void>;
  /** Ends a wait that has begun; one that begins later is not cut short. */
  wake(): void;
}

/** @param ms how long a wait lasts at most */
export function createPause(ms: number): Pause {
  let wakeUp = () => {};
  return {
    wait: (signal) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
        if (signal.aborted) wakeUp();
      }),
    wake: () => wakeUp(),
  };
}
