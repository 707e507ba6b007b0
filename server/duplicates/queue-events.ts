import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueEvent } from '../contract/moderation-events.ts';
import type { Log } from '../log.ts';
import { idNumber } from '../public-ids.ts';
import { type ChangeReader, type ChangeStore, isHistoryLost } from './change-store.ts';
import { forViewer, type SharedEvent, tellChange } from './tell-change.ts';

export interface QueueEvents {
  /** What happens from now on, until the signal is aborted or the server stops. The first event is `ready`. */
  listen(viewer: string, signal: AbortSignal): AsyncGenerator<QueueEvent>;
  stop(): Promise<void>;
}

interface Listener {
  events: SharedEvent[];
  wake: () => void;
}

/** Events held for a listener that is slower than they come; it is told that it has missed some. */
const MOST_HELD = 1000;
const MOST_VERSIONS = 10_000;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

/**
 * Tells what happens to clusters, decisions and claims, at whichever server: one change stream a process, opened for
 * the first listener. A stream that breaks is resumed where it was; where that is not possible, listeners hear `missed`.
 */
export function createQueueEvents(deps: {
  changes: ChangeStore;
  versionOf: (cluster: number) => Promise<number | null>;
  log: Pick<Log, 'warn'>;
}): QueueEvents {
  const listeners = new Set<Listener>();
  const stopping = new AbortController();
  /** Versions that were told, so that a write which changes nothing for moderators is not. */
  const versions = new Map<number, number>();
  let established: Promise<void> | undefined;
  let reading: Promise<void> | undefined;

  const tell = (event: SharedEvent) => {
    for (const listener of listeners) {
      if (listener.events.length >= MOST_HELD) listener.events = [{ type: 'missed' }];
      listener.events.push(event);
      listener.wake();
    }
  };

  const note = (event: SharedEvent) => {
    if (event.type !== 'arrived' && event.type !== 'gone') return;
    const cluster = idNumber(event.cluster);
    versions.delete(cluster);
    if (event.type === 'arrived') versions.set(cluster, event.version);
    const oldest = versions.keys().next();
    if (versions.size > MOST_VERSIONS && !oldest.done) versions.delete(oldest.value);
  };

  const readFrom = async (reader: ChangeReader, onToken: (token: unknown) => void): Promise<void> => {
    while (!stopping.signal.aborted) {
      const change = await reader.next();
      if (!change) continue;
      const event = tellChange(change, (cluster) => versions.get(cluster));
      if (event) {
        note(event);
        tell(event.type === 'undone' ? { ...event, version: await deps.versionOf(idNumber(event.cluster)) } : event);
      }
      onToken(change.token);
    }
  };

  /** Reads until the server stops; a broken stream is opened again, later and later. */
  const read = async (onReady: () => void): Promise<void> => {
    let token: unknown;
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      let reader: ChangeReader | undefined;
      try {
        reader = await deps.changes.open(token);
        onReady();
        await readFrom(reader, (next) => {
          token = next;
          retryMs = FIRST_RETRY_MS;
        });
      } catch (error) {
        if (stopping.signal.aborted) break;
        deps.log.warn({ err: error }, 'changes of the queue not read; tried again');
        // Without a token nothing tells what was missed.
        if (isHistoryLost(error) || token === undefined) {
          token = undefined;
          tell({ type: 'missed' });
        }
        await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
      } finally {
        await reader?.close().catch(() => undefined); // it is broken or the connection goes
      }
    }
  };

  const open = (): Promise<void> => {
    established ??= new Promise<void>((resolve) => {
      reading = read(resolve);
    });
    return established;
  };

  return {
    async *listen(viewer, until) {
      const signal = AbortSignal.any([until, stopping.signal]);
      const listener: Listener = { events: [], wake: () => {} };
      const wake = () => listener.wake();
      signal.addEventListener('abort', wake);
      listeners.add(listener);
      try {
        await Promise.race([open(), new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))]);
        if (!signal.aborted) yield { type: 'ready' };
        while (!signal.aborted) {
          const event = listener.events.shift();
          if (event) yield forViewer(event, viewer);
          else
            await new Promise<void>((resolve) => {
              listener.wake = resolve;
            });
        }
      } finally {
        signal.removeEventListener('abort', wake);
        listeners.delete(listener);
      }
    },
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}
