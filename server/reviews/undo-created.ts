import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { Session } from '../db/transaction.ts';
import { lookupKeys } from '../duplicates/lookup-keys.ts';
import { importId as publicImportId } from '../public-ids.ts';
import type { ReviewEvent } from './event-store.ts';
import { ChangedMeanwhile } from './restore-undone.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewChange } from './review-store.ts';
import { textsWithKeys } from './texts-with-keys.ts';
import type { NoteUndo, UndoBatch, UndoDeps, UndoPosition } from './undo-import.ts';
import { IMPORT_UNDONE, isUndone } from './undone-review.ts';

const BATCH = 250;

/** What comes behind a batch of what was created: more of it, or what is next in that direction. */
const nextOf = (ids: readonly number[], direction: UndoBatch['direction']): UndoPosition | null => {
  if (ids.length === BATCH) return { phase: 'created', after: ids.at(-1) as number };
  return direction === 'undo' ? null : { phase: 'updates', after: 0 };
};

const eventOf = (
  review: StoredReview,
  { importId, actor }: UndoBatch,
  event: Pick<ReviewEvent, 'event' | 'was'>,
): ReviewEvent => ({
  ...{ review: review._id, at: review.updatedAt, actor, version: review.version },
  ...{ ...event, detail: publicImportId(importId), import: importId },
});

/** Removes a batch of what an import created. Their look-up keys pass to others with the same text. */
export async function undoCreated(deps: UndoDeps, batch: UndoBatch, note: NoteUndo): Promise<void> {
  const { importId, direction, position } = batch;
  const ids = await deps.importReviews.createdBy(importId, { isUndone: false, after: position.after, limit: BATCH });
  const next = nextOf(ids, direction);
  await deps.transact(async (session) => {
    const decided = new Set((await deps.decisions.standingOn(ids, session)).flatMap(({ members }) => members));
    const there = (await deps.store.byIds(ids, session)).filter(
      (review) => review.importId === importId && review.status !== 'removed',
    );
    const at = deps.now();
    const changes = there
      .filter(({ _id }) => !decided.has(_id))
      .map((before) => ({ before, after: takenOut(before, at) }));
    await deps.changeStatus([...changes, ...(await passOnKeys(deps, changes, importId, session))], session);
    await deps.events.add(
      changes.map(({ before, after }) => {
        const { status, statusReason, copyOf } = before;
        return eventOf(after, batch, { event: 'import-undone', was: { status, statusReason, copyOf } });
      }),
      session,
    );
    await note({ next, done: changes.length, kept: there.length - changes.length }, session);
  });
}

/** Its cluster is left to it until that is rebuilt: all members may go at once, and nothing else leads to it then. */
const takenOut = (review: StoredReview, at: Date): StoredReview => ({
  ...review,
  ...{ status: 'removed', statusReason: IMPORT_UNDONE, copyOf: null, bands: [] },
  ...{ updatedAt: at, version: review.version + 1 },
});

async function passOnKeys(
  deps: UndoDeps,
  changes: readonly { before: StoredReview }[],
  importId: number,
  session: Session,
): Promise<ReviewChange[]> {
  const keys = new Map(
    changes.filter(({ before }) => before.bands.length > 0).map(({ before }) => [before.exact, before.bands]),
  );
  const heirs = await deps.importReviews.heirsOf([...keys.keys()], importId, session);
  const reviews = await deps.store.byIds([...heirs.values()], session);
  return reviews.map((before) => ({ before, after: { ...before, bands: keys.get(before.exact) as number[] } }));
}

/** Lets a batch of what an undo has removed stand again, and looks up what came in meanwhile. */
export async function redoCreated(deps: UndoDeps, batch: UndoBatch, note: NoteUndo): Promise<void> {
  const { importId, direction, position } = batch;
  const ids = await deps.importReviews.createdBy(importId, { isUndone: true, after: position.after, limit: BATCH });
  const keysOf = await readKeys(deps, ids);
  const next = nextOf(ids, direction);
  const entry = await deps.transact(async (session) => {
    const there = (await deps.store.byIds(ids, session)).filter(
      (review) => review.importId === importId && isUndone(review),
    );
    const was = new Map((await deps.events.undoneBy(importId, ids, session)).map((event) => [event.review, event.was]));
    const at = deps.now();
    const changes = there.map((before) => {
      const state = was.get(before._id) ?? { status: 'published' as const, statusReason: null, copyOf: null };
      const after = { ...before, ...state, bands: keysOf(before), updatedAt: at, version: before.version + 1 };
      return { before, after };
    });
    const stored = changes.map(({ after }) => after);
    await deps.changeStatus(changes, session);
    await deps.events.add(
      stored.map((after) => eventOf(after, batch, { event: 'import-redone' })),
      session,
    );
    const back = stored.map(({ _id }) => _id);
    await note({ next, done: back.length, kept: 0 }, session);
    return back.length > 0 ? deps.journal.add(back, at, session) : undefined;
  });
  if (entry !== undefined) await deps.lookUpStored(entry, ids);
}

/** The look-up keys of reviews that have none, read of their texts; throws `ChangedMeanwhile` for another text. */
async function readKeys(deps: UndoDeps, ids: readonly number[]): Promise<(review: StoredReview) => number[]> {
  const reviews = (await deps.store.byIds(ids)).sort((x, y) => x._id - y._id);
  const analysed = await deps.pool.analyse(reviews.map(({ text }) => ({ text })));
  const seen = await textsWithKeys(deps.store, analysed);
  const keys = new Map<number, { text: string; bands: number[] }>();
  for (const [index, { _id, text, author }] of reviews.entries()) {
    const { fingerprint } = analysed[index] as AnalysedReview;
    const hasTwin = seen.has(fingerprint.exact) && !fingerprint.generic;
    seen.add(fingerprint.exact);
    keys.set(_id, { text, bands: hasTwin ? [] : lookupKeys(fingerprint, author) });
  }
  return ({ _id, text }) => {
    const read = keys.get(_id);
    if (read?.text !== text) throw new ChangedMeanwhile();
    return read.bands;
  };
}
