import { createLease } from '../db/lease.ts';
import type { Leases } from '../db/lease-store.ts';
import type { Transact } from '../db/transaction.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import type { BulkRowState, StoredBulk } from './bulk-model.ts';
import type { BulkStore } from './bulk-store.ts';
import { chooseSuggested } from './choose-suggested.ts';
import type { DecideCluster } from './decide-cluster.ts';
import type { UndoDecision } from './undo-decision.ts';

export interface BulkRunnerDeps {
  bulks: BulkStore;
  decideIn: DecideCluster;
  undoIn: UndoDecision;
  leases: Leases;
  transact: Transact;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

export interface BulkRunner {
  /** Works at a bulk until it is finished, this process stops, or another server is at it. */
  run(id: number): Promise<void>;
  /** Takes up, until `stop`, what killed servers left unfinished. */
  start(): void;
  stop(): Promise<void>;
}

/** Rows of one go; the lease is renewed before each row and is longer than one can take. */
const CHUNK = 100;
const LEASE_MS = 30_000;
const POLL_MS = 5000;
const RENEW_MS = 5_000;

/** What was refused because things are otherwise by now, not because something went wrong. */
const PASSED_OVER = new Set([
  'already-decided',
  'version-conflict',
  'claimed',
  'not-found',
  'already-undone',
  'nothing-to-remove',
]);

const tellFailure = (error: unknown) => {
  const isKnown = error instanceof AppError;
  return {
    result: isKnown && PASSED_OVER.has(error.code) ? ('skipped' as const) : ('failed' as const),
    why: isKnown && error.status < 500 ? error.message : 'Something went wrong here.',
  };
};

/**
 * Carries bulks out, each row in a transaction that also notes its result: whoever takes over after a crash goes on
 * with the rows that are left, and none is decided twice.
 */
export function createBulkRunner(deps: BulkRunnerDeps): BulkRunner {
  const { bulks, transact, now } = deps;
  const running = new Map<number, Promise<void>>();

  const decideRow = (bulk: StoredBulk, row: BulkRowState) =>
    transact(async (session) => {
      const { actor, takeOver, action, reason, note } = bulk;
      const decision = await deps.decideIn(
        {
          ...{ cluster: row.cluster, version: row.version, actor, takeOver, bulk: bulk._id },
          choose: (cluster, members) => chooseSuggested({ action, reason, note }, cluster, members),
        },
        session,
      );
      await bulks.setRow(row._id, { result: 'decided', decision: decision._id }, session);
    });

  const undoRow = (bulk: StoredBulk, row: BulkRowState) =>
    transact(async (session) => {
      const request = { decision: row.decision ?? 0, actor: bulk.undoneBy ?? bulk.actor };
      await deps.undoIn(request, session);
      await bulks.setRow(row._id, { undo: { result: 'undone', why: null } }, session);
    });

  /** Where the row cannot be marked either, the database is away: the bulk is gone on with later. */
  const workAt = async (bulk: StoredBulk, row: BulkRowState) => {
    const isUndo = bulk.state === 'undoing';
    try {
      await (isUndo ? undoRow : decideRow)(bulk, row);
    } catch (error) {
      const failure = tellFailure(error);
      if (!(error instanceof AppError)) deps.log.warn({ err: error, bulk: bulk._id }, 'row of a bulk failed');
      await bulks.setRow(row._id, isUndo ? { undo: failure } : failure);
    }
  };

  const work = async (id: number, hold: () => Promise<boolean>): Promise<void> => {
    const bulk = await bulks.byId(id);
    if (!bulk || (bulk.state !== 'running' && bulk.state !== 'undoing')) return;
    const next = bulk.state === 'running' ? bulks.waiting : bulks.standing;
    let renewedAt = performance.now();
    for (let rows = await next(id, CHUNK); rows.length > 0; rows = await next(id, CHUNK)) {
      for (const row of rows) {
        if (rounds.signal.aborted) return;
        if (performance.now() - renewedAt > RENEW_MS) {
          if (!(await hold())) return;
          renewedAt = performance.now();
        }
        await workAt(bulk, row);
      }
    }
    const at = now();
    if (bulk.state === 'running') await bulks.move(id, 'running', { state: 'done', finishedAt: at });
    else await bulks.move(id, 'undoing', { state: 'undone', undoneAt: at });
  };

  const workAlone = async (id: number): Promise<void> => {
    const lease = createLease({ leases: deps.leases, name: `bulk-${id}`, leaseMs: LEASE_MS, now });
    if (rounds.signal.aborted || !(await lease.hold())) return;
    try {
      await work(id, lease.hold);
    } finally {
      await lease.release();
    }
  };

  const run = (id: number): Promise<void> => {
    const known = running.get(id);
    if (known) return known;
    const one = workAlone(id).finally(() => running.delete(id));
    running.set(id, one);
    return one;
  };

  const rounds = createRounds({
    pollMs: POLL_MS,
    async round() {
      for (const id of await bulks.unfinished()) await run(id);
    },
    onError: (error) => deps.log.warn({ err: error }, 'bulk broken off; tried again'),
  });

  return {
    ...rounds,
    run,
    async stop() {
      await rounds.stop();
      await Promise.allSettled(running.values());
    },
  };
}
