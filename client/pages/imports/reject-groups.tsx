import { useEffect, useState } from 'preact/hooks';
import type { Reject, RejectPage } from '../../../server/contract/imports.ts';
import { apiPath, getJson, toApiFailure } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatCount, plural } from '../../state/figures.ts';
import { groupRejects, type RejectGroup, tellFault } from './group-rejects.ts';

const PAGE = 200;
/** Rows that are read to be grouped; the file has them all. */
const MOST = 1000;
const EXAMPLES = 10;

async function readRejects(importId: string, signal: AbortSignal): Promise<Reject[]> {
  const rows: Reject[] = [];
  for (let cursor: string | null = null; ; ) {
    const query = { kind: 'row', limit: String(PAGE), ...(cursor === null ? {} : { cursor }) };
    const page: RejectPage = await getJson<RejectPage>(`/imports/${importId}/rejects`, query, signal);
    rows.push(...page.items);
    cursor = page.next;
    if (cursor === null || rows.length >= MOST) return rows;
  }
}

const tellLine = ({ file, line }: Reject) =>
  `${file === null ? '' : `${file}: `}${line === null ? '–' : formatCount(line)}`;

const Rows = ({ rows }: { rows: readonly Reject[] }) => (
  <ol class="reject-rows">
    {rows.slice(0, EXAMPLES).map((reject, at) => (
      <li key={`${reject.line}-${at}`}>
        <span class="line-no">{tellLine(reject)}</span>
        <span>
          <span class="reject-why">{reject.detail}</span>
          {reject.text ? <span class="reject-text">{reject.text}</span> : null}
        </span>
      </li>
    ))}
    {rows.length > EXAMPLES ? (
      <li class="muted">{plural(rows.length - EXAMPLES, 'more row', 'more rows')} in the file to download</li>
    ) : null}
  </ol>
);

const GroupRow = ({ group, isFirst }: { group: RejectGroup; isFirst: boolean }) => {
  const [isOpen, setOpen] = useState(isFirst);
  const [first] = group.rows;
  return (
    <>
      <tr>
        <td class="line-no">{first ? tellLine(first) : '–'}</td>
        <td class="hide-s">
          {group.field ? <span class="code">{group.field}</span> : <span class="muted">Whole row</span>}
        </td>
        <td>
          <button type="button" class="link imp-opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? 'chevron' : 'right'} />
            {tellFault(group.code)}
          </button>
          {first && !isOpen ? <span class="reject-eg">{first.detail}</span> : null}
          <span class="code muted">{group.code}</span>
        </td>
        <td class="num">{formatCount(group.rows.length)}</td>
      </tr>
      {isOpen ? (
        <tr class="group-rows">
          <td colSpan={4}>
            <Rows rows={group.rows} />
          </td>
        </tr>
      ) : null}
    </>
  );
};

/** The faulty rows by what is wrong with them, with examples, and all of them as a file to correct. */
export function RejectGroups({ importId, total }: { importId: string; total: number }) {
  const [rows, setRows] = useState<Reject[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setError(null);
    readRejects(importId, abort.signal).then(setRows, (cause: unknown) => {
      if (!abort.signal.aborted) setError(toApiFailure(cause).message);
    });
    return () => abort.abort();
  }, [importId, turn]);
  const groups = groupRejects(rows ?? []);
  return (
    <section class="card" aria-labelledby="rejects-row">
      <div class="card-h">
        <div>
          <h2 id="rejects-row">{plural(total, 'row', 'rows')} with errors</h2>
          <p>
            Left out; the other rows are not affected. Download them in your own columns, correct them, import them
            again
          </p>
        </div>
        <div class="tools">
          <a class="btn small" href={apiPath(`/imports/${importId}/rejects/file`)} download>
            <Icon name="download" />
            Download<span class="sr"> the rows with errors as CSV</span>
          </a>
        </div>
      </div>
      <div class="card-b">
        {error ? (
          <Failed what="The list" detail={error} onRetry={() => setTurn((count) => count + 1)} />
        ) : rows === null ? (
          <Skeleton lines={5} />
        ) : (
          <table class="t rejects">
            <caption class="sr">Rows with errors, by what is wrong</caption>
            <thead>
              <tr>
                <th scope="col">First line</th>
                <th scope="col" class="hide-s">
                  Column
                </th>
                <th scope="col">What is wrong</th>
                <th scope="col" class="num">
                  Rows
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group, at) => (
                <GroupRow key={group.key} group={group} isFirst={at === 0 && groups.length === 1} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {rows !== null && rows.length < total ? (
        <p class="card-f">
          Counted among the first {formatCount(rows.length)} of {formatCount(total)}
        </p>
      ) : null}
    </section>
  );
}
