import { useEffect, useState } from 'preact/hooks';
import type { ClusterDetail, ClusterSummary } from '../../../server/contract/duplicates.ts';
import { type ApiError, getJson, toApiFailure } from '../../api.ts';
import type { Query } from '../../state/filters.ts';
import { showToast } from '../../state/toast.ts';

/** Clusters that were read or are being read: the next one is there before it is asked for. */
const held = new Map<string, Promise<ClusterDetail>>();
const MAX_HELD = 50;

/** Reads a cluster, once for as long as it is held. @throws ApiError */
export function readDetail(id: string): Promise<ClusterDetail> {
  const known = held.get(id);
  if (known) return known;
  const reading = getJson<ClusterDetail>(`/duplicates/${id}`);
  held.set(id, reading);
  reading.catch(() => held.delete(id));
  for (const oldest of held.keys()) {
    if (held.size <= MAX_HELD) break;
    held.delete(oldest);
  }
  return reading;
}

/**
 * The cluster that the address names, when it is not among the first, with its place in the list asked for. One that is
 * not there any more is told of: otherwise another would stand in its place unnoticed.
 */
export async function readNamed(
  id: string | null,
  items: readonly ClusterSummary[],
  query: Query,
): Promise<ClusterDetail | null> {
  if (id === null || items.some((item) => item.id === id)) return null;
  return getJson<ClusterDetail>(`/duplicates/${id}`, query).catch((error: unknown) => {
    if (toApiFailure(error).status === 404)
      showToast({
        kind: 'failed',
        text: `There is no cluster ${id}, or not any more. This is the list.`,
        action: null,
      });
    return null;
  });
}

/** Forgets a cluster that has changed. */
export const dropDetail = (id: string) => held.delete(id);

/** Forgets all: another page may have changed any of them. */
export const dropDetails = () => held.clear();

type Shown = { id: string | null; value: ClusterDetail | null; error: ApiError | null };

/** The cluster to show; `turn` reads it again. */
export function useDetail(id: string | null, turn: number): Shown {
  const [shown, setShown] = useState<Shown>({ id: null, value: null, error: null });
  useEffect(() => {
    if (id === null) {
      setShown({ id, value: null, error: null });
      return;
    }
    let isGone = false;
    readDetail(id).then(
      (value) => !isGone && setShown({ id, value, error: null }),
      (error: unknown) => !isGone && setShown({ id, value: null, error: toApiFailure(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [id, turn]);
  return shown.id === id ? shown : { id, value: null, error: null };
}
