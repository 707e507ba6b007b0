import type { Summary } from '../../../server/contract/summary.ts';
import type { SharedPage } from '../../../server/contract/views.ts';
import { tellFilters } from '../../components/filter-tools.tsx';
import { useSentences } from '../../components/sentences-panel.tsx';
import { readFilters, writeFilters } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import { CompareCard } from '../compare/compare-card.tsx';
import { type Compared, readProducts, tellCompared, toPeriods, useComparison } from '../compare/compared.ts';
import { ProductShort } from '../product/product-short.tsx';

/** A product in short, by a link. */
export function SharedProduct({ page }: { page: SharedPage }) {
  const filters = readFilters(new URLSearchParams(page.filters));
  const summary = useResource<Summary>('/analytics/summary', writeFilters(filters));
  const { open, panel } = useSentences(filters);
  return (
    <>
      <p class="lead">{tellFilters(filters)}</p>
      <ProductShort summary={summary} onOpen={open} />
      {panel}
    </>
  );
}

/** A comparison, by a link: what it compares stands in the query of the page. */
export function SharedComparison({ page }: { page: SharedPage }) {
  const kept = new URLSearchParams(page.query);
  const filters = readFilters(kept);
  const isByPeriod = kept.get('by') === 'period';
  const compared: Compared = isByPeriod
    ? { filters, periods: toPeriods(filters, kept, page.expiresAt.slice(0, 10)) }
    : { filters, products: readProducts(kept) };
  const comparison = useComparison(compared);
  const own = isByPeriod ? { from: null, to: null } : { product: null };
  const { open, panel } = useSentences({ ...filters, ...own });
  return (
    <>
      <p class="lead">
        {tellCompared(compared)} · {tellFilters({ ...filters, ...own }, isByPeriod ? 'periods' : 'products')}
      </p>
      <div class="grid">
        <CompareCard comparison={comparison} isByPeriod={isByPeriod} onOpen={open} />
      </div>
      {panel}
    </>
  );
}
