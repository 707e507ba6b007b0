import type { Connection } from 'mongoose';
import { ensureCollection } from '../db/ensure-collection.ts';
import { createTransact, type Session } from '../db/transaction.ts';
import type { CountedChange, CountedReview } from './rollup-counts.ts';
import type { CountedStep } from './rollup-store.ts';

/** A review that began to count (1) or ceased to (-1), in as few bytes as it takes. */
type Fact = [
  sign: 1 | -1,
  product: string,
  source: string,
  day: string,
  rating: number | null,
  tags: readonly string[],
  once: boolean,
];

/** What one transaction changed of the counters, until it is added to the roll-ups. */
interface JournalRow {
  _id: unknown;
  facts: Fact[];
  /** Number of facts. */
  size: number;
}

/** Facts that are added to the roll-ups in one transaction; as many that wait are folded without being asked for. */
const MOST_FACTS = 20_000;
const MOST_ROWS = 2000;
/** Once nothing more has come in for this time, what waits is folded, so that the first reader finds it done. */
const FOLD_AFTER_MS = 1000;

export type RollupJournal = ReturnType<typeof createRollupJournal>;

/**
 * Changes of the counters on their way into the roll-ups. A batch of reviews from many days touches a thousand roll-up
 * documents, which costs more than to store the reviews; so its transaction writes one row here instead, and many rows
 * are added to the roll-ups at once. Whoever reads them has the rows folded first (`settle`), so that what is read is
 * always what the reviews give. A row is taken out in the transaction that adds it: it counts once, whoever is killed.
 * @param write adds the steps to the roll-up documents
 */
export function createRollupJournal(
  connection: Connection,
  write: (steps: readonly CountedStep[], session: Session) => Promise<void>,
) {
  const journal = connection.collection<JournalRow>('rollup_journal');
  const transact = createTransact(connection);
  let running: Promise<number> | undefined;
  let settling: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waiting = 0;

  const foldSome = (): Promise<number> =>
    transact(async (session) => {
      const rows = await journal
        .find({}, { session, projection: { size: 1 } })
        .limit(MOST_ROWS)
        .toArray();
      let sum = 0;
      const ids = rows
        .filter(({ size }, at) => {
          sum += size;
          return at === 0 || sum <= MOST_FACTS;
        })
        .map(({ _id }) => _id);
      if (ids.length === 0) return 0;
      const taken = await journal.find({ _id: { $in: ids } }, { session }).toArray();
      await write(
        taken.flatMap(({ facts }) => facts.map(toStep)),
        session,
      );
      await journal.deleteMany({ _id: { $in: ids } }, { session });
      return ids.length;
    });

  /** One at a time in this process; of two servers the one that loses begins again with what is left. */
  const fold = (): Promise<number> => {
    running ??= foldSome().finally(() => {
      running = undefined;
    });
    return running;
  };

  /** Not asked for by anyone: what fails here is tried again, and told, by the next reader. */
  const foldIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      waiting = 0;
      fold()
        .then((folded) => folded > 0 && foldIn(0))
        .catch(() => undefined);
    }, ms).unref();
  };

  const foldOpen = async (): Promise<void> => {
    const open = await journal.find({}, { projection: { _id: 1 } }).toArray();
    const ids = open.map(({ _id }) => _id);
    while (ids.length > 0 && (await journal.findOne({ _id: { $in: ids } }, { projection: { _id: 1 } }))) await fold();
  };

  return {
    prepare: () => ensureCollection(connection, 'rollup_journal'),

    /** Notes what changed, in the transaction that changes the reviews. */
    async add(changes: readonly CountedChange[], session: Session): Promise<void> {
      const facts = changes.flatMap(toFacts);
      if (facts.length === 0) return;
      await journal.insertOne({ facts, size: facts.length } as never, { session });
      waiting += facts.length;
      foldIn(waiting >= MOST_FACTS ? 0 : FOLD_AFTER_MS);
    },

    /** Comes back when all that was committed before the call is in the roll-ups. Calls of one moment look together. */
    settle(): Promise<void> {
      settling ??= Promise.resolve().then(() => {
        settling = undefined;
        return foldOpen();
      });
      return settling;
    },

    /** Forgets what waits: the roll-ups are made anew from the reviews. */
    async clear(): Promise<void> {
      await journal.deleteMany({});
    },

    /** Folds nothing more by itself, and waits for what is being folded. */
    async stop(): Promise<void> {
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}

const isCounted = (review: CountedReview | null): review is CountedReview => review?.status === 'published';

const toFact = (sign: 1 | -1, { product, source, day, rating, tags, once }: CountedReview): Fact => [
  ...([sign, product, source, day, rating, tags, once] as const),
];

function toFacts({ before, after }: CountedChange): Fact[] {
  const [left, right] = [
    isCounted(before) ? toFact(-1, before) : undefined,
    isCounted(after) ? toFact(1, after) : undefined,
  ];
  if (left && right && JSON.stringify(left.slice(1)) === JSON.stringify(right.slice(1))) return [];
  return [...(left ? [left] : []), ...(right ? [right] : [])];
}

const toStep = ([sign, product, source, day, rating, tags, once]: Fact): CountedStep => ({
  sign,
  review: { product, source, day, rating, tags, once, status: 'published' },
});
