import type { ReviewView } from '../../../server/contract/reviews.ts';
import { Stars } from '../../components/parts.tsx';
import { type RowPlace, WindowList } from '../../components/window-list.tsx';
import { CHECK_WORDS } from '../../state/checks.ts';
import { nameProduct } from '../../state/figures.ts';
import { useMedia } from '../../state/media.ts';
import type { HeldBench } from './use-held.ts';

const HEADLINE = 80;
/** Findings named in a row; the others are counted. */
const FEW = 1;
/** What holds the review before what is only noted. */
const byWeight = (flags: ReviewView['flags']) =>
  [...flags].sort((a, b) => Number(b.level === 'hold') - Number(a.level === 'hold'));
/** Height of a row in pixels, as in the style sheet. */
const ROW = { desk: 60, touch: 68 } as const;

/** The title, or how the text begins. */
export const headlineOf = ({ title, text }: ReviewView) => {
  const line = (title?.trim() || text.trim()).replaceAll(/\s+/g, ' ');
  return line.length <= HEADLINE ? line || 'Without words' : `${line.slice(0, HEADLINE).trimEnd()} …`;
};

type RowProps = {
  item: ReviewView;
  at: RowPlace;
  href: string;
  isSelected: boolean;
  failure: string | undefined;
  onSelect: () => void;
};

const Row = ({ item, at, href, isSelected, failure, onSelect }: RowProps) => (
  <li
    class="q"
    style={{ top: `${at.top}px` }}
    aria-current={isSelected ? 'true' : undefined}
    aria-posinset={at.place}
    aria-setsize={at.total}
  >
    <a
      class="ttl"
      href={href}
      data-held={item.id}
      aria-current={isSelected ? 'true' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        onSelect();
      }}
    >
      {headlineOf(item)}
    </a>
    <span class="cnt">
      <Stars rating={item.rating} />
    </span>
    {failure ? (
      <span class="sub failure" title={failure}>
        {failure}
      </span>
    ) : (
      <span class="sub">
        {byWeight(item.flags)
          .slice(0, FEW)
          .map(({ check, level }) => (
            <span key={check} class={`badge ${level === 'hold' ? 'warn' : ''}`}>
              {CHECK_WORDS[check]}
            </span>
          ))}
        {item.flags.length > FEW ? <span>+{item.flags.length - FEW}</span> : null}
        <span>{nameProduct(item.product)}</span>
      </span>
    )}
  </li>
);

type HeldListProps = { bench: HeldBench; hrefOf: (id: string) => string; onSelect: (id: string) => void };

/** Reviews that wait, those that came in first at first. */
export function HeldList({ bench, hrefOf, onSelect }: HeldListProps) {
  const { queue, reading, loadMore } = bench;
  const isTouch = useMedia('(max-width: 900px)');
  return (
    <section class="queue" aria-label="Held reviews">
      <WindowList
        items={queue.items}
        row={ROW[isTouch ? 'touch' : 'desk']}
        total={Math.max(queue.total, queue.items.length)}
        kept={queue.items.findIndex(({ id }) => id === queue.selected)}
        onNearEnd={loadMore}
      >
        {(item, at) => (
          <Row
            key={item.id}
            item={item}
            at={at}
            href={hrefOf(item.id)}
            isSelected={item.id === queue.selected}
            failure={queue.failed[item.id]}
            onSelect={() => onSelect(item.id)}
          />
        )}
      </WindowList>
      {reading.next !== null ? (
        <button type="button" class="more" disabled={reading.isLoading} onClick={loadMore}>
          {reading.isLoading ? 'Loading…' : 'Show more'}
        </button>
      ) : null}
    </section>
  );
}
