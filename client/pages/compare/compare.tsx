import { useEffect } from 'preact/hooks';
import { SharedFilters } from '../../components/filter-bar.tsx';
import { CopyLink, tellFilters } from '../../components/filter-tools.tsx';
import { Empty, Segments } from '../../components/parts.tsx';
import { PrintButton } from '../../components/print-button.tsx';
import { PrintHead } from '../../components/print-head.tsx';
import { ProductChips } from '../../components/product-chips.tsx';
import { useSentences } from '../../components/sentences-panel.tsx';
import { ShareButton } from '../../components/share-dialog.tsx';
import { useAddress } from '../../state/address.ts';
import { readFilters } from '../../state/filters.ts';
import { lastDayLongAgo, today, workspace } from '../../state/workspace.ts';
import { CompareCard } from './compare-card.tsx';
import {
  type Compared,
  readProducts,
  tellColumns,
  tellCompared,
  toPeriods,
  useComparison,
  writeCompared,
  writeProducts,
} from './compared.ts';

const MAX_PRODUCTS = 4;

/** The columns have days of their own. */
const NO_DAYS = { from: null, to: null };

/** What to do instead where there are not two products. */
const TooFewProducts = ({ count, onPeriods }: { count: number; onPeriods: () => void }) =>
  count === 0 ? (
    <Empty
      level={2}
      icon="overview"
      title="No reviews yet"
      foot={
        <a class="btn small" href="/import">
          Go to import
        </a>
      }
    >
      Products are compared once there are reviews of two of them.
    </Empty>
  ) : (
    <Empty
      level={2}
      icon="overview"
      title="One product only"
      foot={
        <button type="button" class="btn small" onClick={onPeriods}>
          Compare two periods
        </button>
      }
    >
      There is nothing to compare it with but its own past.
    </Empty>
  );

/** Up to four products, or two periods, on one axis. */
export function Compare() {
  const { params, change } = useAddress();
  useEffect(() => {
    document.title = 'Compare · Reviewfinder';
  }, []);
  const filters = readFilters(params);
  const known = workspace.value?.products.map(({ product }) => product) ?? [];
  const isByPeriod = params.get('by') === 'period';
  const named = readProducts(params);
  const chosen = named.length >= 2 ? named : known.slice(0, 3);
  const periods = toPeriods(filters, params, lastDayLongAgo() ?? today());
  const compared: Compared = isByPeriod ? { filters, periods } : { filters, products: chosen };
  const comparison = useComparison(compared);
  const told = `${tellCompared(compared)} · ${isByPeriod ? tellFilters(filters, 'periods') : tellFilters({ ...filters, product: null }, 'products')}`;
  const { open, panel } = useSentences({ ...filters, ...(isByPeriod ? NO_DAYS : { product: null }) });
  return (
    <div class="page">
      <div class="page-head">
        <h1>Compare</h1>
        <div class="right">
          <PrintButton />
          <ShareButton page="compare" params={new URLSearchParams(writeCompared(compared))} told={told} />
          <CopyLink />
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not a form */}
      <div class="filters" role="group" aria-label="Filters">
        <SharedFilters
          filters={isByPeriod ? { ...filters, from: periods.from, to: periods.to } : { ...filters, product: null }}
          change={change}
          hasProduct={isByPeriod}
          hasAllTime={!isByPeriod}
        />
        <span class="end">
          <Segments
            label="What is compared"
            choices={[
              { id: 'products', label: 'Products' },
              { id: 'period', label: 'Two periods' },
            ]}
            chosen={isByPeriod ? 'period' : 'products'}
            onChoose={(id) => change({ by: id === 'period' ? 'period' : null })}
          />
        </span>
      </div>
      {isByPeriod ? (
        <fieldset class="compare-choose days">
          <legend>Compared with</legend>
          {(['compareFrom', 'compareTo'] as const).map((name) => (
            <label class="pill" key={name}>
              <span>{name === 'compareFrom' ? 'From' : 'To'}</span>
              <input
                type="date"
                value={periods[name]}
                onChange={(event) => change({ [name]: event.currentTarget.value || null })}
              />
            </label>
          ))}
        </fieldset>
      ) : known.length >= 2 ? (
        <ProductChips
          legend="Products, two to four"
          products={known}
          chosen={chosen}
          least={2}
          most={MAX_PRODUCTS}
          onChange={(next) => change(writeProducts(next))}
        />
      ) : null}
      <PrintHead
        filters={told}
        reviews={comparison.resource.value ? tellColumns(comparison.resource.value) : null}
        days={comparison.resource.value?.days ?? null}
      />
      <div class="grid">
        {isByPeriod || chosen.length >= 2 ? (
          <CompareCard comparison={comparison} isByPeriod={isByPeriod} onOpen={open} />
        ) : (
          <section class="card nothing">
            <TooFewProducts count={known.length} onPeriods={() => change({ by: 'period' })} />
          </section>
        )}
      </div>
      {panel}
    </div>
  );
}
