import type { Summary } from '../../../server/contract/summary.ts';
import { shareToken } from '../../api.ts';
import { Empty, Failed, Skeleton, Stars } from '../../components/parts.tsx';
import { formatDay } from '../../state/dates.ts';
import { formatCount, formatMargin, formatSigned, formatStars, plural } from '../../state/figures.ts';
import type { Resource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';

type Entry = Summary['strengths'][number];
type ListProps = { title: string; entries: Entry[]; none: string; onOpen: (target: Target) => void };

const Sentence = ({ sentence }: Pick<Entry, 'sentence'>) =>
  sentence === null ? null : (
    <figure class="typical">
      <blockquote>{sentence.text}</blockquote>
      <figcaption>
        <Stars rating={sentence.rating} /> {formatDay(sentence.date)}{' '}
        {shareToken() === null ? (
          <a class="link no-print" href={`/reviews/${sentence.review}`}>
            Open review <span class="sr">{sentence.review}</span>
          </a>
        ) : null}
      </figcaption>
    </figure>
  );

/** Strengths or weaknesses, each with its counts and a sentence of a customer. */
const FeatureList = ({ title, entries, none, onOpen }: ListProps) => (
  <section class="card" aria-label={title}>
    <div class="card-h">
      <div>
        <h2>{title}</h2>
      </div>
    </div>
    <div class="card-b">
      {entries.length === 0 ? <p class="muted">{none}</p> : null}
      <ol class="in-short">
        {entries.map((entry) => (
          <li key={entry.feature}>
            <p>
              <b>{entry.label}</b>
              {entry.net ? ` ${formatSigned(entry.net.value)} ${formatMargin(entry.net)}` : ''}
            </p>
            <p class="sub">
              {(['positive', 'negative'] as const).map((polarity) => (
                <button
                  key={polarity}
                  type="button"
                  class="link"
                  disabled={entry[polarity] === 0}
                  onClick={() => onOpen({ feature: entry.feature, polarity })}
                >
                  {formatCount(entry[polarity])} {polarity}
                  <span class="sr"> about {entry.label}</span>
                </button>
              ))}
              <span class="muted">of {plural(entry.reviews, 'review', 'reviews')}</span>
            </p>
            <Sentence sentence={entry.sentence} />
          </li>
        ))}
      </ol>
    </div>
  </section>
);

const Lists = ({ summary, onOpen }: { summary: Summary; onOpen: (target: Target) => void }) => (
  <>
    <p class="lead">
      {plural(summary.reviews, 'review', 'reviews')}, counted {summary.counting === 'once' ? 'once' : 'with all copies'}
      .{' '}
      {summary.average
        ? `Average ${formatStars(summary.average.value)} stars ${formatMargin(summary.average)}, n ${formatCount(summary.rated)}.`
        : 'None has stars.'}
    </p>
    <div class="grid g-half">
      <FeatureList
        title="Strengths"
        entries={summary.strengths}
        none="No feature is praised by more than chance."
        onOpen={onOpen}
      />
      <FeatureList
        title="Weaknesses"
        entries={summary.weaknesses}
        none="No feature is blamed by more than chance."
        onOpen={onOpen}
      />
    </div>
    <p class="page-note">
      Features of at least {summary.minN} reviews whose 95 % interval of net sentiment lies above or below zero. The
      sentences are customers’ own: of those that praise or blame the feature, the one that is closest to what the
      others say.
    </p>
  </>
);

type ProductShortProps = { summary: Resource<Summary>; onOpen: (target: Target) => void };

/** What buyers of a product praise and blame, in its states. */
export const ProductShort = ({ summary: { value, error, reload }, onOpen }: ProductShortProps) =>
  error ? (
    <section class="card">
      <Failed level={2} what="The summary" detail={error.message} onRetry={reload} />
    </section>
  ) : value === null ? (
    <section class="card">
      <div class="card-b">
        <Skeleton height={520} />
      </div>
    </section>
  ) : value.reviews === 0 ? (
    <section class="card nothing">
      <Empty level={2} icon="search" title="No reviews">
        No review of this product matches.
      </Empty>
    </section>
  ) : (
    <Lists summary={value} onOpen={onOpen} />
  );
