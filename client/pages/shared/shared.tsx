import { useEffect } from 'preact/hooks';
import { lazy } from 'preact-iso';
import type { SharedPage } from '../../../server/contract/views.ts';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { useResource } from '../../state/resource.ts';

const SharedOverview = lazy(() => import('./shared-overview.tsx').then((page) => page.SharedOverview));
const SharedProduct = lazy(() => import('./shared-parts.tsx').then((page) => page.SharedProduct));
const SharedComparison = lazy(() => import('./shared-parts.tsx').then((page) => page.SharedComparison));

/** The figures of the page that was shared; a link of a page that has none of its own shows those of the overview. */
const Figures = ({ page }: { page: SharedPage }) => {
  if (page.page === 'compare') return <SharedComparison page={page} />;
  return page.page === 'products' ? <SharedProduct page={page} /> : <SharedOverview page={page} />;
};

/** What a share link opens: figures and sentences, nothing to change, nowhere else to go. */
export function Shared({ token }: { token: string }) {
  const { value, error, reload } = useResource<SharedPage>(`/shared/${encodeURIComponent(token)}`);
  const title = value?.title ?? 'Shared figures';
  useEffect(() => {
    document.title = `${title} · Reviewfinder`;
  }, [title]);
  if (error) {
    return (
      <section class="card nothing">
        {error.status === 404 ? (
          <Empty level={1} icon="link" title="This link does not work">
            It has expired, was withdrawn, or was not copied in full. Ask whoever sent it for a new one.
          </Empty>
        ) : (
          <Failed level={2} what="The page" detail={error.message} onRetry={reload} />
        )}
      </section>
    );
  }
  return (
    <div class="page">
      <div class="page-head">
        <h1>{title}</h1>
        <span class="muted">{value ? `Read only, until ${formatInstant(value.expiresAt)}` : ''}</span>
      </div>
      {value ? <Figures page={value} /> : <Skeleton height={640} />}
    </div>
  );
}
