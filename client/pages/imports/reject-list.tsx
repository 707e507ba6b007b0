import type { Reject, RejectPage } from '../../../server/contract/imports.ts';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatCount } from '../../state/figures.ts';
import { usePages } from '../../state/pages.ts';

const PAGE = '25';

const RowTable = ({ items }: { items: Reject[] }) => (
  <table class="t rejects">
    <caption class="sr">Rows with errors</caption>
    <thead>
      <tr>
        <th scope="col">Line</th>
        <th scope="col">Column</th>
        <th scope="col">What is wrong</th>
      </tr>
    </thead>
    <tbody>
      {items.map((reject, at) => (
        <tr key={`${reject.line}-${reject.code}-${at}`}>
          <td class="line-no">{reject.line === null ? '–' : formatCount(reject.line)}</td>
          <td>{reject.field ? <span class="code">{reject.field}</span> : <span class="muted">Whole row</span>}</td>
          <td>
            <span class="reject-why">{reject.detail}</span>
            {reject.text ? <span class="reject-text">{reject.text}</span> : null}
            <span class="code muted">{reject.code}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

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

type RejectListProps = { importId: string; kind: Reject['kind']; title: string };

/** What of a file did not become a review, where it stands and why. */
export function RejectList({ importId, kind, title }: RejectListProps) {
  const rejects = usePages<Reject, RejectPage>(`/imports/${importId}/rejects`, { kind, limit: PAGE });
  const total = rejects.last?.total ?? 0;
  const id = `rejects-${kind}`;
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-h">
        <div>
          <h2 id={id}>{title}</h2>
          <p>
            {kind === 'row'
              ? 'Left out. The other rows are not affected'
              : 'Text of the page that is no customer’s review: policies, menus, product facts'}
          </p>
        </div>
      </div>
      <div class="card-b">
        {rejects.error && rejects.items.length === 0 ? (
          <Failed what="The list" detail={rejects.error.message} onRetry={rejects.reload} />
        ) : rejects.items.length === 0 && rejects.isLoading ? (
          <Skeleton lines={5} />
        ) : kind === 'row' ? (
          <RowTable items={rejects.items} />
        ) : (
          <PassageTable items={rejects.items} />
        )}
      </div>
      {rejects.hasMore ? (
        <div class="card-f">
          <span>
            {formatCount(rejects.items.length)} of {formatCount(total)}
          </span>
          <button type="button" class="link" disabled={rejects.isLoading} onClick={rejects.loadMore}>
            Show more
          </button>
        </div>
      ) : null}
    </section>
  );
}
