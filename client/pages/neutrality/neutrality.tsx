import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { Neutrality as Report } from '../../../server/contract/moderation.ts';
import { Icon } from '../../components/icon.tsx';
import { Empty, Failed, PillSelect, Skeleton } from '../../components/parts.tsx';
import { SavedViews } from '../../components/saved-views.tsx';
import { type Patch, toAddress, useAddress } from '../../state/address.ts';
import { nameOf, nameProduct, plural } from '../../state/figures.ts';
import { readFilters, writeFilters } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import { workspace } from '../../state/workspace.ts';
import { RateTable } from './rate-table.tsx';
import { RemovalsTable } from './removals-table.tsx';
import { TestsTable } from './tests-table.tsx';
import { TimeTable } from './time-table.tsx';

const INTERVALS = [
  { value: '', label: 'By week' },
  { value: 'day', label: 'By day' },
];

/** Warnings first, in words; that there are none is said as well, and of how much. */
const Findings = ({ value }: { value: Report }) =>
  value.warnings.length > 0 ? (
    <ul class="warnings">
      {value.warnings.map(({ moderator, reason, unit, finding }) => (
        <li key={`${moderator} ${reason} ${unit}`} class="note warn">
          <Icon name="alert" />
          <span class="finding">{finding}</span>
        </li>
      ))}
    </ul>
  ) : (
    <p class="note neutral-ok">
      <Icon name="check" />
      <span>
        <b>No warning.</b> In {plural(value.decisions, 'decision', 'decisions')} on{' '}
        {plural(value.reviews, 'review', 'reviews')}, of which {plural(value.removed, 'was', 'were')} removed, low
        ratings were not removed more often than chance allows.
      </span>
    </p>
  );

type CardProps = { title: string; told: string; children: ComponentChildren };

const FigureCard = ({ title, told, children }: CardProps) => {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-h">
        <div>
          <h2 id={id}>{title}</h2>
          <p>{told}</p>
        </div>
      </div>
      <div class="card-b">{children}</div>
    </section>
  );
};

const Cards = ({ value }: { value: Report }) => (
  <>
    <Findings value={value} />
    <div class="grid">
      <FigureCard
        title="How often reviews are removed"
        told="Removed of those decided on, by stars; the bar is the 95 % interval."
      >
        <RateTable value={value} />
      </FigureCard>
      {value.removals.length > 0 ? (
        <FigureCard title="Who removed what, and why" told="Removed reviews by moderator, reason and stars.">
          <RemovalsTable value={value} />
        </FigureCard>
      ) : null}
      {value.overTime.length > 0 ? (
        <FigureCard title="Removed over time" told="By the day of the decision; times without removals are left out.">
          <TimeTable value={value} />
        </FigureCard>
      ) : null}
      {value.tests.length > 0 ? (
        <FigureCard title="What was tested" told="Each question once, the most telling first.">
          <TestsTable value={value} />
        </FigureCard>
      ) : null}
    </div>
    <p class="method">{value.method}</p>
  </>
);

/** The body of the page in each of its states. */
function Body({ query, onClear }: { query: Record<string, string>; onClear: () => void }) {
  const { value, error, isLoading, reload } = useResource<Report>('/moderation/neutrality', query);
  if (error && value === null) return <Failed level={2} what="This page" detail={error.message} onRetry={reload} />;
  if (value === null) return <Skeleton height={420} />;
  if (value.decisions > 0)
    return (
      <div class={isLoading ? 'stale' : ''} aria-busy={isLoading}>
        <Cards value={value} />
      </div>
    );
  const isFiltered = Object.keys(query).some((name) => name !== 'interval');
  return isFiltered ? (
    <Empty
      level={2}
      icon="search"
      title="Nothing matches"
      foot={
        <button type="button" class="btn small" onClick={onClear}>
          Clear filters
        </button>
      }
    >
      No decision that stands is like this.
    </Empty>
  ) : (
    <Empty
      level={2}
      icon="check"
      title="No decisions yet"
      foot={
        <a class="link" href="/duplicates">
          Go to duplicates
        </a>
      }
    >
      Once moderators have decided, this page tells whether they decide alike whatever the stars.
    </Empty>
  );
}

/** Whether reviews of few stars are removed more often than chance allows. */
export function Neutrality() {
  const { params, change, route } = useAddress();
  const { product, source, from, to } = readFilters(params);
  const interval = params.get('interval') === 'day' ? { interval: 'day' } : {};
  const shared = writeFilters({ ...readFilters(new URLSearchParams()), product, source, from, to });
  const query = { ...shared, ...interval };
  const { products = [], sources = [] } = workspace.value ?? {};
  const set = (patch: Patch) => change(patch);
  useEffect(() => {
    document.title = 'Neutrality · Reviewfinder';
  }, []);
  return (
    <div class="page neutrality-page">
      <div class="page-head">
        <h1>Neutrality</h1>
        <div class="right">
          <SavedViews
            page="neutrality"
            query={params.toString()}
            onOpen={(saved) => route(toAddress('/neutrality', new URLSearchParams(saved)))}
          />
        </div>
      </div>
      <div class="filters">
        <PillSelect
          label="Product"
          value={product ?? ''}
          isOn={product !== null}
          options={[
            { value: '', label: 'All' },
            ...products.map((entry) => ({ value: entry.product, label: nameProduct(entry.product) })),
          ]}
          onChange={(value) => set({ product: value || null })}
        />
        <PillSelect
          label="Source"
          value={source ?? ''}
          isOn={source !== null}
          options={[
            { value: '', label: 'All' },
            ...sources.map((entry) => ({ value: entry.source, label: nameOf(entry.source) })),
          ]}
          onChange={(value) => set({ source: value || null })}
        />
        {(['from', 'to'] as const).map((name) => {
          const value = name === 'from' ? from : to;
          return (
            <label key={name} class={`pill ${value ? 'on' : ''}`}>
              <span>{name === 'from' ? 'Decided from' : 'to'}</span>
              <input
                type="date"
                value={value ?? ''}
                onChange={(event) => set({ [name]: event.currentTarget.value || null })}
              />
            </label>
          );
        })}
        <PillSelect
          label="Over time"
          value={interval.interval ?? ''}
          options={INTERVALS}
          onChange={(value) => set({ interval: value || null })}
        />
      </div>
      <Body query={query} onClear={() => set({ product: null, source: null, from: null, to: null })} />
    </div>
  );
}
