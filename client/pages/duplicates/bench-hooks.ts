import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ClusterState, Decision, DecisionPage } from '../../../server/contract/duplicates.ts';
import { useResource } from '../../state/resource.ts';
import { readDetail } from './cluster-details.ts';

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
