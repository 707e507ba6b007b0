import { useCallback, useRef, useState } from 'preact/hooks';
import type { Bulk, BulkPreview, DecideBulk } from '../../../server/contract/moderation-bulk.ts';
import { getJson, postJson } from '../../api.ts';
import { plural } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import { takeItems } from '../../state/queue.ts';
import { chooseOnly, NO_SELECTION, type Selection } from '../../state/selection.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { dropDetails } from './cluster-details.ts';
import { findBulk, forgetDone, noteDone } from './decisions-done.ts';
import { tellRefusal } from './use-decide.ts';
import type { Bench } from './use-queue.ts';

const POLL_MS = 700;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type BulkAsk =
  | { action: 'remove'; reason: Extract<DecideBulk, { action: 'remove' }>['reason']; note?: string; takeOver?: boolean }
  | { action: 'not_duplicates'; note?: string; takeOver?: boolean };

/** What is decided: clusters by name, or the filter without those left out. */
const whichOf = (selection: Selection, query: Query) =>
  selection.isAll
    ? { filter: query as DecideBulk['filter'] & object, exclude: [...selection.ids] }
    : { ids: [...selection.ids] };

/** Waits for a bulk that is at work, telling how far it is. @throws ApiError */
async function settle(first: Bulk, onProgress: (bulk: Bulk) => void): Promise<Bulk> {
  let bulk = first;
  while (bulk.state === 'running' || bulk.state === 'undoing') {
    onProgress(bulk);
    await sleep(POLL_MS);
    bulk = await getJson<Bulk>(`/bulks/${bulk.id}`);
  }
  return bulk;
}

/** Takes a whole bulk back and tells how that went. @throws ApiError */
async function takeBulkBack(id: string): Promise<void> {
  const bulk = await settle(await postJson<Bulk>(`/bulks/${id}/undo`), () => undefined);
  const left = bulk.rows.filter(({ undo }) => undo !== null && undo.result !== 'undone');
  const text = `Taken back: ${plural(bulk.undone, 'decision', 'decisions')} of ${bulk.id}.`;
  const rest = left.length === 0 ? '' : ` ${plural(left.length, 'stays', 'stay')}: ${left[0]?.undo?.why ?? ''}`;
  showToast({ kind: left.length === 0 ? 'done' : 'failed', text: `${text}${rest}`, action: null });
  void refreshWorkspace();
}

/** Choosing many clusters and deciding them at once. */
export function useBulk(bench: Bench, query: Query) {
  const [selection, setSelection] = useState<Selection>(NO_SELECTION);
  const [running, setRunning] = useState<Bulk | null>(null);
  const [report, setReport] = useState<Bulk | null>(null);
  const latest = useRef(bench);
  latest.current = bench;

  const undoBulk = useCallback(async (id: string) => {
    const entry = findBulk(id);
    if (entry) forgetDone(entry);
    try {
      await takeBulkBack(id);
      dropDetails();
      setReport(null);
      latest.current.reload();
    } catch (error) {
      showToast({ kind: 'failed', text: `This could not be undone. ${tellRefusal(error)}`, action: null });
    }
  }, []);

  const tell = (bulk: Bulk) => {
    const undecided = bulk.rows.filter(({ result }) => result !== 'decided');
    setSelection(chooseOnly(undecided.map(({ id }) => id)));
    setReport(undecided.length === 0 ? null : bulk);
    dropDetails();
    const decided = new Set(bulk.rows.filter(({ result }) => result === 'decided').map(({ id }) => id));
    latest.current.setQueue((old) => ({
      ...takeItems(old, decided),
      failed: Object.fromEntries(undecided.map(({ id, why }) => [id, why ?? 'It was not decided.'])),
    }));
    if (bulk.decided > 0) noteDone({ kind: 'bulk', id: bulk.id });
    const undone = undecided.length === 0 ? '' : ` ${plural(undecided.length, 'was', 'were')} not, and stay selected.`;
    showToast({
      kind: bulk.decided > 0 ? 'done' : 'failed',
      text: `Decided ${plural(bulk.decided, 'cluster', 'clusters')} at once.${undone}`,
      action: bulk.decided > 0 ? { label: 'Undo', keyId: 'undo', run: () => void undoBulk(bulk.id) } : null,
    });
    void refreshWorkspace();
  };

  return {
    selection,
    setSelection,
    running,
    report,
    closeReport: () => setReport(null),
    undoBulk,
    /** @throws ApiError */
    preview: (ask: BulkAsk) =>
      postJson<BulkPreview>('/duplicates/decisions', { ...ask, ...whichOf(selection, query), dryRun: true }),
    /** Decides what the preview has shown, and never more. @throws ApiError */
    run: async (ask: BulkAsk, { count, now }: BulkPreview) => {
      const which = { ...whichOf(selection, query), expected: count, shownAt: now };
      try {
        tell(await settle(await postJson<Bulk>('/duplicates/decisions', { ...ask, ...which }), setRunning));
      } finally {
        setRunning(null);
      }
    },
  };
}

export type BulkBench = ReturnType<typeof useBulk>;
