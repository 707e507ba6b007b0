import { useEffect, useRef, useState } from 'preact/hooks';
import type { FeatureTable, Quote, QuoteOrder, Quotes } from '../../server/contract/analytics.ts';
import type { Polarity } from '../../server/contract/primitives.ts';
import { useAddress } from '../state/address.ts';
import { formatCount, nameOf, nameProduct } from '../state/figures.ts';
import { type FilterState, POLARITIES, type Query } from '../state/filters.ts';
import { usePages } from '../state/pages.ts';
import { useResource } from '../state/resource.ts';
import { nameTarget, readTarget, type Target, toQuotesQuery, writeTarget } from '../state/sentences.ts';
import { labelOf } from '../state/workspace.ts';
import { namePeriod } from './filter-tools.tsx';
import { Icon } from './icon.tsx';
import { MarksKey } from './marked-text.tsx';
import { Segments } from './parts.tsx';
import { QuoteList } from './quote-list.tsx';

const PAGE = '20';
const idOfQuote = (quote: Quote) => quote.review.id;

/** What the open number is about, besides its judgement: "Night vision · Halden solo · 12 – 18 Oct 2026". */
function tellScope(query: Query): string {
  const parts = [
    query['feature'] ? query['feature'].split(',').map(labelOf).join(', ') : null,
    query['product'] ? nameProduct(query['product']) : 'all products',
    query['source'] ? nameOf(query['source']) : null,
    query['from'] || query['to'] ? namePeriod(query['from'] ?? null, query['to'] ?? null) : 'all time',
    query['counting'] === 'all' ? 'all reviews' : 'counted once',
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

type PolarityChipsProps = {
  query: Query;
  chosen: Polarity | undefined;
  onChoose: (polarity: Polarity | undefined) => void;
};

/** All, negative, mixed, neutral, positive of one feature, each with its number of reviews. */
function PolarityChips({ query, chosen, onChoose }: PolarityChipsProps) {
  const { polarity: _, ...whole } = query;
  const { value } = useResource<FeatureTable>('/analytics/features', whole);
  const row = value?.rows.find((entry) => entry.feature === query['feature']);
  const chips: { id: Polarity | undefined; label: string; count: number | undefined }[] = [
    { id: undefined, label: 'All', count: row?.reviews },
    ...POLARITIES.map((id) => ({ id, label: nameOf(id), count: row?.[id] })),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons
    <div class="chips" role="group" aria-label="Judgement">
      {chips.map(({ id, label, count }) => (
        <button
          key={label}
          type="button"
          class="chip"
          aria-pressed={chosen === id}
          disabled={count === 0 && chosen !== id}
          onClick={() => onChoose(id)}
        >
          {label} <i>{count === undefined ? '' : formatCount(count)}</i>
        </button>
      ))}
    </div>
  );
}

const ORDERS: readonly { id: QuoteOrder; label: string }[] = [
  { id: 'representative', label: 'Typical first' },
  { id: 'newest', label: 'Newest first' },
];

/** How the sentences are ordered; the method behind "typical" is said, so that nobody has to trust it blindly. */
const Order = ({ chosen, onChoose }: { chosen: QuoteOrder; onChoose: (order: QuoteOrder) => void }) => (
  <div class="quote-order">
    <Segments label="Order" choices={ORDERS} chosen={chosen} onChoose={onChoose} />
    <small class="muted">
      {chosen === 'representative'
        ? 'Typical: closest in words to all the others, then unlike those above it; one an author at the top'
        : 'By the day of the review'}
    </small>
  </div>
);

type SentencesPanelProps = {
  filters: FilterState;
  target: Target;
  onChange: (target: Target) => void;
  onClose: () => void;
};

/** The sentences behind a number: exactly the reviews that it counts, on a sheet over the page. */
function SentencesPanel({ filters, target, onChange, onClose }: SentencesPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const query = toQuotesQuery(filters, target);
  const [order, setOrder] = useState<QuoteOrder>('representative');
  const quotes = usePages<Quote, Quotes>('/analytics/quotes', { ...query, order, limit: PAGE }, idOfQuote);
  useEffect(() => {
    const sheet = dialog.current;
    if (sheet && !sheet.open) sheet.showModal();
    sheet?.querySelector('h2')?.focus();
    return () => sheet?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby="sentences-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-in">
        <header class="sheet-h">
          <div>
            <h2 id="sentences-title" tabIndex={-1}>
              {quotes.last ? nameTarget(quotes.last.total, target) : 'Sentences'}
            </h2>
            <p>{tellScope(query)}</p>
          </div>
          <button type="button" class="icon-btn" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="sheet-tools">
          {target.feature ? (
            <PolarityChips
              query={query}
              chosen={target.polarity}
              onChoose={(polarity) => {
                const { polarity: _, ...rest } = target;
                onChange(polarity === undefined ? rest : { ...rest, polarity });
              }}
            />
          ) : null}
          <Order chosen={order} onChoose={setOrder} />
          <MarksKey />
        </div>
        <QuoteList quotes={quotes} target={target} query={query} />
      </div>
    </dialog>
  );
}

/** The sentences of the number that is open in the address, and how one is opened. */
export function useSentences(filters: FilterState) {
  const { params, change } = useAddress();
  const target = readTarget(params);
  return {
    open: (next: Target) => change(writeTarget(next)),
    panel: target ? (
      <SentencesPanel
        filters={filters}
        target={target}
        onChange={(next) => change(writeTarget(next), { replace: true })}
        onClose={() => change(writeTarget(null))}
      />
    ) : null,
  };
}
