import type { AnalysedReview, AnalysePool } from '../analysis/analyse-pool.ts';
import type { ReviewInput } from '../contract/reviews.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Transact } from '../db/transaction.ts';
import type { FindCopies, LookedUp } from '../duplicates/copy-finder.ts';
import { contentOf, hasSameContent, newReview } from './build-review.ts';
import type { ChangeReviews } from './change-reviews.ts';
import { identityOf } from './identity.ts';
import type { Intake, IntakeContext, IntakeResult } from './intake.ts';
import { toLookedUp, toResult, withoutRepeats } from './intake-result.ts';
import type { LookUp, ToLookUp } from './look-up.ts';
import type { LookupJournalStore } from './lookup-journal-store.ts';
import type { StoredReview } from './review-model.ts';
import type { ReviewStore } from './review-store.ts';
import type { ReviseReview } from './revise-review.ts';

export interface TakeInDeps {
  store: ReviewStore;
  changeReviews: ChangeReviews;
  reviseReview: ReviseReview;
  pool: AnalysePool;
  ids: Pick<IdsStore, 'allocate'>;
  journal: Pick<LookupJournalStore, 'add' | 'open'>;
  findCopies: FindCopies;
  lookUp: LookUp;
  transact: Transact;
  now: () => Date;
}

interface Item {
  input: ReviewInput;
  identity: string;
  existing: StoredReview | undefined;
}

interface Written extends ToLookUp {
  reviews: StoredReview[];
}

/** Reviews that are only looked at have ids above all that are stored. */
const PREVIEW_ID = 1e14;

const DUPLICATE_KEY = 11_000;
/** Tries when another server takes the same identity in between. */
const MAX_TRIES = 5;

export interface TakeIn {
  intake: Intake;
  /** What the intake would answer; nothing is stored, so the ids of new reviews name nothing. Remembers the batches of one file. */
  preview: Intake;
  /** Whether batches are coming in. */
  isBusy: () => boolean;
  /** Looks up the copies of reviews that a killed server left. Answers how many. */
  resumeLookups: (before: Date) => Promise<number>;
}

/** How long after a batch the next one of the same file may come. */
const BETWEEN_BATCHES_MS = 300;

