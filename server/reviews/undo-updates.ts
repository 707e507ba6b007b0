import type { AnalysedReview } from '../analysis/analyse-pool.ts';
import type { Session } from '../db/transaction.ts';
import { lookupKeys } from '../duplicates/lookup-keys.ts';
import { importId as publicImportId } from '../public-ids.ts';
import type { UpdateEvent } from './event-store.ts';
import { ChangedMeanwhile } from './restore-undone.ts';
import type { StoredReview } from './review-model.ts';
import { type StoredContent, storedContent, withContent } from './stored-content.ts';
import { swapUpdates } from './swap-updates.ts';
import { textsWithKeys } from './texts-with-keys.ts';
import type { NoteUndo, UndoBatch, UndoDeps, UndoPosition } from './undo-import.ts';

const BATCH = 50;

/** A review of a batch with what its history makes of it; undefined where it is to be left as it is. */
interface Planned {
  review: StoredReview;
  /** `content` is null where a later update stands, so that the review goes on saying what it says. */
  plan: { content: StoredContent | null; changed: UpdateEvent[] } | undefined;
}

const nextOf = (ids: readonly number[], direction: UndoBatch['direction']): UndoPosition | null => {
  const last = ids.at(-1);
  if (last !== undefined) return { phase: 'updates', after: last };
  return direction === 'undo' ? { phase: 'created', after: 0 } : null;
};

/** Takes the updates of a batch of reviews back, or does them again, and looks up the copies of their words. */
export async function swapBatch(deps: UndoDeps, batch: UndoBatch, note: NoteUndo): Promise<void> {
  const { importId, direction, position } = batch;
  const undone = direction === 'redo';
  const ids = await deps.events.reviewsUpdatedBy(importId, { undone, after: position.after, limit: BATCH });
  const next = nextOf(ids, direction);
  const wordsOf = await readWords(deps, await plan(deps, batch, ids));
  const entry = await deps.transact(async (session) => {
    const planned = await plan(deps, batch, ids, session);
    const lookedUp: number[] = [];
    const changed: UpdateEvent[] = [];
    for (const { review, plan: taken } of planned) {
      if (!taken) continue;
      const { content } = taken;
      changed.push(...taken.changed);
      if (content && (await replace(deps, { review, content, wordsOf, batch, session }))) lookedUp.push(review._id);
    }
    await deps.events.putUpdates(changed, session);
    const done = planned.filter(({ plan: taken }) => taken).length;
    await note({ next, done, kept: planned.length - done }, session);
    return lookedUp.length > 0 ? { id: await deps.journal.add(lookedUp, deps.now(), session), lookedUp } : undefined;
  });
  if (entry) await deps.lookUpStored(entry.id, entry.lookedUp);
}

async function plan(deps: UndoDeps, batch: UndoBatch, ids: readonly number[], session?: Session): Promise<Planned[]> {
  const { importId, direction } = batch;
  const reviews = (await deps.store.byIds(ids, session)).sort((x, y) => x._id - y._id);
  const updates = await deps.events.updatesOf(ids, session);
  const decisions = direction === 'undo' ? await deps.decisions.standingOn(ids, session) : [];
  return reviews.map((review) => {
    const own = updates.filter((update) => update.review === review._id);
    const first = own.find(({ import: by, undone = false }) => by === importId && !undone)?.at;
    const isDecided = decisions.some(({ members, at }) => first && members.includes(review._id) && at > first);
    const content = storedContent(review);
    const swapped = isDecided ? undefined : swapUpdates({ content, updates: own, importId, direction });
    return { review, plan: swapped && { ...swapped, content: swapped.content === content ? null : swapped.content } };
  });
}

interface Words {
  analysed: AnalysedReview;
  hasTwin: boolean;
}

/** What is to be known of the words that the reviews get; asked for others, it throws `ChangedMeanwhile`. */
async function readWords(deps: UndoDeps, planned: readonly Planned[]): Promise<(text: string) => Words> {
  const texts = [...new Set(planned.flatMap(({ plan: taken }) => (taken?.content ? [taken.content.text] : [])))];
  const analysed = await deps.pool.analyse(texts.map((text) => ({ text })));
  const seen = await textsWithKeys(deps.store, analysed);
  const words = new Map(
    analysed.map((one, at) => [texts[at] as string, { analysed: one, hasTwin: seen.has(one.fingerprint.exact) }]),
  );
  return (text) => {
    const read = words.get(text);
    if (!read) throw new ChangedMeanwhile();
    return read;
  };
}

/** Lets a review say something else; answers whether its copies have to be looked up anew. */
async function replace(
  deps: UndoDeps,
  request: {
    review: StoredReview;
    content: StoredContent;
    wordsOf: (text: string) => Words;
    batch: UndoBatch;
    session: Session;
  },
): Promise<boolean> {
  const { content, batch, session } = request;
  // A review before it in the batch may have taken it out of a cluster.
  const before = (await deps.store.byIds([request.review._id], session))[0] as StoredReview;
  const { analysed, hasTwin } = request.wordsOf(content.text);
  const { generic } = analysed.fingerprint;
  const hasNewKeys = before.exact !== content.exact || (generic && before.author !== content.author);
  const keys = hasTwin && !generic ? [] : lookupKeys(analysed.fingerprint, content.author);
  const isLookedUp = hasNewKeys || before.product !== content.product;
  const after: StoredReview = {
    ...withContent(before, content, hasNewKeys ? keys : before.bands),
    ...{ updatedAt: deps.now(), version: before.version + 1 },
  };
  await deps.replaceContent({ before, after, isLookedUp }, session);
  await deps.events.add(
    [
      {
        ...{ review: after._id, at: after.updatedAt, actor: batch.actor, version: after.version },
        event: batch.direction === 'undo' ? 'import-undone' : 'import-redone',
        detail: publicImportId(batch.importId),
      },
    ],
    session,
  );
  return isLookedUp;
}
