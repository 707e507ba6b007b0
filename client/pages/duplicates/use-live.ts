import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ClusterPage } from '../../../server/contract/duplicates.ts';
import type { QueueEvent } from '../../../server/contract/moderation-events.ts';
import type { NewClusters } from '../../../server/contract/moderation-queue.ts';
import { apiPath, getJson } from '../../api.ts';
import type { Query } from '../../state/filters.ts';
import { applyEvent } from '../../state/queue-events.ts';
import { dropDetail, readDetail } from './cluster-details.ts';
import type { Bench } from './use-queue.ts';

const TYPES: readonly QueueEvent['type'][] = [
  'ready',
  'missed',
  'decided',
  'undone',
  'claimed',
  'released',
  'arrived',
  'gone',
];
/** Events come in waves: totals are read once for each. */
const SETTLE_MS = 600;

/** Hears of everything in the queue as it happens, wherever it happens. Returns how to stop. */
function watchQueue(onEvent: (event: QueueEvent) => void): () => void {
  const stream = new EventSource(apiPath('/duplicates/events'));
  for (const type of TYPES) {
    stream.addEventListener(type, (event) => onEvent(JSON.parse((event as MessageEvent<string>).data) as QueueEvent));
  }
  return () => stream.close();
}

type Live = {
  bench: Bench;
  query: Query;
  isOn: boolean;
  /** Own decisions whose answers are awaited: totals would be read too early. */
  isPending: () => boolean;
  /** The cluster on screen was dealt with elsewhere. */
  onShownChanged: () => void;
};

/**
 * Keeps the open list true while others work on it, without moving a row: decided ones are marked, new ones counted.
 * `changed` is the cluster on screen when its members are others by now; `fresh` how many wait to be shown.
 */
export function useLive({ bench, query, isOn, isPending, onShownChanged }: Live) {
  const [fresh, setFresh] = useState(0);
  const [hasMissed, setMissed] = useState(false);
  const [changed, setChanged] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);
  const latest = useRef({ bench, query, onShownChanged });
  latest.current = { bench, query, onShownChanged };
  const reopened = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { shownAt } = bench.reading;
  const isListed = shownAt !== null;

  const refresh = useCallback(async (): Promise<{ total: number; expected: number } | undefined> => {
    if (isPending()) {
      timer.current = setTimeout(() => void refresh(), SETTLE_MS);
      return undefined;
    }
    const { bench: now, query: asked } = latest.current;
    const since = now.reading.shownAt;
    if (since === null) return undefined;
    try {
      const [news, page] = await Promise.all([
        getJson<NewClusters>('/duplicates/new', { ...asked, since }),
        getJson<ClusterPage>('/duplicates', { ...asked, limit: '1' }),
      ]);
      if (isPending() || latest.current.bench.reading.shownAt !== since) return undefined;
      const here = new Set(latest.current.bench.queue.items.map(({ id }) => id));
      setFresh(news.count + [...reopened.current].filter((id) => !here.has(id)).length);
      const expected = latest.current.bench.queue.total + news.count;
      now.setCounts(page.counts);
      now.setQueue((old) => ({ ...old, total: page.total }));
      return { total: page.total, expected };
    } catch {
      return undefined; // the list stays as it is; the next event asks again
    }
  }, [isPending]);

  useEffect(() => {
    setFresh(0);
    setMissed(false);
    reopened.current.clear();
  }, [shownAt]);

  // What happened after the list was read and before events were heard is told by nobody.
  useEffect(() => {
    if (!isReady || !isListed) return;
    void refresh().then((seen) => {
      if (seen && seen.total !== seen.expected) setMissed(true);
    });
  }, [isReady, isListed, refresh]);

  useEffect(() => {
    if (!isOn) return;
    let isAgain = false;
    const onEvent = (event: QueueEvent) => {
      const { bench: now, onShownChanged: tell } = latest.current;
      if (event.type === 'ready' || event.type === 'missed') {
        if (isAgain || event.type === 'missed') setMissed(true);
        isAgain = true;
        setReady(true);
        return;
      }
      const isShown = now.queue.selected === event.cluster;
      now.setQueue((old) => applyEvent(old, event));
      if (event.type === 'claimed' || event.type === 'released') return;
      if (event.type === 'undone') reopened.current.add(event.cluster);
      dropDetail(event.cluster);
      if (event.type === 'arrived' && !event.isNew) {
        if (isShown) setChanged(event.cluster);
        else void renewItem(now, event.cluster);
      } else if (isShown) tell();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void refresh(), SETTLE_MS);
    };
    const stop = watchQueue(onEvent);
    return () => {
      stop();
      setReady(false);
      clearTimeout(timer.current);
    };
  }, [isOn, refresh]);

  return { fresh, hasMissed, changed, seen: useCallback(() => setChanged(null), []) };
}

/** A cluster of the list that has other members now, told in its place. */
async function renewItem({ queue, setQueue }: Bench, id: string): Promise<void> {
  if (!queue.items.some((item) => item.id === id)) return;
  const item = await readDetail(id).catch(() => null);
  if (item) setQueue((old) => ({ ...old, items: old.items.map((one) => (one.id === id ? item : one)) }));
}
