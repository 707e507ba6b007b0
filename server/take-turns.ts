import { setImmediate as nextTurn } from 'node:timers/promises';

/** Time that one piece of work may hold the event loop: a request that comes meanwhile waits for it. */
const TURN_MS = 20;

/** For long work on the main thread: await what it answers now and then; it lets others in once the time is over. */
export function createTurns(): () => Promise<void> | undefined {
  let begin = performance.now();
  return () => {
    if (performance.now() - begin < TURN_MS) return undefined;
    return nextTurn().then(() => {
      begin = performance.now();
    });
  };
}
