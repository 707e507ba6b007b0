import { useEffect } from 'preact/hooks';
import type { Summary } from '../../../server/contract/summary.ts';
import { CopyLink } from '../../components/filter-tools.tsx';
import { Empty, Failed, Skeleton, Stars } from '../../components/parts.tsx';
import { SentencesPanel } from '../../components/sentences-panel.tsx';
import { toAddress, useAddress } from '../../state/address.ts';
import { formatDay } from '../../state/dates.ts';
import { formatCount, formatMargin, formatSigned, formatStars, nameProduct, plural } from '../../state/figures.ts';
import { readFilters, writeFilters } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import { readTarget, type Target, writeTarget } from '../../state/sentences.ts';

type Entry = Summary['strengths'][number];
type ListProps = { title: string; entries: Entry[]; none: string; onOpen: (target: Target) => void };

const Sentence = ({ sentence }: Pick<Entry, 'sentence'>) =>
  sentence === null ? null : (
    <figure class="typical">
      <blockquote>{sentence.text}</blockquote>
      <figcaption>
        <Stars rating={sentence.rating} /> {formatDay(sentence.date)}{' '}
        <a class="link" href={`/reviews/${sentence.review}`}>
          Open review <span class="sr">{sentence.review}</span>
        </a>
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

/** A product in short: what buyers praise and blame, with counts and their own words, nothing invented. */
export function ProductPage({ product }: { product: string }) {
  const { params, change } = useAddress();
  const filters = { ...readFilters(params), product };
  const { product: _, ...query } = writeFilters(filters);
  const { value, error, isLoading, reload } = useResource<Summary>('/analytics/summary', { ...query, product });
  const target = readTarget(params);
  const open = (next: Target) => change(writeTarget(next));
  useEffect(() => {
    document.title = `${nameProduct(product)} · Reviewfinder`;
  }, [product]);
  return (
    <div class="page" aria-busy={isLoading}>
      <div class="page-head">
        <h1>{nameProduct(product)} in short</h1>
        <div class="right">
          <a class="btn quiet" href={toAddress('/', { ...query, product })}>
            Show all charts
          </a>
          <CopyLink />
        </div>
      </div>
      {error ? (
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
        <>
          <p class="lead">
            {plural(value.reviews, 'review', 'reviews')}, counted{' '}
            {value.counting === 'once' ? 'once' : 'with all copies'}.{' '}
            {value.average
              ? `Average ${formatStars(value.average.value)} stars ${formatMargin(value.average)}, n ${formatCount(value.rated)}.`
              : 'None has stars.'}
          </p>
          <div class="grid g-half">
            <FeatureList
              title="Strengths"
              entries={value.strengths}
              none="No feature is praised by more than chance."
              onOpen={open}
            />
            <FeatureList
              title="Weaknesses"
              entries={value.weaknesses}
              none="No feature is blamed by more than chance."
              onOpen={open}
            />
          </div>
          <p class="page-note">
            Features of at least {value.minN} reviews whose 95 % interval of net sentiment lies above or below zero. The
            sentences are customers’ own: of those that praise or blame the feature, the one that is closest to what the
            others say.
          </p>
        </>
      )}
      {target ? (
        <SentencesPanel
          filters={filters}
          target={target}
          onChange={(next) => change(writeTarget(next), { replace: true })}
          onClose={() => change(writeTarget(null))}
        />
      ) : null}
    </div>
  );
}
