import type { Bulk } from '../../../server/contract/moderation-bulk.ts';
import { Modal } from '../../components/modal.tsx';
import { formatCount, plural } from '../../state/figures.ts';

/** Rows listed: the rest stays selected in the queue, each with its reason. */
const MOST_ROWS = 200;

type BulkReportProps = { report: Bulk; headlineOf: (id: string) => string; onUndo: () => void; onClose: () => void };

/** What a decision on many did not do, row by row. */
export function BulkReport({ report, headlineOf, onUndo, onClose }: BulkReportProps) {
  const rows = report.rows.filter(({ result }) => result !== 'decided');
  return (
    <Modal
      title={`Decided ${formatCount(report.decided)} of ${plural(report.count, 'cluster', 'clusters')}`}
      isWide
      onClose={onClose}
      foot={
        <>
          {report.decided > 0 ? (
            <button
              type="button"
              class="btn"
              onClick={() => {
                onClose();
                onUndo();
              }}
            >
              Undo all {formatCount(report.decided)}
            </button>
          ) : null}
          <button type="button" class="btn solid" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <p>These were not decided. They stay selected, so that you can look at them and try again.</p>
      <table class="t bulk-rows">
        <thead>
          <tr>
            <th scope="col">Cluster</th>
            <th scope="col">Why not</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ id, why }) => (
            <tr key={id}>
              <th scope="row">
                {headlineOf(id)} <span class="muted">{id}</span>
              </th>
              <td>{why ?? 'It failed; nothing was changed.'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS ? <p class="muted">and {formatCount(rows.length - MOST_ROWS)} more</p> : null}
    </Modal>
  );
}