/** The write path: analyse, store durably with what follows, then look up copies among all that is stored and link them. */
export function createTakeIn(deps: TakeInDeps): TakeIn {
  const { store, pool, journal, now } = deps;

  const classify = async (inputs: readonly ReviewInput[], identities: readonly string[]): Promise<Item[]> => {
    const stored = new Map((await store.byIdentity(identities)).map((review) => [review.identity, review]));
    return inputs.map((input, index) => {
      const identity = identities[index] as string;
      return { input, identity, existing: stored.get(identity) };
    });
  };

  const isUnchanged = ({ existing, input }: Item) =>
    existing !== undefined && hasSameContent(existing, contentOf(input));

  const analyse = (items: readonly Item[]): Promise<AnalysedReview[]> =>
    pool.analyse(
      items.map(({ input }) => {
        const { title, text, rating } = contentOf(input);
        return { title: title ?? undefined, text, rating: rating ?? undefined };
      }),
    );

  /** Stores the new reviews of a batch in one transaction with their counts and their journal entry. */
  const writeNew = async (
    items: readonly Item[],
    analysed: readonly AnalysedReview[],
    importId: number | undefined,
  ): Promise<Written> => {
    if (items.length === 0) return { entry: undefined, lookedUp: [], reviews: [] };
    const at = now();
    const firstId = await deps.ids.allocate('reviews', items.length);
    const seen = new Set((await store.holdersOfExact(analysed.map(({ fingerprint }) => fingerprint.exact))).keys());
    const reviews = items.map((item, index) => {
      const found = analysed[index] as AnalysedReview;
      const hasEarlierTwin = seen.has(found.fingerprint.exact);
      seen.add(found.fingerprint.exact);
      return newReview({ id: firstId + index, ...item, analysed: found, importId, hasEarlierTwin, now: at });
    });
    const entry = await deps.transact(async (session, attempt) => {
      await deps.changeReviews(
        reviews.map((after) => ({ before: null, after })),
        session,
        attempt,
      );
      return journal.add(
        reviews.map((review) => review._id),
        at,
        session,
      );
    });
    return {
      entry,
      reviews,
      lookedUp: reviews.map((review, index) => toLookedUp(review, analysed[index] as AnalysedReview)),
    };
  };

  /** One batch in which no identity stands twice. */
  const takeBatch = async (
    inputs: readonly ReviewInput[],
    identities: readonly string[],
    context: IntakeContext,
  ): Promise<IntakeResult[]> => {
    for (let tries = 1; ; tries += 1) {
      const items = await classify(inputs, identities);
      const fresh = items.filter((item) => item.existing === undefined);
      const revised = items.filter((item) => item.existing !== undefined && !isUnchanged(item));
      const analysed = await analyse([...fresh, ...revised]);
      try {
        const written = await writeNew(fresh, analysed.slice(0, fresh.length), context.importId);
        const { pairs, changed } = await deps.lookUp(written, context);
        const results = new Map<string, IntakeResult>();
        const latest = new Map([...written.reviews.map((review) => [review._id, review] as const), ...changed]);
        for (const review of written.reviews)
          results.set(review.identity, toResult('created', latest.get(review._id) ?? review, pairs, latest));
        for (const [index, item] of revised.entries()) {
          const outcome = await deps.reviseReview(
            item.existing as StoredReview,
            item.input,
            analysed[fresh.length + index] as AnalysedReview,
          );
          const after = await deps.lookUp(outcome, context);
          const review = after.changed.get(outcome.review._id) ?? outcome.review;
          results.set(item.identity, toResult('updated', review, after.pairs, after.changed));
        }
        return items.map(
          ({ identity, existing }) =>
            results.get(identity) ?? toResult('unchanged', existing as StoredReview, [], new Map()),
        );
      } catch (error) {
        if ((error as { code?: unknown }).code !== DUPLICATE_KEY || tries === MAX_TRIES) throw error;
      }
    }
  };

  let [running, lastEnd] = [0, Number.NEGATIVE_INFINITY];
  const isBusy = () => running > 0 || performance.now() - lastEnd < BETWEEN_BATCHES_MS;
  const intake: Intake = async (inputs, context) => {
    running += 1;
    try {
      return await takeAll(inputs, context);
    } finally {
      running -= 1;
      lastEnd = performance.now();
    }
  };

  const takeAll: Intake = async (inputs, context) => {
    const results: IntakeResult[] = [];
    for (const batch of withoutRepeats(
      inputs.map((input) => ({ input, identity: identityOf(input, context.occurrences) })),
    )) {
      results.push(
        ...(await takeBatch(
          batch.map(({ input }) => input),
          batch.map(({ identity }) => identity),
          context,
        )),
      );
    }
    return results;
  };

  const previewed = new WeakMap<Map<string, number>, LookedUp[]>();

  const preview: Intake = async (inputs, context) => {
    const identities = inputs.map((input) => identityOf(input, context.occurrences));
    const items = await classify(inputs, identities);
    const analysed = await analyse(items);
    const earlier = previewed.get(context.occurrences) ?? [];
    previewed.set(context.occurrences, earlier);
    const lookedUp = items.map((item, index) => {
      const found = analysed[index] as AnalysedReview;
      const id = PREVIEW_ID + earlier.length + index;
      const { importId } = context;
      return toLookedUp(
        newReview({ id, ...item, analysed: found, importId, hasEarlierTwin: false, now: now() }),
        found,
      );
    });
    const fresh = lookedUp.filter((_, index) => items[index]?.existing === undefined);
    earlier.push(...fresh);
    const pairs = await deps.findCopies(
      fresh,
      earlier.map(({ review }) => review),
    );
    return items.map((item, index) => {
      if (item.existing) return toResult(isUnchanged(item) ? 'unchanged' : 'updated', item.existing, [], new Map());
      return toResult('created', lookedUp[index]?.review as StoredReview, pairs, new Map());
    });
  };

  const resumeLookups = async (before: Date): Promise<number> => {
    let resumed = 0;
    for (const { entry, ids } of await journal.open(before)) {
      const reviews = await store.byIds(ids);
      const analysed = await pool.analyse(reviews.map((review) => ({ text: review.text })));
      await deps.lookUp({
        entry,
        lookedUp: reviews.map((review, index) => toLookedUp(review, analysed[index] as AnalysedReview)),
      });
      resumed += reviews.length;
    }
    return resumed;
  };

  return { intake, preview, isBusy, resumeLookups };
}
