import type { ClusterState, ClusterSummary, Decision } from '../../../server/contract/duplicates.ts';
import type { Claim } from '../../../server/contract/problem.ts';
import { type RowPlace, WindowList } from '../../components/window-list.tsx';
import { formatInstant } from '../../state/dates.ts';
import { nameProduct, plural } from '../../state/figures.ts';
import { useMedia } from '../../state/media.ts';
import type { Queue } from '../../state/queue.ts';
import { nameReason } from '../../state/queue-filters.ts';
import { isChosen, type Selection } from '../../state/selection.ts';
import { KIND_WORDS } from '../../state/split-cluster.ts';
import { useTick } from './bench-hooks.ts';
import { ClusterLabels } from './cluster-labels.tsx';

const minutesLeft = (until: string) => Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 60_000));

/** "Ann is reviewing, 2 min"; nothing once the claim has ended. */
export const tellClaim = (claim: Claim | null): string | null => {
  if (!claim || Date.parse(claim.until) <= Date.now()) return null;
  const left = `${minutesLeft(claim.until)} min`;
  return claim.mine ? `Yours, ${left}` : `${claim.actor} is reviewing, ${left}`;
};

const decisionLine = (decision: Decision) =>
  [decision.actor, formatInstant(decision.at), nameReason(decision.reason)].filter(Boolean).join(' · ');

/** Height of a row in pixels, as in the style sheet: decided ones have a line more. */
const ROWS = { desk: { open: 60, decided: 80 }, touch: { open: 68, decided: 88 } } as const;

type RowProps = {
  item: ClusterSummary;
  at: RowPlace;
  href: string;
  isSelected: boolean;
  gone: string | undefined;
  failure: string | undefined;
  decision: Decision | undefined;
  isTicked: boolean | null;
  onTick: (isRange: boolean) => void;
  onSelect: () => void;
};

function SecondLine({ item, gone, failure }: Pick<RowProps, 'item' | 'gone' | 'failure'>) {
  if (gone) return <span class="sub">{gone}</span>;
  if (failure)
    return (
      <span class="sub failure" title={failure}>
        {failure}
      </span>
    );
  const claim = tellClaim(item.claim);
  return (
    <span class="sub">
      <b class="dim">{KIND_WORDS[item.kind]}</b>
      {claim ? <span class={`badge ${item.claim?.mine ? '' : 'warn'}`}>{claim}</span> : null}
      <ClusterLabels cluster={item} />
      <span>{item.products.map(nameProduct).join(', ')}</span>
    </span>
  );
}

const Row = ({ item, at, href, isSelected, gone, failure, decision, isTicked, onTick, onSelect }: RowProps) => (
  <li
    class={`q ${gone ? 'gone' : ''} ${isTicked === null ? '' : 'ticks'}`}
    style={{ top: `${at.top}px` }}
    aria-current={isSelected ? 'true' : undefined}
    aria-posinset={at.place}
    aria-setsize={at.total}
  >
    {isTicked === null ? null : (
      <input
        type="checkbox"
        aria-label={`Select ${item.headline}`}
        checked={isTicked}
        disabled={gone !== undefined}
        onClick={(event) => onTick(event.shiftKey)}
      />
    )}
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
    <SecondLine item={item} gone={gone} failure={failure} />
    {decision ? <span class="sub">{decisionLine(decision)}</span> : null}
  </li>
);

type ClusterListProps = {
  queue: Queue;
  tab: ClusterState;
  hrefOf: (id: string) => string;
  decisions: Map<string, Decision>;
  /** What is chosen to be decided at once; null where nothing can be. */
  selection: Selection | null;
  onTick: (id: string, isRange: boolean) => void;
  onSelect: (id: string) => void;
  /** The pointer has left: now rows may move. */
  onLeave: () => void;
  more: { has: boolean; isLoading: boolean; load: () => void };
  /** "Show 5 new", or that events were missed. */
  news: { label: string; show: () => void } | null;
};

/** The clusters of one tab; it keeps its order, and the chosen row in sight. */
export function ClusterList(props: ClusterListProps) {
  const { queue, tab, hrefOf, decisions, selection, onTick, onSelect, onLeave, more, news } = props;
  const isTouch = useMedia('(max-width: 900px)');
  useTick();
  const row = ROWS[isTouch ? 'touch' : 'desk'][tab === 'open' ? 'open' : 'decided'];
  return (
    <section
      class={`queue ${tab === 'open' ? '' : 'decided'}`}
      aria-label={tab === 'open' ? 'Clusters to decide' : 'Decided clusters'}
      onMouseLeave={onLeave}
    >
      {news ? (
        <button type="button" class="new" onClick={news.show}>
          {news.label}
        </button>
      ) : null}
      <WindowList
        items={queue.items}
        row={row}
        total={Math.max(queue.total, queue.items.length)}
        kept={queue.items.findIndex((item) => item.id === queue.selected)}
        onNearEnd={more.load}
      >
        {(item, at) => (
          <Row
            key={item.id}
            item={item}
            at={at}
            href={hrefOf(item.id)}
            isSelected={item.id === queue.selected}
            gone={queue.gone[item.id]}
            failure={queue.failed[item.id]}
            decision={decisions.get(item.id)}
            isTicked={selection && isChosen(selection, item.id)}
            onTick={(isRange) => onTick(item.id, isRange)}
            onSelect={() => onSelect(item.id)}
          />
        )}
      </WindowList>
      {more.has ? (
        <button type="button" class="more" disabled={more.isLoading} onClick={more.load}>
          {more.isLoading ? 'Loading…' : 'Show more'}
        </button>
      ) : null}
    </section>
  );
}
