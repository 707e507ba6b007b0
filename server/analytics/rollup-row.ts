import { addToPacked, visitPacked } from './packed-counters.ts';

/** A roll-up document holds the days of a month for one product; null stands for all of them. */
export interface RollupKey {
  month: string;
  product: string | null;
}

/** Counts and, apart from them, ratings; of the month as a whole and of each day, so that either is read alone. */
export const rollupTables = ['whole', 'days', 'wholeRatings', 'dayRatings'] as const;
export type RollupTable = (typeof rollupTables)[number];

/** Packed counters, or what the database gives for them. */
type Packed = Uint8Array | { buffer: Uint8Array };

/** A document as it is stored: names stand once in it, counters are packed. */
export interface RollupRow extends RollupKey, Record<RollupTable, Packed> {
  _id: string;
  sources: string[];
  features: string[];
}

/** Goes up when what is stored changes its form: roll-ups of another shape are made anew at the start. */
export const ROLLUP_SHAPE = 3;

/** What a counter counts. */
export interface RollupCounter {
  /** Day of the month; 0 for the month as a whole. */
  date: number;
  source: string;
  /** Counts only copies that are left out when reviews are counted once. */
  isCopy: boolean;
  /** null: all reviews, whatever they mention. */
  feature: string | null;
  /** Place of the feature among those of its document; -1 for none. */
  featureAt: number;
  kind: number;
  /** In hundredths of a star; 0 in tables of counts. */
  rating: number;
  count: number;
}

/** Kinds of counters that a key has room for. */
export const KIND_ROOM = 8;

/** How many of each a key has room for; dates come first, so that days lie side by side. */
const ROOM = { source: 2 ** 14, feature: 2 ** 12, kind: KIND_ROOM, rating: 512 };

interface Place {
  date: number;
  source: number;
  isCopy: boolean;
}

const hasRatings = (table: RollupTable) => table === 'wholeRatings' || table === 'dayRatings';

const placeKey = ({ date, source, isCopy }: Place) => (date * ROOM.source + source) * 2 + (isCopy ? 1 : 0);

export const rollupId = ({ month, product }: RollupKey) => `${month}|${JSON.stringify(product)}`;

const bytesOf = (packed: Packed | undefined): Uint8Array =>
  packed === undefined ? new Uint8Array() : packed instanceof Uint8Array ? packed : packed.buffer;

/** Numbers names in the order in which they come. */
class NameList {
  readonly names: string[];
  private readonly numbers: Map<string, number>;
  constructor(
    stored: readonly string[],
    private readonly room: number,
  ) {
    this.names = [...stored];
    this.numbers = new Map(stored.map((name, number) => [name, number]));
  }

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.length;
    if (number >= this.room) throw new Error(`no room for more than ${this.room} names in a month`);
    this.names.push(name);
    this.numbers.set(name, number);
    return number;
  }
}

/** A document that counts are added to. */
export class RollupRowDraft {
  private readonly sources: NameList;
  private readonly features: NameList;
  private readonly added: Record<RollupTable, Map<number, number>> = {
    whole: new Map(),
    days: new Map(),
    wholeRatings: new Map(),
    dayRatings: new Map(),
  };

  constructor(
    private readonly key: RollupKey,
    private readonly stored?: RollupRow,
  ) {
    this.sources = new NameList(stored?.sources ?? [], ROOM.source);
    this.features = new NameList(stored?.features ?? [], ROOM.feature - 1);
  }

  adderFor({ date, source, isCopy }: Pick<RollupCounter, 'date' | 'source' | 'isCopy'>) {
    const place = placeKey({ date, source: this.sources.numberOf(source), isCopy });
    const [counts, ratings] =
      date === 0 ? [this.added.whole, this.added.wholeRatings] : [this.added.days, this.added.dayRatings];
    const keyOf = (feature: string | null, kind: number) =>
      (place * ROOM.feature + (feature === null ? 0 : 1 + this.features.numberOf(feature))) * ROOM.kind + kind;
    const add = (sums: Map<number, number>, key: number, count: number) => sums.set(key, (sums.get(key) ?? 0) + count);
    return {
      count: (feature: string | null, kind: number, count: number) => add(counts, keyOf(feature, kind), count),
      rating: (feature: string | null, { kind, rating }: Pick<RollupCounter, 'kind' | 'rating'>, count: number) =>
        add(ratings, keyOf(feature, kind) * ROOM.rating + rating, count),
    };
  }

  /** The document with what was added. */
  row(): RollupRow {
    const packed = Object.fromEntries(
      rollupTables.map((table) => [table, addToPacked(bytesOf(this.stored?.[table]), this.added[table])]),
    ) as Record<RollupTable, Uint8Array>;
    const [sources, features] = [this.sources.names, this.features.names];
    return { _id: rollupId(this.key), ...this.key, sources, features, ...packed };
  }
}

/** Which counters of a document are wanted; all without. */
interface Wanted {
  source?: string | undefined;
  /** Days of the month; the last one ends the reading. */
  lastDate?: number;
}

/** Calls `visit` for each counter of a table. The counter is the same object each time: keep nothing of it. */
export function visitCounters(
  row: Pick<RollupRow, 'sources' | 'features'> & Partial<RollupRow>,
  table: RollupTable,
  visit: (counter: RollupCounter) => void,
  { source, lastDate = 31 }: Wanted = {},
): void {
  const wanted = source === undefined ? undefined : row.sources.indexOf(source);
  if (wanted === -1) return;
  const ratingRoom = hasRatings(table) ? ROOM.rating : 1;
  const placeRoom = ROOM.feature * ROOM.kind * ratingRoom;
  const counter: RollupCounter = {
    ...{ date: 0, source: '', isCopy: false, feature: null, featureAt: -1, kind: 0, rating: 0, count: 0 },
  };
  let [place, placeStart, isWanted] = [-1, 0, false];
  visitPacked(bytesOf(row[table]), (key, count) => {
    if (place === -1 || key >= placeStart + placeRoom) {
      place = Math.floor(key / placeRoom);
      placeStart = place * placeRoom;
      const number = Math.floor(place / 2) % ROOM.source;
      counter.date = Math.floor(place / (2 * ROOM.source));
      counter.source = row.sources[number] as string;
      counter.isCopy = place % 2 === 1;
      isWanted = wanted === undefined || wanted === number;
    }
    if (counter.date > lastDate) return false;
    if (!isWanted) return true;
    // Below 2^31 from here on: a place has room for 2^24 counters at most.
    const rest = key - placeStart;
    const judged = ratingRoom === 1 ? rest : rest >>> 9;
    const feature = judged >>> 3;
    counter.rating = ratingRoom === 1 ? 0 : rest & (ratingRoom - 1);
    counter.kind = judged & (ROOM.kind - 1);
    counter.featureAt = feature - 1;
    counter.feature = feature === 0 ? null : (row.features[feature - 1] as string);
    counter.count = count;
    visit(counter);
    return true;
  });
}
