import type { Polarity } from '../../../server/contract/primitives.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { Stars } from '../../components/parts.tsx';
import { formatDay } from '../../state/dates.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';
import { labelOf } from '../../state/workspace.ts';

const TAG_CLASSES: Record<Polarity, string> = { positive: 'pos', negative: 'neg', neutral: '', mixed: '' };
const SIGNS: Record<Polarity, string> = { positive: '+', negative: '\u2212', neutral: '·', mixed: '±' };

/** The features of a review with its judgement of each: sign and word besides the colour. */
export const Tags = ({ features }: { features: Record<string, Polarity> }) => (
  <ul class="tags">
    {Object.entries(features).map(([feature, polarity]) => (
      <li key={feature} class={`badge ${TAG_CLASSES[polarity]}`} title={polarity}>
        <span aria-hidden="true">{SIGNS[polarity]}</span>
        {labelOf(feature)}
        <span class="sr">, {polarity}</span>
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
    {review.status === 'published' ? null : <span class="badge warn">{STATUS_WORDS[review.status]}</span>}
    {review.cluster ? (
      <a class="badge accent" href={`/duplicates/${review.cluster}`}>
        {review.countedOnce ? 'Has copies' : 'Copy'}
      </a>
    ) : null}
  </p>
);

/** A review in a list: its text cut to what it says of features. */
export const ReviewItem = ({ review }: { review: ReviewView }) => (
  <li>
    <ReviewMeta review={review} />
    <blockquote>
      {review.title ? (
        <b class="quote-title">
          <MarkedText text={review.title} mentions={review.mentions} field="title" />
        </b>
      ) : null}
      <MarkedText text={review.text} mentions={review.mentions} field="text" isCut />
    </blockquote>
    <div class="item-foot">
      <Tags features={review.features} />
      <a class="link" href={`/reviews/${review.id}`}>
        Open <span class="sr">review</span> {review.id}
      </a>
    </div>
  </li>
);
