import type { AnalysedReview, AnalysePool } from '../analysis/analyse-pool.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Transact } from '../db/transaction.ts';
import type { FlagBursts } from '../screening/flag-bursts.ts';
import { contentOf, hasSameContent, newReview } from './build-review.ts';
import type { ChangeReviews } from './change-reviews.ts';
import { isErased } from './erased-review.ts';
import { identityOf } from './identity.ts';
import type { Intake, IntakeContext, IntakeResult, WriteNote } from './intake.ts';
import { copiesOf, toLookedUp, toResult, withoutRepeats } from './intake-result.ts';
import type { LookUp, ToLookUp } from './look-up.ts';
import { createLookUpStored, type LookUpStored } from './look-up-stored.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import { recallBatch } from './recall-batch.ts';
import { ChangedMeanwhile, type RestoreUndone } from './restore-undone.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import type { ReviseReview } from './revise-review.ts';
import { textsWithKeys } from './texts-with-keys.ts';
import { isUndone } from './undone-review.ts';

export interface TakeInDeps {
  store: ReviewStore;
  changeReviews: ChangeReviews;
  reviseReview: ReviseReview;
  restoreUndone: RestoreUndone;
  pool: AnalysePool;
  ids: Pick<IdsStore, 'allocate'>;
  journal: Pick<LookupJournalStore, 'add' | 'open'>;
  lookUp: LookUp;
  flagBursts?: FlagBursts;
  transact: Transact;
  /** Awaited before each batch, so that others come first. */
  clear?: (() => Promise<void>) | undefined;
  /** Told what came of each batch. */
  onTaken?: ((results: readonly IntakeResult[]) => void) | undefined;
  now: () => Date;
}

interface Row {
  input: ReviewInput;
  /** Where it stands in what came in, from 0. */
  place: number;
  identity: string;
}

interface Item extends Row {
  existing: StoredReview | undefined;
}

interface Written extends ToLookUp {
  reviews: StoredReview[];
}

const DUPLICATE_KEY = 11_000;
/** Tries when another server takes the same identity in between. */
const MAX_TRIES = 5;

export interface TakeIn {
  intake: Intake;
  /** Whether batches are coming in. */
  isBusy: () => boolean;
  lookUpStored: LookUpStored;
  /** Looks up the copies of reviews that a killed server left. Answers how many. */
  resumeLookups: (before: Date) => Promise<number>;
}

/** How long after a batch the next one of the same file may come. */
const BETWEEN_BATCHES_MS = 300;

