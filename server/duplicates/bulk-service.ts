import type { ClusterSummary } from '../contract/duplicates.ts';
import type { Bulk, BulkPreview, DecideBulk } from '../contract/moderation-bulk.ts';
import { MOST_OF_BULK } from '../contract/moderation-bulk.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Transact } from '../db/transaction.ts';
import { AppError, notFound } from '../errors.ts';
import { bulkId, idNumber } from '../public-ids.ts';
import type { BulkRowState, StoredBulk } from './bulk-model.ts';
import type { BulkRunner } from './bulk-runner.ts';
import type { BulkStore } from './bulk-store.ts';
import { toBulkView } from './bulk-view.ts';
import type { ClaimStore } from './claim-store.ts';
import type { StoredCluster } from './cluster-model.ts';
import type { LogStore } from './log-store.ts';
import { queueQuery } from './queue-query.ts';
import type { QueueQuery, QueueStore } from './queue-store.ts';

export interface BulkDeps {
  bulks: BulkStore;
  queue: Pick<QueueStore, 'count' | 'countCopies' | 'page' | 'first' | 'byIds'>;
  claims: Pick<ClaimStore, 'active'>;
  summaries: (rows: readonly StoredCluster[], viewer: string) => Promise<ClusterSummary[]>;
  log: Pick<LogStore, 'append'>;
  ids: Pick<IdsStore, 'next'>;
  runner: Pick<BulkRunner, 'run'>;
  transact: Transact;
  now: () => Date;
  /** How long an answer waits for the whole to be done. */
  waitMs?: number;
}

export interface BulkService {
  preview(request: DecideBulk, actor: string): Promise<BulkPreview>;
  /** Decides; answers when all is done, or after a while with what is done so far. @throws AppError `count-differs` (409) */
  decide(request: DecideBulk, actor: string): Promise<Bulk>;
  /** @throws AppError `not-found` */
  get(id: number): Promise<Bulk>;
  /** Takes the whole back, the last decision first. @throws AppError `not-found`, `bulk-running`, `already-undone` (409) */
  undo(id: number, actor: string): Promise<Bulk>;
}

const EXAMPLES = 10;
const WAIT_MS = 10_000;

const countDiffers = (count: number, expected: number) =>
  new AppError(
    'count-differs',
    409,
    `${count} clusters match now, ${expected} were shown: look again before deciding them all.`,
    { conflict: { count } },
  );

const bulkRunning = (bulk: StoredBulk) =>
  new AppError('bulk-running', 409, `${bulkId(bulk._id)} is at work: wait until it is done.`, { retryAfterSeconds: 5 });

const nothingToUndo = (bulk: StoredBulk) =>
  new AppError(
    'already-undone',
    409,
    `Nothing of ${bulkId(bulk._id)} stands any more${bulk.undoneBy ? `: ${bulk.undoneBy} has undone it` : ''}.`,
  );

