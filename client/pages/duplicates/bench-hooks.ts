import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ClusterState, Decision, DecisionPage } from '../../../server/contract/duplicates.ts';
import { actionOf, type KeyId, keysOn, toKeyPress } from '../../state/keys.ts';
import { useResource } from '../../state/resource.ts';
import { readDetail } from './cluster-details.ts';

/** Runs the action of a key press; the newest actions, not those of the render that began to listen. */
export function useKeys(actions: Record<KeyId, () => void>) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionOf(toKeyPress(event), keysOn.value);
      if (action === undefined) return;
      event.preventDefault();
      latest.current[action]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

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

export function usePrefetch(ids: string[], selected: string | null) {
  const next = ids[ids.indexOf(selected ?? '') + 1];
  useEffect(() => {
    // A failure is shown when the cluster is really asked for.
    if (next !== undefined) readDetail(next).catch(() => undefined);
  }, [next]);
}

/** After a decision the focus goes to the row that is selected next, or it would be lost with the old one. */
export function useFocusAfter(selected: string | null): () => void {
  const isDue = useRef(false);
  useEffect(() => {
    if (!isDue.current) return;
    isDue.current = false;
    const row = document.querySelector<HTMLElement>(`[data-cluster="${selected}"]`);
    if (row?.offsetParent) row.focus();
    else document.getElementById('main')?.focus();
  }, [selected]);
  return () => {
    isDue.current = true;
  };
}

/** Who decided what, for the rows of decided clusters; the newest decision of each cluster. */
export function useDecisions(tab: ClusterState): Map<string, Decision> {
  const { value } = useResource<DecisionPage>(tab === 'open' ? null : '/decisions', { limit: '200' });
  return useMemo(() => {
    const standingOnes = (value?.items ?? []).filter((decision) => decision.undoneAt === null);
    return new Map(standingOnes.map((decision) => [decision.cluster, decision]));
  }, [value]);
}
