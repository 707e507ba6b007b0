import { useEffect, useRef } from 'preact/hooks';
import type { ClusterSummary, Decision } from '../../../server/contract/duplicates.ts';
import { formatInstant } from '../../state/dates.ts';
import { nameProduct, plural } from '../../state/figures.ts';
import type { Queue } from '../../state/queue.ts';
import { KIND_WORDS, REASONS } from '../../state/split-cluster.ts';
import { ClusterLabels } from './cluster-labels.tsx';

const minutesLeft = (until: string) => Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 60_000));

const decisionLine = (decision: Decision) => {
  const reason = REASONS.find((entry) => entry.id === decision.reason)?.label;
  return [decision.actor, formatInstant(decision.at), reason].filter(Boolean).join(' · ');
};

type RowProps = {
  item: ClusterSummary;
  href: string;
  isSelected: boolean;
  failure: string | undefined;
  decision: Decision | undefined;
  onSelect: () => void;
};

const Row = ({ item, href, isSelected, failure, decision, onSelect }: RowProps) => (
  <li class="q" aria-current={isSelected ? 'true' : undefined}>
    <a
      class="ttl"
      href={href}
      data-cluster={item.id}
      aria-current={isSelected ? 'true' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        onSelect();
      }}
    >
      {item.headline}
    </a>
    <span class="cnt">{plural(item.size, 'review', 'reviews')}</span>
    <span class="sub">
      <b class="dim">{KIND_WORDS[item.kind]}</b>
      {item.claim ? (
        <span class="badge warn">
          {item.claim.actor}, {minutesLeft(item.claim.until)} min
        </span>
      ) : null}
      <ClusterLabels cluster={item} />
      <span>{item.products.map(nameProduct).join(', ')}</span>
    </span>
    {decision ? <span class="sub">{decisionLine(decision)}</span> : null}
    {failure ? <span class="sub failure">{failure}</span> : null}
  </li>
);

type ClusterListProps = {
  queue: Queue;
  label: string;
  hrefOf: (id: string) => string;
  decisions: Map<string, Decision>;
  onSelect: (id: string) => void;
  more: { has: boolean; isLoading: boolean; load: () => void };
};

/** The clusters of one tab; it keeps its order, and the chosen row in sight. */
export function ClusterList({ queue, label, hrefOf, decisions, onSelect, more }: ClusterListProps) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector('.q[aria-current]');
    if (row && list.current && list.current.scrollHeight > list.current.clientHeight) {
      row.scrollIntoView({ block: 'nearest' });
    }
  }, [queue.selected]);
  return (
    <section class="queue" ref={list} aria-label={label}>
      <ol>
        {queue.items.map((item) => (
          <Row
            key={item.id}
            item={item}
            href={hrefOf(item.id)}
            isSelected={item.id === queue.selected}
            failure={queue.failed[item.id]}
            decision={decisions.get(item.id)}
            onSelect={() => onSelect(item.id)}
          />
        ))}
      </ol>
      {more.has ? (
        <button type="button" class="more" disabled={more.isLoading} onClick={more.load}>
          {more.isLoading ? 'Loading…' : 'Show more'}
        </button>
      ) : null}
    </section>
  );
}
