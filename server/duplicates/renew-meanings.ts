import type { ContentPool } from '../analysis/content-pool.ts';
import type { Transact } from '../db/transaction.ts';
import type { LookupJournalStore } from '../reviews/lookup-journal-store.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import type { WorkspaceStore } from '../workspace/workspace-store.ts';

/** Reviews of one transaction. */
const BATCH = 10_000;

export interface RenewMeaningsDeps {
  content: Pick<ContentPool, 'readMark'>;
  workspace: Pick<WorkspaceStore, 'meaningsMark' | 'setMeaningsMark'>;
  reviews: Pick<ReviewStore, 'idsAfter'>;
  journal: Pick<LookupJournalStore, 'addForSecondLook'>;
  transact: Transact;
  now: () => Date;
}

/**
 * Has all stored reviews looked at again when what meanings are read with has changed, or they never were read. The
 * mark is stored last: broken off, it begins anew, and what is looked at twice is not linked twice.
 */
export function createRenewMeanings(deps: RenewMeaningsDeps): () => Promise<void> {
  return async () => {
    const mark = await deps.content.readMark();
    if ((await deps.workspace.meaningsMark()) === mark) return;
    for (let last = 0; ; ) {
      const ids = await deps.reviews.idsAfter(last, BATCH);
      if (ids.length === 0) break;
      await deps.transact((session) => deps.journal.addForSecondLook(ids, deps.now(), session));
      last = ids.at(-1) as number;
    }
    await deps.workspace.setMeaningsMark(mark);
  };
}
