import { useMemo, useState } from 'preact/hooks';
import type { ClusterDetail, Decision, DecisionReason } from '../../../server/contract/duplicates.ts';
import { type Split, suggestSplit } from '../../state/split-cluster.ts';

/** The decision that a cluster was closed by; those on some of its members in another cluster are not about this one. */
export const standing = (cluster: ClusterDetail | null) =>
  cluster?.decisions.find((decision) => decision.undoneAt === null && decision.cluster === cluster.id) ?? null;

/** How a decided cluster was split, so that it is shown as it was decided. */
function decidedSplit(cluster: ClusterDetail, decision: Decision): Split {
  const survivor = decision.kept[0] ?? cluster.survivor;
  const shown = decision.removed[0] ?? cluster.members.find((member) => member.id !== survivor)?.id ?? survivor;
  return { survivor, kept: decision.action === 'remove' ? decision.kept.slice(1) : [], shown };
}

/** The split of the shown cluster; a new cluster starts with what the server suggests. */
export function useSplit(cluster: ClusterDetail | null) {
  const [held, setHeld] = useState<{ of: ClusterDetail; split: Split; reason: DecisionReason | null } | null>(null);
  const decision = standing(cluster);
  const fresh = useMemo(() => {
    if (!cluster) return null;
    return { of: cluster, split: decision ? decidedSplit(cluster, decision) : suggestSplit(cluster), reason: null };
  }, [cluster, decision]);
  const current = held !== null && held.of === cluster ? held : fresh;
  return {
    split: current?.split ?? null,
    reason: current?.reason ?? cluster?.suggestedReason ?? 'duplicate-exact',
    changeSplit: (change: (split: Split) => Split) => current && setHeld({ ...current, split: change(current.split) }),
    changeReason: (reason: DecisionReason) => current && setHeld({ ...current, reason }),
  };
}
