import { type Cell, emptyCell } from './cells.ts';
import { addAtPlace, placeOf } from './rollup-counts.ts';
import type { RollupCounter, RollupRow } from './rollup-row.ts';

type Features = Pick<RollupRow, 'features'>;

/**
 * Sums counters of many documents into one cell. A feature is looked up by name once a document, not once a counter:
 * all products over years are hundreds of thousands of counters.
 */
export class CellSum {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** Counters of all reviews, then those of each feature; undefined where nothing was counted. */
  private readonly sums: (number | undefined)[] = [];
  private document: Features | undefined;
  /** Numbers of the features of `document`, in its order. */
  private own: number[] = [];

  add(document: Features, { featureAt, kind, count }: RollupCounter, factor: number): void {
    if (document !== this.document) this.open(document);
    const at = placeOf(featureAt < 0 ? -1 : (this.own[featureAt] as number), kind);
    this.sums[at] = (this.sums[at] ?? 0) + factor * count;
  }

  /** The sum, of no day. */
  cell(): Cell {
    const cell = emptyCell('');
    for (const [at, count] of this.sums.entries()) {
      if (count !== undefined) addAtPlace(cell, this.names, at, count);
    }
    return cell;
  }

  private open(document: Features): void {
    this.document = document;
    this.own = document.features.map((name) => this.numberOf(name));
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.numbers.set(name, number);
    // No holes: the array stays a plain one.
    while (this.sums.length < placeOf(number + 1, 0)) this.sums.push(undefined);
    return number;
  }
}
