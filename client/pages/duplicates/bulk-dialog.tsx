import { useEffect, useState } from 'preact/hooks';
import type { BulkPreview } from '../../../server/contract/moderation-bulk.ts';
import { Modal } from '../../components/modal.tsx';
import { PillSelect, Skeleton } from '../../components/parts.tsx';
import { formatCount, nameProduct, plural } from '../../state/figures.ts';
import { type QueueFilters, tellQueueFilters } from '../../state/queue-filters.ts';
import { KIND_WORDS, REASONS } from '../../state/split-cluster.ts';
import type { BulkAsk, BulkBench } from './use-bulk.ts';
import { tellRefusal } from './use-decide.ts';

/** Most clusters that the server decides at once. */
const MOST = 5000;

type Reason = Extract<BulkAsk, { action: 'remove' }>['reason'];
const BULK_REASONS: readonly { value: Reason; label: string }[] = [
  { value: 'suggested', label: 'As suggested for each' },
  ...REASONS.map(({ id, label }) => ({ value: id, label })),
];

/** Asks what would be decided, again whenever the question changes. */
function usePreview(bulk: BulkBench, action: BulkAsk['action']) {
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    setPreview(null);
    bulk.preview(action === 'remove' ? { action, reason: 'suggested' } : { action }).then(
      (answer) => !isGone && setPreview(answer),
      (cause: unknown) => !isGone && setError(tellRefusal(cause)),
    );
    return () => {
      isGone = true;
    };
  }, [action, turn]);
  return { preview, error, setError, again: () => setTurn((count) => count + 1) };
}

const Examples = ({ preview }: { preview: BulkPreview }) => (
  <>
    <h3>
      {preview.count > preview.examples.length
        ? `The first ${preview.examples.length} of ${formatCount(preview.count)}`
        : preview.count === 1
          ? 'This one'
          : 'All of them'}
    </h3>
    <ul class="bulk-examples">
      {preview.examples.map((item) => (
        <li key={item.id}>
          <b>{item.headline}</b>
          <span class="muted">
            {KIND_WORDS[item.kind]} · {plural(item.size, 'review', 'reviews')} ·{' '}
            {item.products.map(nameProduct).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  </>
);

type BulkDialogProps = {
  bulk: BulkBench;
  action: BulkAsk['action'];
  filters: QueueFilters;
  onClose: () => void;
};

/** What a decision on many would do, before it is made: how many, by which filter, ten examples. */
export function BulkDialog({ bulk, action, filters, onClose }: BulkDialogProps) {
  const { preview, error, setError, again } = usePreview(bulk, action);
  const [reason, setReason] = useState<Reason>('suggested');
  const [note, setNote] = useState('');
  const [isRunning, setRunning] = useState(false);
  const isRemoval = action === 'remove';
  const count = preview?.count ?? 0;
  const run = async () => {
    if (!preview) return;
    const noted = note.trim() === '' ? {} : { note: note.trim() };
    setRunning(true);
    setError(null);
    try {
      await bulk.run(isRemoval ? { action, reason, ...noted } : { action, ...noted }, preview);
      onClose();
    } catch (cause) {
      setError(tellRefusal(cause));
      again();
    } finally {
      setRunning(false);
    }
  };
  const title = isRemoval ? 'Remove the copies' : 'Not duplicates';
  return (
    <Modal
      title={title}
      isWide
      onClose={onClose}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            class="btn solid"
            disabled={isRunning || count === 0 || count > MOST}
            onClick={() => void run()}
          >
            {isRunning
              ? 'Deciding …'
              : isRemoval
                ? `Remove ${plural(preview?.removes ?? 0, 'copy', 'copies')} in ${plural(count, 'cluster', 'clusters')}`
                : `Keep all of ${plural(count, 'cluster', 'clusters')}`}
          </button>
        </>
      }
    >
      {error ? (
        <p class="error-text" role="alert">
          {error}
        </p>
      ) : null}
      {preview === null ? (
        error ? null : (
          <Skeleton lines={8} />
        )
      ) : (
        <>
          <p class="bulk-count">
            <b>{plural(count, 'cluster', 'clusters')}</b>
            {bulk.selection.isAll ? ` of all that match: ${tellQueueFilters(filters)}.` : ' that you selected.'}{' '}
            {isRemoval
              ? 'Of each what is suggested is kept. What has changed meanwhile is left out.'
              : 'Every review of them stays and counts.'}{' '}
            The whole can be taken back at once.
          </p>
          {count > MOST ? (
            <p class="error-text" role="alert">
              At most {formatCount(MOST)} at once: narrow the filter.
            </p>
          ) : null}
          <div class="bulk-fields">
            {isRemoval ? (
              <PillSelect
                label="Reason"
                value={reason}
                options={BULK_REASONS}
                onChange={(value) => setReason(value as Reason)}
              />
            ) : null}
            <label class="field">
              <span>Note</span>
              <input
                type="text"
                value={note}
                maxLength={2000}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </label>
          </div>
          <Examples preview={preview} />
        </>
      )}
    </Modal>
  );
}
