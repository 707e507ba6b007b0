/** Work in the background that is done round after round. */
export interface Rounds {
  /** Aborted by `stop`. */
  signal: AbortSignal;
  /** Begins the first round; does nothing when it has begun, or was stopped. */
  start(): void;
  /** Answers when the round that is being done has ended. */
  stop(): Promise<void>;
  /** Begins the next round at once: now, or when the one that is being done has ended. */
  wake(): void;
}

export interface RoundsDeps {
  /** Answers true where there may be more to do: then the next round begins at once, else it waits. */
  round: () => Promise<unknown>;
  /** How long the next round waits at most. */
  pollMs: number;
  /** Told why a round broke off, unless it was stopped; the next one waits. */
  onError: (error: unknown) => void;
  /** Awaited when the last round has ended. */
  onEnd?: () => Promise<unknown>;
  /** What the signal is aborted with. */
  reason?: Error;
}

export function createRounds(deps: RoundsDeps): Rounds {
  const stopping = new AbortController();
  const { signal } = stopping;
  let loop: Promise<void> | undefined;
  let isAwake = false;
  let endWait = () => {};

  const wait = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, deps.pollMs);
      endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      isAwake = false;
      try {
        if ((await deps.round()) === true) isAwake = true;
      } catch (error) {
        if (!signal.aborted) deps.onError(error);
        isAwake = false;
      }
      if (!isAwake && !signal.aborted) await wait();
    }
    await deps.onEnd?.();
  };

  return {
    signal,
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort(deps.reason ?? new Error('The server is stopping.'));
      endWait();
      await loop;
    },
    wake() {
      isAwake = true;
      endWait();
    },
  };
}
