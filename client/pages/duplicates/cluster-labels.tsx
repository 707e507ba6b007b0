import type { ClusterSummary } from '../../../server/contract/duplicates.ts';
import { RELATION_WORDS, SIGNAL_WORDS } from '../../state/split-cluster.ts';

/** What is special about a cluster beside its texts, each as a label that explains itself. */
export function ClusterLabels({ cluster }: { cluster: ClusterSummary }) {
  const relation = RELATION_WORDS[cluster.relation];
  return (
    <>
      {relation ? (
        <span class="badge" title={relation.told}>
          {relation.label}
        </span>
      ) : null}
      {cluster.signals.map((signal) => (
        <span key={signal} class={`badge ${signal === 'burst' ? 'warn' : ''}`} title={SIGNAL_WORDS[signal].told}>
          {SIGNAL_WORDS[signal].label}
        </span>
      ))}
    </>
  );
}