/** Decisions on all that a filter matches, and their undo. */
export function createBulkService(deps: BulkDeps): BulkService {
  const { bulks, queue, now, waitMs = WAIT_MS } = deps;

  /** What a request is about; the filter is looked at anew each time. */
  const asked = async (request: DecideBulk, actor: string): Promise<QueueQuery> => {
    if (request.ids) return { state: 'open', among: request.ids.map(idNumber) };
    const query = queueQuery(request.filter ?? {}, { claims: await deps.claims.active(now()), viewer: actor });
    return { ...query, without: [...(query.without ?? []), ...(request.exclude ?? []).map(idNumber)] };
  };

  /** Those named that are not open any more have a row too, which says so. */
  const rowsOf = async (request: DecideBulk, actor: string): Promise<Pick<StoredCluster, '_id' | 'version'>[]> => {
    if (!request.ids) return queue.first(await asked(request, actor), MOST_OF_BULK + 1);
    const ids = [...new Set(request.ids.map(idNumber))];
    const known = new Map((await queue.byIds(ids)).map((cluster) => [cluster._id, cluster]));
    return ids.map((_id) => ({ _id, version: known.get(_id)?.version ?? 0 }));
  };

  /** Which of them are not as they were shown. */
  const changedSince = async (rows: readonly { _id: number }[], shownAt: string | undefined): Promise<Set<number>> => {
    if (shownAt === undefined) return new Set();
    const clusters = await queue.byIds(rows.map(({ _id }) => _id));
    return new Set(clusters.filter(({ updatedAt }) => updatedAt > new Date(shownAt)).map(({ _id }) => _id));
  };

  const begin = async (request: DecideBulk, actor: string): Promise<StoredBulk> => {
    const found = await rowsOf(request, actor);
    const expected = request.expected ?? 0;
    if (found.length > expected) throw countDiffers(await countOf(request, actor, found.length), expected);
    const changed = await changedSince(found, request.shownAt);
    return deps.transact(async (session) => {
      const bulk: StoredBulk = {
        ...{ _id: await deps.ids.next('bulks', session), state: 'running', action: request.action },
        ...{ reason: request.action === 'remove' ? request.reason : null, note: request.note ?? null },
        ...{ filter: request.filter ?? null, takeOver: request.takeOver ?? false, actor, at: now() },
        ...{ count: found.length, finishedAt: null, undoneBy: null, undoneAt: null },
      };
      const rows = found.map((cluster, n) => newRow(bulk._id, n, cluster, changed.has(cluster._id)));
      await bulks.add(bulk, rows, session);
      const { action, reason, note, count } = bulk;
      const payload = { action, reason, note, count, filter: { ...bulk.filter } as Record<string, string> };
      await deps.log.append({ at: bulk.at, actor, action: 'bulk', subject: bulkId(bulk._id), payload }, session);
      return bulk;
    });
  };

  const countOf = async (request: DecideBulk, actor: string, found: number) =>
    request.ids ? found : queue.count(await asked(request, actor));

  const view = async (id: number): Promise<Bulk> => {
    const bulk = await bulks.byId(id);
    if (!bulk) throw notFound('bulk');
    return toBulkView(bulk, await bulks.rows(id));
  };

  /** A failure to finish is not the caller's: the bulk is stored and is gone on with. */
  const settle = async (id: number): Promise<Bulk> => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, waitMs);
    });
    await Promise.race([deps.runner.run(id).catch(() => undefined), tooLong]);
    clearTimeout(timer);
    return view(id);
  };

  return {
    async preview(request, actor) {
      const at = now();
      const query = await asked(request, actor);
      const [count, examples, copies] = await Promise.all([
        queue.count(query),
        queue.page(query, { after: undefined, limit: EXAMPLES }),
        queue.countCopies(query),
      ]);
      return {
        ...{ count, removes: request.action === 'remove' ? copies : 0, filter: request.filter ?? null },
        examples: await deps.summaries(examples, actor),
        now: at.toISOString(),
      };
    },

    async decide(request, actor) {
      return settle((await begin(request, actor))._id);
    },

    get: view,

    async undo(id, actor) {
      await deps.transact(async (session) => {
        const bulk = await bulks.byId(id, session);
        if (!bulk) throw notFound('bulk');
        if (bulk.state === 'running' || bulk.state === 'undoing') throw bulkRunning(bulk);
        if ((await bulks.reopenUndo(id, session)) === 0) throw nothingToUndo(bulk);
        await bulks.move(id, bulk.state, { state: 'undoing', undoneBy: actor }, session);
        const count = await bulks.countDecided(id, session);
        const entry = { at: now(), actor, action: 'undo-bulk' as const, subject: bulkId(id), payload: { count } };
        await deps.log.append(entry, session);
      });
      return settle(id);
    },
  };
}

const newRow = (
  bulk: number,
  n: number,
  { _id: cluster, version }: { _id: number; version: number },
  isChanged: boolean,
): BulkRowState => ({
  ...{ _id: `${bulk}-${n}`, bulk, n, cluster, version, decision: null, undo: null },
  result: isChanged ? 'skipped' : 'waiting',
  why: isChanged ? 'It has changed since it was shown.' : null,
});
