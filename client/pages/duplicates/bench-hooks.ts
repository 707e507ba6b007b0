import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClusterState, Decision, DecisionPage } from '../../../server/contract/duplicates.ts';
import { useResource } from '../../state/resource.ts';
import { readDetail } from './cluster-details.ts';

type Place = {
  selected: string | null;
  /** The cluster that the address names. */
  wanted: string | null;
  onPlace: (id: string | null, options?: { replace?: boolean }) => void;
  onWanted: (id: string) => void;
};

/** Keeps address and selection together: Back goes to the row it names, a step in the list is no step for Back. */
export function usePlace({ selected, wanted, onPlace, onWanted }: Place) {
  const before = useRef(wanted);
  useEffect(() => {
    const hasMoved = before.current !== wanted;
    before.current = wanted;
    if (wanted === null || selected === null || wanted === selected) return;
    if (hasMoved) onWanted(wanted);
    else onPlace(selected, { replace: true });
  }, [wanted, selected, onPlace, onWanted]);
}

/** Reads what is next in the list before it is asked for. */
export function usePrefetch(next: string | undefined) {
  useEffect(() => {
    // A failure is shown when the cluster is really asked for.
    if (next !== undefined) readDetail(next).catch(() => undefined);
  }, [next]);
}

/** Who decided what, for the rows of decided clusters; the newest decision of each cluster. */
export function useDecisions(tab: ClusterState): Map<string, Decision> {
  const { value } = useResource<DecisionPage>(tab === 'open' ? null : '/decisions', { limit: '200' });
  return useMemo(() => {
    const standingOnes = (value?.items ?? []).filter((decision) => decision.undoneAt === null).reverse();
    return new Map(standingOnes.map((decision) => [decision.cluster, decision]));
  }, [value]);
}

const TICK_MS = 30_000;

/** Renders again now and then, for what is told relative to now. */
export function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
}
