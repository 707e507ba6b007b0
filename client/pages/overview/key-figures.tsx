import type { ComponentChildren } from 'preact';
import type { DuplicatesEffect, FeatureTable } from '../../../server/contract/analytics.ts';
import { isNarrowed } from '../../components/filter-tools.tsx';
import { Failed } from '../../components/parts.tsx';
import { toAddress } from '../../state/address.ts';
import { formatCount, formatMargin, formatShare, formatSigned, formatStars } from '../../state/figures.ts';
import type { FilterState } from '../../state/filters.ts';
import type { Resource } from '../../state/resource.ts';

type FigureProps = { title: string; figure: string | null; aside?: string; children: ComponentChildren };

const Figure = ({ title, figure, aside, children }: FigureProps) => (
  <div class="kpi">
    <h2>{title}</h2>
    <div class="fig">
      {figure === null ? <span class="skel fig-skel" /> : figure}
      {aside ? <span class="chg">{aside}</span> : null}
    </div>
    <p class="sub">{children}</p>
  </div>
);

type Sum = DuplicatesEffect['once'];
const starsOf = (sum: Sum) => (sum.average === null ? '–' : formatStars(sum.average));
const netOf = (sum: Sum) => (sum.net === null ? '–' : formatSigned(sum.net.value));

type KeyFiguresProps = {
  effect: Resource<DuplicatesEffect>;
  features: FeatureTable | null;
  filters: FilterState;
  /** For a reader by a link: nothing leads to the queue. */
  isRead?: boolean;
};

/** Four figures, each with its n and with what it would be if copies were counted the other way. */
export function KeyFigures({
  effect: { value, error, isLoading, reload },
  features,
  filters,
  isRead = false,
}: KeyFiguresProps) {
  const { counting, product } = filters;
  if (error) {
    return (
      <section class="card" aria-label="Key figures">
        <Failed level={2} what="The key figures" detail={error.message} onRetry={reload} />
      </section>
    );
  }
  const here = value?.[counting];
  const there = value?.[counting === 'once' ? 'all' : 'once'];
  const other = counting === 'once' ? 'with copies counted' : 'counted once';
  return (
    <section class={`card ${isLoading && value ? 'stale' : ''}`} aria-label="Key figures" aria-busy={isLoading}>
      <div class="kpis">
        <Figure title="Reviews" figure={here ? formatCount(here.reviews) : null}>
          {there ? `${formatCount(there.reviews)} ${other}` : '\u00a0'}
        </Figure>
        <Figure title="Average stars" figure={here ? starsOf(here) : null}>
          {here && there
            ? here.rated === 0
              ? 'No review has stars'
              : `n ${formatCount(here.rated)} · ${starsOf(there)} ${other}`
            : '\u00a0'}
        </Figure>
        <Figure
          title="Net sentiment"
          figure={here ? netOf(here) : null}
          {...(here?.net ? { aside: formatMargin(here.net) } : {})}
        >
          {there && features
            ? features.mentioning === 0
              ? 'No review names a feature'
              : `n ${formatCount(features.mentioning)} · ${netOf(there)} ${other}`
            : '\u00a0'}
        </Figure>
        <Figure title="Copies found" figure={value ? formatCount(value.copies) : null}>
          {value ? (
            <>
              {value.all.reviews > 0
                ? `${formatShare(value.copies / value.all.reviews, { fine: true })} of ${formatCount(value.all.reviews)}${isRead ? '' : ' · '}`
                : ''}
              {isRead ? null : (
                <a class="link" href={toAddress('/duplicates', product === null ? {} : { product })}>
                  {formatCount(value.openClusters)} to decide
                  {isNarrowed({ ...filters, product: null }) ? ' in all' : ''}
                </a>
              )}
            </>
          ) : (
            '\u00a0'
          )}
        </Figure>
      </div>
    </section>
  );
}
