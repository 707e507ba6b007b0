import { useEffect } from 'preact/hooks';
import type { Summary } from '../../../server/contract/summary.ts';
import { CopyLink, tellFilters } from '../../components/filter-tools.tsx';
import { PrintButton } from '../../components/print-button.tsx';
import { PrintHead } from '../../components/print-head.tsx';
import { useSentences } from '../../components/sentences-panel.tsx';
import { ShareButton } from '../../components/share-dialog.tsx';
import { toAddress, useAddress } from '../../state/address.ts';
import { nameProduct, plural } from '../../state/figures.ts';
import { readFilters, writeFilters } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import { ProductShort } from './product-short.tsx';

/** A product in short: what buyers praise and blame, with counts and their own words, nothing invented. */
export function ProductPage({ product }: { product: string }) {
  const { params } = useAddress();
  const filters = { ...readFilters(params), product };
  const query = writeFilters(filters);
  const summary = useResource<Summary>('/analytics/summary', query);
  const { open, panel } = useSentences(filters);
  const told = tellFilters(filters);
  useEffect(() => {
    document.title = `${nameProduct(product)} · Reviewfinder`;
  }, [product]);
  return (
    <div class="page" aria-busy={summary.isLoading}>
      <div class="page-head">
        <h1>{nameProduct(product)} in short</h1>
        <div class="right">
          <a class="btn quiet" href={toAddress('/', query)}>
            Show all charts
          </a>
          <PrintButton />
          <ShareButton page="products" params={new URLSearchParams(query)} told={told} />
          <CopyLink />
        </div>
      </div>
      <PrintHead
        filters={told}
        reviews={summary.value ? plural(summary.value.reviews, 'review', 'reviews') : null}
        days={summary.value?.days ?? null}
      />
      <ProductShort summary={summary} onOpen={open} />
      {panel}
    </div>
  );
}
