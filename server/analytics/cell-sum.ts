import { type Cell, emptyCell } from './cells.ts';
import { addToCell } from './rollup-counts.ts';
import type { RollupCounter, RollupRow } from './rollup-row.ts';

type Features = Pick<RollupRow, 'features'>;

/** Kinds of counters that a key has room for. */
const KINDS = 8;

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
    const at = (featureAt < 0 ? 0 : 1 + (this.own[featureAt] as number)) * KINDS + kind;
    this.sums[at] = (this.sums[at] ?? 0) + factor * count;
  }

  /** The sum, of no day. */
  cell(): Cell {
    const cell = emptyCell('');
    for (const [at, count] of this.sums.entries()) {
      if (count === undefined) continue;
      const number = Math.floor(at / KINDS) - 1;
      addToCell(cell, { feature: number < 0 ? null : (this.names[number] as string), kind: at % KINDS, count }, 1);
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
    for (let kind = 0; kind < KINDS; kind += 1) this.sums[(1 + number) * KINDS + kind] = undefined;
    return number;
  }
}
