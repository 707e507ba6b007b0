import type { AnalysedReview, AnalysePool } from '../analysis/analyse-pool.ts';
import type { FindCopies, FinderDeps } from '../duplicates/copy-finder.ts';
import { contentOf, hasSameContent, newReview } from './build-review.ts';
import type { DryRunReviews } from './dry-run-store.ts';
import { isErased } from './erased-review.ts';
import { identityOf } from './identity.ts';
import type { Intake, IntakeResult } from './intake.ts';
import { toLookedUp, toResult, withoutRepeats } from './intake-result.ts';
import type { StoredReview } from './review-model.ts';
import { reviseContent } from './revise-review.ts';
import { textsWithKeys } from './texts-with-keys.ts';
import { isUndone } from './undone-review.ts';

export interface PreviewDeps {
  /** Of one file: it remembers the batches. */
  reviews: DryRunReviews;
  pool: AnalysePool;
  createFinder: (deps: FinderDeps) => FindCopies;
  now: () => Date;
}

/** What the intake of a file would answer, batch by batch, without doing it. The ids of new reviews name nothing. */
export function createPreview({ reviews, pool, createFinder, now }: PreviewDeps): Intake {
  const findCopies = createFinder({ reviews });
  let nextId = reviews.firstNewId;

  type Row = { input: Parameters<Intake>[0][number]; identity: string };
  type Item = Row & { existing: StoredReview | undefined };
  type Analysed = Item & { analysed: AnalysedReview };

  const isFresh = ({ existing }: Item) => existing === undefined || isUndone(existing);
  const isUnchanged = (item: Item) =>
    !isFresh(item) &&
    (isErased(item.existing as StoredReview) || hasSameContent(item.existing as StoredReview, contentOf(item.input)));

  const classify = async (rows: readonly Row[]): Promise<Item[]> => {
    const stored = await reviews.byIdentity(rows.map(({ identity }) => identity));
    const byIdentity = new Map(stored.map((review) => [review.identity, review]));
    return rows.map((row) => ({ ...row, existing: byIdentity.get(row.identity) }));
  };

  const analyse = async (items: readonly Item[]): Promise<Analysed[]> => {
    const analysed = await pool.analyse(
      items.map(({ input }) => {
        const { title, text, rating } = contentOf(input);
        return { title: title ?? undefined, text, rating: rating ?? undefined };
      }),
    );
    return items.map((item, index) => ({ ...item, analysed: analysed[index] as AnalysedReview }));
  };

  const addNew = async (items: readonly Analysed[]): Promise<Map<string, IntakeResult>> => {
    const seen = await textsWithKeys(
      reviews,
      items.map(({ analysed }) => analysed),
    );
    const added = items.map((item) => {
      const hasEarlierTwin = seen.has(item.analysed.fingerprint.exact);
      seen.add(item.analysed.fingerprint.exact);
      const id = item.existing?._id ?? nextId++;
      return newReview({ ...item, id, importId: undefined, hasEarlierTwin, now: now() });
    });
    await reviews.put(added);
    const pairs = await findCopies(
      added.map((review, index) => toLookedUp(review, (items[index] as Analysed).analysed)),
    );
    return new Map(added.map((review) => [review.identity, toResult('created', review, pairs, new Map())]));
  };

  const takeBatch = async (rows: readonly Row[]): Promise<IntakeResult[]> => {
    const items = await classify(rows);
    const analysed = await analyse(items.filter((item) => !isUnchanged(item)));
    const added = await addNew(analysed.filter(isFresh));
    const changed = new Map(
      analysed
        .filter((item) => !isFresh(item))
        .map((item) => [
          item.identity,
          reviseContent(item.existing as StoredReview, item.input, item.analysed, now()).review,
        ]),
    );
    await reviews.put([...changed.values()]);
    return items.map(({ identity, existing }) => {
      const review = changed.get(identity);
      if (review) return toResult('updated', review, [], new Map());
      return added.get(identity) ?? toResult('unchanged', existing as StoredReview, [], new Map());
    });
  };

  return async (inputs, { occurrences }) => {
    const rows = inputs.map((input) => ({ input, identity: identityOf(input, occurrences) }));
    const results: IntakeResult[] = [];
    for (const batch of withoutRepeats(rows)) results.push(...(await takeBatch(batch)));
    return results;
  };
}
