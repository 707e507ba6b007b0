import type { ReviewPage } from '../../../server/contract/reviews.ts';
import { Skeleton } from '../../components/parts.tsx';
import type { Patch } from '../../state/address.ts';
import { formatCount, nameOf, nameProduct, plural } from '../../state/figures.ts';
import type { FilterState, Query } from '../../state/filters.ts';
import { useMedia } from '../../state/media.ts';
import { useResource } from '../../state/resource.ts';
import { labelOf } from '../../state/workspace.ts';

const MOST = 8;
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['feature', 'polarity']);

type Entry = { value: string; label: string; reviews: number };
type Group = { title: string; name: string; chosen: readonly string[]; isList: boolean; entries: Entry[] };

type Found = NonNullable<ReviewPage['facets']>;

const toGroups = (found: Found, filters: FilterState): Group[] => [
  {
    title: 'Feature',
    name: 'feature',
    chosen: filters.feature,
    isList: true,
    entries: found.features.map(({ value, reviews }) => ({ value, reviews, label: labelOf(value) })),
  },
  {
    title: 'Judgement',
    name: 'polarity',
    chosen: filters.polarity,
    isList: true,
    entries: found.polarities.map(({ value, reviews }) => ({ value, reviews, label: nameOf(value) })),
  },
  {
    title: 'Stars',
    name: 'rating',
    chosen: filters.rating,
    isList: true,
    entries: found.stars.map(({ value, reviews }) => ({
      value: value === null ? 'none' : String(value),
      reviews,
      label: value === null ? 'No stars' : plural(value, 'star', 'stars'),
    })),
  },
  {
    title: 'Product',
    name: 'product',
    chosen: filters.product === null ? [] : [filters.product],
    isList: false,
    entries: found.products.map(({ value, reviews }) => ({ value, reviews, label: nameProduct(value) })),
  },
  {
    title: 'Source',
    name: 'source',
    chosen: filters.source === null ? [] : [filters.source],
    isList: false,
    entries: found.sources.map(({ value, reviews }) => ({ value, reviews, label: nameOf(value) })),
  },
];

/** The parameter with the entry put in, or taken out where it is in. */
function toggle({ name, chosen, isList }: Group, value: string): Patch {
  if (chosen.includes(value)) return { [name]: chosen.filter((entry) => entry !== value).join(',') || null };
  return { [name]: isList ? [...chosen, value].join(',') : value };
}

type FacetsProps = { query: Query; filters: FilterState; change: (patch: Patch) => void };

/** How what was found is spread: each value with its number of reviews, and a step to just these. */
export function Facets({ query, filters, change }: FacetsProps) {
  const { value, error, isLoading } = useResource<ReviewPage>('/reviews', { ...query, limit: '1', facets: 'true' });
  // On a phone the reviews come first: the lists are opened there by whoever wants them.
  const isNarrow = useMedia('(max-width: 900px)');
  const found = value?.facets;
  if (error) return <aside class="card facets muted">The counts did not load. {error.message}</aside>;
  if (found && value?.total === 0) return <div />;
  return (
    <aside
      class={`card facets ${isLoading && found ? 'stale' : ''}`}
      aria-label="What was found, by"
      aria-busy={isLoading}
    >
      {found ? (
        toGroups(found, filters)
          .filter(({ entries }) => entries.length > 0)
          .map((group) => (
            <details key={group.name} open={group.chosen.length > 0 || (!isNarrow && OPEN_AT_FIRST.has(group.name))}>
              <summary>{group.title}</summary>
              <ul>
                {group.entries.slice(0, MOST).map(({ value: entry, label, reviews }) => (
                  <li key={entry}>
                    <button
                      type="button"
                      aria-pressed={group.chosen.includes(entry)}
                      onClick={() => change(toggle(group, entry))}
                    >
                      <span>{label}</span> <small>{formatCount(reviews)}</small>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          ))
      ) : (
        <Skeleton height={420} />
      )}
    </aside>
  );
}
