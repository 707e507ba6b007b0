import { useEffect, useRef } from 'preact/hooks';
import type { Quote, Quotes } from '../../server/contract/analytics.ts';
import { formatCount } from '../state/figures.ts';
import type { Query } from '../state/filters.ts';
import type { Pages } from '../state/pages.ts';
import { nameTarget, type Target } from '../state/sentences.ts';
import { Empty, Failed, Skeleton } from './parts.tsx';
import { QuoteItem } from './quote-item.tsx';

/** Reads on when the end of the list comes near on its own scroll. */
function useReadOn(quotes: Pages<Quote, Quotes>) {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef<() => void>(() => undefined);
  more.current = () => {
    if (quotes.hasMore && !quotes.isLoading && !quotes.error) quotes.loadMore();
  };
  const count = quotes.items.length;
  useEffect(() => {
    const scroller = end.current?.parentElement;
    if (!scroller || count === 0) return;
    const onScroll = () => {
      if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 400) more.current();
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [count === 0]);
  return end;
}

type QuoteListProps = { quotes: Pages<Quote, Quotes>; target: Target; query: Query };

/** The sentences, read on as one scrolls, and how many of all are there. */
export function QuoteList({ quotes, target, query }: QuoteListProps) {
  const total = quotes.last?.total ?? null;
  const shown = quotes.items.length - quotes.left.size;
  const end = useReadOn(quotes);
  return (
    <>
      <div class="sheet-scroll" aria-busy={quotes.isLoading}>
        <p class="sr" role="status">
          {total === null ? 'Loading' : nameTarget(total, target)}
        </p>
        {quotes.error && quotes.items.length === 0 ? (
          <Failed what="The sentences" detail={quotes.error.message} onRetry={quotes.reload} />
        ) : total === 0 && quotes.items.length === 0 ? (
          <Empty icon="search" title="No review">
            Nothing matches this any more.
          </Empty>
        ) : quotes.items.length === 0 ? (
          <div class="card-b">
            <Skeleton lines={12} />
          </div>
        ) : (
          <ol class="quotes">
            {quotes.items.map((quote) => (
              <QuoteItem
                key={quote.review.id}
                quote={quote}
                query={query}
                hasLeft={quotes.left.has(quote.review.id)}
                onChanged={(review) => quotes.update(review.id, (old) => ({ ...old, review }))}
              />
            ))}
          </ol>
        )}
        <div ref={end} />
      </div>
      {total === null || total === 0 ? null : (
        <p class="sheet-foot">
          <span class="muted">
            {formatCount(shown)} of {formatCount(total)}
          </span>
          {quotes.hasMore ? (
            <button type="button" class="link" disabled={quotes.isLoading} onClick={quotes.loadMore}>
              {quotes.isLoading ? 'Loading…' : 'Show more'}
            </button>
          ) : null}
          {quotes.error && quotes.items.length > 0 ? <span class="error-text">{quotes.error.message}</span> : null}
        </p>
      )}
    </>
  );
}
