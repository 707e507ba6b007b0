import type { ReviewView } from '../../../server/contract/reviews.ts';
import type { Highlight } from '../../../server/contract/search.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { Stars } from '../../components/parts.tsx';
import { NotAnalysed, TagBadge } from '../../components/tag-badge.tsx';
import { listTags } from '../../state/corrections.ts';
import { formatDay } from '../../state/dates.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';

/** The features of a review with its judgement of each; a pencil marks those that a person corrected. */
const Tags = ({ review }: { review: ReviewView }) => (
  <ul class="tags">
    {listTags(review)
      .filter(({ choice }) => choice !== null)
      .map(({ feature, choice, was }) => (
        <li key={feature}>
          <TagBadge feature={feature} choice={choice} {...(was === undefined ? {} : { was })} />
        </li>
      ))}
  </ul>
);

export const STATUS_WORDS = { published: 'Published', pending: 'Held', removed: 'Removed' } as const;

/** What a review is besides its text, in one line. */
export const ReviewMeta = ({ review }: { review: ReviewView }) => (
  <p class="meta">
    <Stars rating={review.rating} />
    <b>{nameProduct(review.product)}</b>
    <span>{nameOf(review.source)}</span>
    <span>{review.dateKnown ? formatDay(review.date) : `No date, came in ${formatDay(review.createdAt)}`}</span>
    {review.author ? <span>{review.author}</span> : null}
    {review.verified === null ? null : <span>{review.verified ? 'Verified' : 'Not verified'}</span>}
    <NotAnalysed language={review.language} />
    {review.status === 'published' ? null : <span class="badge warn">{STATUS_WORDS[review.status]}</span>}
    {review.cluster ? (
      <a class="badge accent" href={`/duplicates/${review.cluster}`}>
        {review.countedOnce ? 'Has copies' : 'Copy'}
      </a>
    ) : null}
  </p>
);

/** A review in a list: its text cut to what it says of features. */
export const ReviewItem = ({ review, found = [] }: { review: ReviewView; found?: readonly Highlight[] }) => (
  <li>
    <ReviewMeta review={review} />
    <blockquote>
      {review.title ? (
        <b class="quote-title">
          <MarkedText review={review} field="title" found={found.filter(({ field }) => field === 'title')} />
        </b>
      ) : null}
      <MarkedText review={review} field="text" isCut found={found.filter(({ field }) => field === 'text')} />
    </blockquote>
    <div class="item-foot">
      <Tags review={review} />
      <a class="link" href={`/reviews/${review.id}`}>
        Open <span class="sr">review</span> {review.id}
      </a>
    </div>
  </li>
);
