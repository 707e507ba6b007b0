import { useMemo } from 'preact/hooks';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { Icon } from '../../components/icon.tsx';
import { Stars } from '../../components/parts.tsx';
import { Steps } from '../../components/steps.tsx';
import { CHECK_WORDS } from '../../state/checks.ts';
import { formatDay } from '../../state/dates.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';
import { markFlags } from '../../state/flag-marks.ts';
import { headlineOf } from './held-list.tsx';

/** A field of the review with the words that are held against it; each mark says by what. */
function FlaggedText({ review, field }: { review: ReviewView; field: 'title' | 'text' }) {
  const text = review[field] ?? '';
  const runs = useMemo(() => markFlags(text, review.flags, field), [text, review.flags, field]);
  return (
    <>
      {runs.map((run, at) => {
        const told = run.flags.flatMap((index) => {
          const check = review.flags[index]?.check;
          return check === undefined ? [] : [CHECK_WORDS[check]];
        });
        return run.flags.length === 0 ? (
          run.text
        ) : (
          <mark key={at} class="flagged" title={told.join(', ')}>
            {run.text}
            <span class="sr"> ({told.join(', ')}) </span>
          </mark>
        );
      })}
    </>
  );
}

const Reasons = ({ review }: { review: ReviewView }) => (
  <ul class="held-reasons" aria-label="What was found">
    {review.flags.map((flag) => (
      <li key={flag.check}>
        <span class={`badge ${flag.level === 'hold' ? 'warn' : ''}`}>
          {flag.level === 'hold' ? 'Holds it' : 'Noted'}
        </span>
        <span>
          <b>{CHECK_WORDS[flag.check]}.</b> {flag.detail}
          {flag.failed ? ' The check itself failed, so a person has to look.' : ''}
        </span>
      </li>
    ))}
    {review.flags.length === 0 ? (
      <li>
        <span class="badge">By hand</span>
        <span>No check holds it: somebody has set it to wait.</span>
      </li>
    ) : null}
  </ul>
);

type HeldViewProps = {
  review: ReviewView;
  position: { at: number; total: number };
  failure: string | undefined;
  actions: Record<'previous' | 'next', () => void>;
};

/** One held review: what was found in it, and its words with those marked. */
export function HeldView({ review, position, failure, actions }: HeldViewProps) {
  return (
    <>
      <div class="d-head">
        <h2 tabIndex={-1} id="held-title">
          {headlineOf(review)}
        </h2>
        <Steps position={position} actions={actions} />
      </div>
      {failure ? (
        <p class="note warn" role="alert">
          <Icon name="alert" />
          <span>
            <b>Not done:</b> {failure}
          </span>
        </p>
      ) : null}
      <Reasons review={review} />
      <article class="held-review" aria-label={`Review ${review.id}`}>
        <p class="meta">
          <a class="rid" href={`/reviews/${review.id}`}>
            {review.id}
          </a>
          <Stars rating={review.rating} />
          <span>{review.author ?? 'Not named'}</span>
          <span>{review.dateKnown ? formatDay(review.date) : 'Without a date'}</span>
          <span>{nameProduct(review.product)}</span>
          <span>{nameOf(review.source)}</span>
        </p>
        {review.title ? (
          <p class="side-title">
            <FlaggedText review={review} field="title" />
          </p>
        ) : null}
        <p class="held-text">
          <FlaggedText review={review} field="text" />
        </p>
        {review.masked.length > 0 ? (
          <p class="after-note">Personal data is masked here ({review.masked.join(', ')}); the marks stand for it.</p>
        ) : null}
      </article>
    </>
  );
}
