import type { ClusterSignal, DecisionReason } from '../contract/duplicates.ts';
import { burstOf, type ClusterFacts } from './cluster-facts.ts';
import type { StoredCluster } from './cluster-model.ts';

/** Why the survivor is the one to keep. */
export function tellSurvivor(facts: ClusterFacts): string {
  const { best, hasUnverified, hasHeld, firstDate, lastDate, shortest, longest } = facts;
  const words = [
    ...(hasHeld && !best.held ? ['not held'] : []),
    ...(best.verified && hasUnverified ? ['verified'] : []),
    ...(best.date === firstDate && firstDate < lastDate ? ['earliest'] : []),
    ...(best.length === longest && shortest < longest ? ['most complete'] : []),
  ];
  const reason = words.length > 0 ? words.join(', ') : 'first to come in';
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** Beside the texts: what makes a cluster more or less suspicious. None of them makes or breaks a pair. */
export function signalsOf({ facts, kind }: Pick<StoredCluster, 'facts' | 'kind'>): ClusterSignal[] {
  const signals: ClusterSignal[] = [];
  if (kind !== 'paraphrase' && burstOf(facts)) signals.push('burst');
  if (facts.authors.length === 1 && facts.authors[0] !== '') signals.push('same-author');
  if (facts.imports.length === 1 && facts.imports[0] !== 0) signals.push('same-import');
  return signals;
}

/** One line of evidence: the strongest pair in words, then what is odd about the whole. */
export function tellWhy(cluster: Pick<StoredCluster, 'evidence' | 'facts' | 'kind' | 'size'>): string {
  const { evidence, facts, size } = cluster;
  const burst = signalsOf(cluster).includes('burst') ? burstOf(facts) : undefined;
  const sentences = [
    ...(evidence?.reasons ?? []).map(({ detail }) => (/[.!?…]$/.test(detail) ? detail : `${detail}.`)),
    ...(burst
      ? [
          `A burst: ${burst.wave.size} came ${burst.wave.importId === null ? 'within ten minutes' : 'in one import'}, under different names and dated over ${burst.days} days.`,
        ]
      : []),
    ...(size > 2 ? [`${size} reviews in all.`] : []),
  ];
  return sentences.join(' ');
}

/** What to keep: the survivor, and of a review that stands at several variants of a product one at each. */
export const suggestKeep = ({ relation, facts }: Pick<StoredCluster, 'relation' | 'facts'>): number[] => {
  const others = relation === 'variant' ? facts.keepers.map((keeper) => keeper.id) : [];
  return [...new Set([facts.best.id, ...others])];
};

export const suggestReason = ({ relation, kind }: Pick<StoredCluster, 'relation' | 'kind'>): DecisionReason =>
  relation === 'same' ? `duplicate-${kind}` : 'syndicated-copy';