/** The write path: analyse, store durably with what follows, then look up copies among all that is stored and link them. */
export function createTakeIn(deps: TakeInDeps): TakeIn {
  const { store, pool, journal, now } = deps;

  const lookUpStored = createLookUpStored(deps);

  const classify = async (rows: readonly Row[]): Promise<Item[]> => {
    const identities = rows.map(({ identity }) => identity);
    const stored = new Map((await store.byIdentity(identities)).map((review) => [review.identity, review]));
    return rows.map((row) => ({ ...row, existing: stored.get(row.identity) }));
  };

  /** Of an undone import there is nothing but an id. */
  const isFresh = ({ existing }: Item) => existing === undefined || isUndone(existing);

  const isUnchanged = ({ existing, input }: Item) =>
    existing !== undefined && (isErased(existing) || hasSameContent(existing, contentOf(input)));

  const analyse = (items: readonly Item[]): Promise<AnalysedReview[]> =>
    pool.analyse(
      items.map(({ input }) => {
        const { title, text, rating } = contentOf(input);
        return { title: title ?? undefined, text, rating: rating ?? undefined };
      }),
    );

  /** Stores the new reviews of a batch in one transaction with their counts, their journal entry and the note of it. */
  const writeNew = async (
    items: readonly Item[],
    analysed: readonly AnalysedReview[],
    { importId, ledger }: IntakeContext,
    settled: number,
  ): Promise<Written> => {
    if (items.length === 0) return { entry: undefined, lookedUp: [], reviews: [] };
    const at = now();
    const firstId = await deps.ids.allocate('reviews', items.length);
    const seen = await textsWithKeys(store, analysed);
    const flagged = await deps.flagBursts?.(
      items.map(({ input }) => contentOf(input)),
      analysed,
    );
    const reviews = items.map((item, index) => {
      const found = (flagged ?? analysed)[index] as AnalysedReview;
      const hasEarlierTwin = seen.has(found.fingerprint.exact);
      seen.add(found.fingerprint.exact);
      const id = item.existing?._id ?? firstId + index;
      return newReview({ id, ...item, analysed: found, importId, hasEarlierTwin, now: at });
    });
    const ids = reviews.map((review) => review._id);
    const back = new Map(reviews.filter((_, index) => items[index]?.existing).map((review) => [review._id, review]));
    const written = await deps.transact(async (session) => {
      const restored = await deps.restoreUndone(back, session);
      const created = reviews.filter(({ _id }) => !back.has(_id)).map((after) => ({ before: null, after }));
      await deps.changeReviews([...created, ...restored], session);
      const entry = await journal.add(ids, at, session);
      const places = items.map(({ place }) => place);
      await ledger?.note({ result: 'created', places, ids, settled, entry, copies: null }, session);
      return { entry, stored: new Map(restored.map(({ after }) => [after._id, after])) };
    });
    const stored = reviews.map((review) => written.stored.get(review._id) ?? review);
    const lookedUp = stored.map((review, index) => toLookedUp(review, analysed[index] as AnalysedReview));
    return { entry: written.entry, reviews: stored, lookedUp };
  };

  /** What of a batch was read before something it relies on changed: then it is read again. */
  const storeFresh = async (rows: readonly Row[], context: IntakeContext, settled: number) => {
    for (let tries = 1; ; tries += 1) {
      const items = await classify(rows);
      const recalled = context.ledger ? await recallBatch(items, context.ledger, lookUpStored) : new Map();
      const open = items.filter(({ place }) => !recalled.has(place));
      const fresh = open.filter(isFresh);
      const revised = open.filter((item) => !isFresh(item) && !isUnchanged(item));
      const analysed = await analyse([...fresh, ...revised]);
      try {
        const written = await writeNew(fresh, analysed.slice(0, fresh.length), context, settled);
        return { items, recalled, written, revised, analysed: analysed.slice(fresh.length) };
      } catch (error) {
        const isTaken = error instanceof ChangedMeanwhile || (error as { code?: unknown }).code === DUPLICATE_KEY;
        if (!isTaken || tries === MAX_TRIES) throw error;
      }
    }
  };

  /** One batch in which no identity stands twice. */
  const takeBatch = async (rows: readonly Row[], context: IntakeContext): Promise<IntakeResult[]> => {
    const settled = rows[0]?.place ?? 0;
    const { items, recalled, written, revised, analysed } = await storeFresh(rows, context, settled);
    const { pairs, changed } = await deps.lookUp(written, context);
    const results = new Map(recalled);
    const latest = new Map([...written.reviews.map((review) => [review._id, review] as const), ...changed]);
    const placeOf = new Map(items.map(({ place, identity }) => [identity, place]));
    const created = new Map(
      written.reviews.map((review) => [
        placeOf.get(review.identity) as number,
        toResult('created', latest.get(review._id) ?? review, pairs, latest),
      ]),
    );
    if (written.entry !== undefined) await context.ledger?.noteCopies(written.entry, copiesOf(created));
    for (const [place, result] of created) results.set(place, result);
    for (const [index, { place, input, existing }] of revised.entries()) {
      const id = (existing as StoredReview)._id;
      const note: WriteNote = { result: 'updated', places: [place], ids: [id], settled, entry: null, copies: null };
      const outcome = await deps.reviseReview(existing as StoredReview, input, analysed[index] as AnalysedReview, {
        importId: context.importId,
        note: async (session) => context.ledger?.note(note, session),
      });
      const after = await deps.lookUp(outcome, context);
      results.set(place, toResult('updated', after.changed.get(id) ?? outcome.review, after.pairs, after.changed));
    }
    return items.map(
      ({ place, existing }) => results.get(place) ?? toResult('unchanged', existing as StoredReview, [], new Map()),
    );
  };

  let [running, lastEnd] = [0, Number.NEGATIVE_INFINITY];
  const isBusy = () => running > 0 || performance.now() - lastEnd < BETWEEN_BATCHES_MS;
  const intake: Intake = async (inputs, context) => {
    running += 1;
    try {
      const results = await takeAll(inputs, context);
      deps.onTaken?.(results);
      return results;
    } finally {
      running -= 1;
      lastEnd = performance.now();
    }
  };

  const takeAll: Intake = async (inputs, context) => {
    const results: IntakeResult[] = [];
    const rows = inputs.map((input, place) => ({ input, place, identity: identityOf(input, context.occurrences) }));
    for (const batch of withoutRepeats(rows)) {
      await deps.clear?.();
      results.push(...(await takeBatch(batch, context)));
    }
    return results;
  };

  const resumeLookups = async (before: Date): Promise<number> => {
    let resumed = 0;
    for (const { entry, ids } of await journal.open(before)) {
      resumed += (await lookUpStored(entry, ids)).reviews.length;
    }
    return resumed;
  };

  return { intake, isBusy, lookUpStored, resumeLookups };
}
