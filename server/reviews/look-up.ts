import type { StoredPair } from '../duplicates/cluster-model.ts';
import type { FindCopies, LookedUp } from '../duplicates/copy-finder.ts';
import type { LinkCopies } from '../duplicates/link-copies.ts';
import type { SecondLook } from '../duplicates/second-look.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { StoredReview } from './review-model.ts';

export interface LookUpDeps {
  findCopies: FindCopies;
  linkCopies: LinkCopies;
  secondLook: Pick<SecondLook, 'look' | 'wake'>;
  journal: Pick<LookupJournalStore, 'advance' | 'done'>;
}

/** Reviews that are stored and wait for their look-up; without an entry there is nothing to look up. */
export interface ToLookUp {
  entry: string | undefined;
  lookedUp: LookedUp[];
}

export interface LookUpOutcome {
  pairs: StoredPair[];
  /** Reviews whose cluster or counting changed, as they are now. */
  changed: ReadonlyMap<number, StoredReview>;
}

/** Looks up the copies of stored reviews; their paraphrases too with `atOnce`, else these wait in the journal. */
export type LookUp = (reviews: ToLookUp, options?: { atOnce?: boolean | undefined }) => Promise<LookUpOutcome>;

const byId = (reviews: readonly StoredReview[]) => new Map(reviews.map((review) => [review._id, review]));

export const createLookUp =
  ({ findCopies, linkCopies, secondLook, journal }: LookUpDeps): LookUp =>
  async ({ entry, lookedUp }, { atOnce = false } = {}) => {
    if (entry === undefined) return { pairs: [], changed: new Map() };
    const pairs = await findCopies(lookedUp);
    const changed = await linkCopies(pairs);
    if (!atOnce) {
      await journal.advance(entry);
      secondLook.wake();
      return { pairs, changed: byId(changed) };
    }
    const second = await secondLook.look(lookedUp.map(({ review }) => review._id));
    await journal.done([entry]);
    return { pairs: [...pairs, ...second.pairs], changed: byId([...changed, ...second.changed]) };
  };
