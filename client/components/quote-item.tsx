import { useState } from 'preact/hooks';
import type { Quote } from '../../server/contract/analytics.ts';
import type { ReviewView } from '../../server/contract/reviews.ts';
import { shareToken } from '../api.ts';
import { listAsked } from '../state/corrections.ts';
import { formatDay } from '../state/dates.ts';
import { nameOf, nameProduct } from '../state/figures.ts';
import type { Query } from '../state/filters.ts';
import { useEdits } from '../state/use-edits.ts';
import { MarkedText } from './marked-text.tsx';
import { Stars } from './parts.tsx';
import { ReviewTags } from './review-tags.tsx';
import { NotAnalysed } from './tag-badge.tsx';
import { TagLine } from './tag-line.tsx';

type QuoteItemProps = {
  quote: Quote;
  /** What the list was asked for. */
  query: Query;
  /** It is no longer one of those that were asked for. */
  hasLeft: boolean;
  onChanged: (review: ReviewView) => void;
};

/** One review with the sentences it is listed for, and the tags that brought it here. */
export function QuoteItem({ quote: { review, mentions }, query, hasLeft, onChanged }: QuoteItemProps) {
  const edits = useEdits(review, onChanged);
  const tags = listAsked(review, query);
  const [isWhole, setWhole] = useState(false);
  return (
    <li>
      <p class="meta">
        <Stars rating={review.rating} />
        <b>{nameProduct(review.product)}</b>
        <span>{nameOf(review.source)}</span>
        <span>{review.dateKnown ? formatDay(review.date) : 'No date'}</span>
        {review.verified ? <span>Verified</span> : null}
        <NotAnalysed language={review.language} />
      </p>
      <blockquote>
        {review.title ? (
          <b class="quote-title">
            <MarkedText review={review} mentions={mentions} field="title" />
          </b>
        ) : null}
        <MarkedText review={review} mentions={mentions} field="text" isCut />
      </blockquote>
      {shareToken() !== null ? null : (
        <div class={`quote-foot ${tags.length === 1 ? 'one' : ''}`}>
          {isWhole ? null : tags.map((tag) => <TagLine key={tag.feature} tag={tag} edits={edits} />)}
          <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            All tags <span class="sr">of {review.id}</span>
          </button>
          <a class="link" href={`/reviews/${review.id}`}>
            Open review <span class="sr">{review.id}</span>
          </a>
          {isWhole ? (
            <div class="quote-tags">
              <ReviewTags review={review} onChanged={onChanged} />
            </div>
          ) : null}
          {hasLeft ? <p class="muted has-left">No longer counted in this number</p> : null}
        </div>
      )}
    </li>
  );
}
