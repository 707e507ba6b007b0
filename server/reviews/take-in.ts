import type { AnalysedReview, AnalysePool } from '../analysis/analyse-pool.ts';
import { contentOf, hasSameContent } from './build-review.ts';
import { isErased } from './erased-review.ts';
import { identityOf } from './identity.ts';
import type { Intake, IntakeContext, IntakeResult, WriteNote } from './intake.ts';
import { copiesOf, toResult, withoutRepeats } from './intake-result.ts';
import type { LookUp } from './look-up.ts';
import { createLookUpStored, type LookUpStored } from './look-up-stored.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import { recallBatch } from './recall-batch.ts';
import { ChangedMeanwhile } from './restore-undone.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import type { ReviseReview } from './revise-review.ts';
import { isUndone } from './undone-review.ts';
import { createWriteNew, type IntakeItem, type WriteNewDeps } from './write-new.ts';

export interface TakeInDeps extends WriteNewDeps {
  store: ReviewStore;
  reviseReview: ReviseReview;
  pool: AnalysePool;
  journal: Pick<LookupJournalStore, 'add' | 'open'>;
  lookUp: LookUp;
  /** Awaited before each batch, so that others come first. */
  clear?: (() => Promise<void>) | undefined;
  /** Told what came of each batch. */
  onTaken?: ((results: readonly IntakeResult[]) => void) | undefined;
}

/** Before it is known what is stored of it. */
type Row = Omit<IntakeItem, 'existing'>;

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
  const { store, pool, journal } = deps;

  const lookUpStored = createLookUpStored(deps);
  const writeNew = createWriteNew(deps);

  const classify = async (rows: readonly Row[]): Promise<IntakeItem[]> => {
    const identities = rows.map(({ identity }) => identity);
    const stored = new Map((await store.byIdentity(identities)).map((review) => [review.identity, review]));
    return rows.map((row) => ({ ...row, existing: stored.get(row.identity) }));
  };

  /** Of an undone import there is nothing but an id. */
  const isFresh = ({ existing }: IntakeItem) => existing === undefined || isUndone(existing);

  const isUnchanged = ({ existing, input }: IntakeItem) =>
    existing !== undefined && (isErased(existing) || hasSameContent(existing, contentOf(input)));

  const analyse = (items: readonly IntakeItem[]): Promise<AnalysedReview[]> =>
    pool.analyse(
      items.map(({ input }) => {
        const { title, text, rating } = contentOf(input);
        return { title: title ?? undefined, text, rating: rating ?? undefined };
      }),
    );

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
        const written = await writeNew(fresh, { analysed: analysed.slice(0, fresh.length), settled, context });
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
