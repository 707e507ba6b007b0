import { useEffect, useRef } from 'preact/hooks';
import type { ClusterSummary } from '../../../server/contract/duplicates.ts';
import type { Claim } from '../../../server/contract/problem.ts';
import { ApiError, deleteFrom, putJson } from '../../api.ts';
import { formatClock } from '../../state/dates.ts';
import { may } from '../../state/session.ts';
import { showToast } from '../../state/toast.ts';
import { tellRefusal } from './use-decide.ts';
import type { Bench } from './use-queue.ts';

/** Who looks at a cluster for so long is at it: others are told. */
const DWELL_MS = 2000;

/** A claim of somebody else that has not ended. */
export const claimOfOther = (item: Pick<ClusterSummary, 'claim'> | null | undefined): Claim | null =>
  item?.claim && !item.claim.mine && Date.parse(item.claim.until) > Date.now() ? item.claim : null;

const setClaim = (bench: Bench, id: string, claim: Claim | null) =>
  bench.setQueue((old) => ({ ...old, items: old.items.map((item) => (item.id === id ? { ...item, claim } : item)) }));

/**
 * Claims the cluster on screen after a while, so that nobody else begins with it, and gives it back when one goes on.
 * The answer is what the key does: claim it on purpose (it then stays), give it back, or take it over.
 */
export function useClaim(bench: Bench, item: ClusterSummary | null, isOpen: boolean): () => void {
  const latest = useRef(bench);
  latest.current = bench;
  const held = useRef<{ id: string; isOnPurpose: boolean } | null>(null);
  const id = item?.id ?? null;
  const isTaken = claimOfOther(item) !== null;

  const take = async (cluster: string, isOnPurpose: boolean, takeOver: boolean) => {
    const claim = await putJson<Claim>(`/duplicates/${cluster}/claim`, takeOver ? { takeOver } : {});
    held.current = { id: cluster, isOnPurpose };
    setClaim(latest.current, cluster, claim);
    return claim;
  };
  const release = async (cluster: string) => {
    held.current = null;
    await deleteFrom(`/duplicates/${cluster}/claim`);
    setClaim(latest.current, cluster, null);
  };

  useEffect(() => {
    if (id === null || !isOpen || isTaken || !may('moderate')) return;
    const timer = setTimeout(() => {
      take(id, false, false).catch((error: unknown) => {
        const claim = error instanceof ApiError ? error.problem?.claim : undefined;
        if (claim) setClaim(latest.current, id, claim);
      });
    }, DWELL_MS);
    return () => {
      clearTimeout(timer);
      // One that lapses by itself is no harm.
      if (held.current?.id === id && !held.current.isOnPurpose) release(id).catch(() => undefined);
    };
  }, [id, isOpen, isTaken]);

  return () => {
    if (id === null || !isOpen) return;
    const isMine = item?.claim?.mine === true && held.current?.id === id && held.current.isOnPurpose;
    const work = isMine
      ? release(id).then(() => 'Given back: others may take it.')
      : take(id, true, isTaken).then(({ until }) => `Claimed for you until ${formatClock(new Date(until))}.`);
    work.then(
      (text) => showToast({ kind: 'done', text, action: null }),
      (error: unknown) => showToast({ kind: 'failed', text: tellRefusal(error), action: null }),
    );
  };
}
