import type { Reject, RejectPage } from '../../../server/contract/imports.ts';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatCount } from '../../state/figures.ts';
import { usePages } from '../../state/pages.ts';

const PAGE = '25';

const PassageTable = ({ items }: { items: Reject[] }) => (
  <table class="t rejects">
    <caption class="sr">Passages that are no reviews</caption>
    <thead>
      <tr>
        <th scope="col">Characters</th>
        <th scope="col">Passage</th>
      </tr>
    </thead>
    <tbody>
      {items.map((reject, at) => (
        <tr key={`${reject.start}-${at}`}>
          <td class="line-no">
            {reject.start === null ? '–' : `${formatCount(reject.start)} – ${formatCount(reject.end ?? reject.start)}`}
          </td>
          <td>
            <span class="reject-text first">{reject.text}</span>
            <span class="reject-why">{reject.detail}</span> <span class="code muted">{reject.code}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Text of a page that was taken for no review, and where it stands. */
export function PassageList({ importId, total }: { importId: string; total: number }) {
  const passages = usePages<Reject, RejectPage>(`/imports/${importId}/rejects`, { kind: 'passage', limit: PAGE });
  return (
    <section class="card" aria-labelledby="rejects-passage">
      <div class="card-h">
        <div>
          <h2 id="rejects-passage">
            {formatCount(total)} {total === 1 ? 'passage' : 'passages'} not taken
          </h2>
          <p>Text of the page that is no customer’s review: policies, menus, product facts</p>
        </div>
      </div>
      <div class="card-b">
        {passages.error && passages.items.length === 0 ? (
          <Failed what="The list" detail={passages.error.message} onRetry={passages.reload} />
        ) : passages.items.length === 0 && passages.isLoading ? (
          <Skeleton lines={5} />
        ) : (
          <PassageTable items={passages.items} />
        )}
      </div>
      {passages.hasMore ? (
        <div class="card-f">
          <span>
            {formatCount(passages.items.length)} of {formatCount(passages.last?.total ?? total)}
          </span>
          <button type="button" class="link" disabled={passages.isLoading} onClick={passages.loadMore}>
            Show more
          </button>
        </div>
      ) : null}
    </section>
  );
}
