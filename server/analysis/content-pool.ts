import type { Comparison } from '../../nlp/compare.ts';
import type { Meaning, TaggedReview } from '../../nlp/paraphrase.ts';
import { runEach } from './run-each.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface ReadMeaning extends Meaning {
  /** Topics under which paraphrases of the text are to be looked for. */
  asks: number[];
}

/** Meanings one after another, in memory that all threads share. Each has as many numbers, and as many topics, as the others. */
export interface MeaningTable {
  /** Tells it from all others. */
  id: string;
  rows: number;
  vectors: Int8Array<SharedArrayBuffer>;
  topics: Uint16Array<SharedArrayBuffer>;
}

export interface AskedMeaning {
  vector: Int8Array;
  /** Its own row, which is left out; −1 for none. */
  row: number;
  /** Only rows with one of these topics; null: all rows. */
  asks: readonly number[] | null;
}

export interface ScanTask {
  table: MeaningTable;
  asked: readonly AskedMeaning[];
}

export interface Scanned {
  /** The next in meaning, best first. */
  rows: number[];
  crowd: number;
}

export interface ContentPair {
  a: TaggedReview;
  b: TaggedReview;
  crowd: number;
}

/** Everything that takes time of looking for paraphrases, in worker threads; answers in order. */
export interface ContentPool {
  /** Tells what meanings are read with; those of another mark cannot be compared with them. */
  readMark(): Promise<string>;
  /** Null for a text that is too generic to be told apart. */
  readMeanings(texts: readonly string[], signal?: AbortSignal): Promise<(ReadMeaning | null)[]>;
  scan(task: ScanTask, signal?: AbortSignal): Promise<Scanned[]>;
  compare(pairs: readonly ContentPair[], signal?: AbortSignal): Promise<(Comparison | undefined)[]>;
}

/** What one task takes on: some 50 ms, so that a review that is posted meanwhile does not wait for long. */
const TEXTS = 100;
const PAIRS = 80;
const ROWS = 150_000;

/**
 * One task at a time: whatever is taken in meanwhile finds the other threads free, and of this one a place soon. An
 * aborted signal is thrown between two tasks.
 */
export function createContentPool(workers: WorkerPool): ContentPool {
  const inTurn = async <Item, Answer>(
    items: readonly Item[],
    size: number,
    run: (items: readonly Item[]) => Promise<Answer[]>,
    signal: AbortSignal | undefined,
  ): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (let at = 0; at < items.length; at += size) {
      signal?.throwIfAborted();
      answers.push(...(await run(items.slice(at, at + size))));
    }
    return answers;
  };

  let mark: Promise<string> | undefined;

  return {
    readMark: () => {
      mark ??= workers.run('content-worker', 'readMark', []);
      return mark;
    },
    readMeanings: (texts, signal) =>
      inTurn(
        texts,
        TEXTS,
        // A text that breaks its thread has no meaning, as one that is too generic.
        (some) =>
          runEach(
            some,
            (part) => workers.run('content-worker', 'readMeanings', part),
            () => null,
          ),
        signal,
      ),
    scan({ table, asked }, signal) {
      const size = Math.max(1, Math.floor(ROWS / Math.max(1, table.rows)));
      return inTurn(
        asked,
        size,
        (some) => workers.run('content-worker', 'scanMeanings', { table, asked: some } satisfies ScanTask),
        signal,
      );
    },
    compare: (pairs, signal) =>
      inTurn(
        pairs,
        PAIRS,
        (some) =>
          runEach(
            some,
            (part) => workers.run('content-worker', 'compareContents', part),
            () => undefined,
          ),
        signal,
      ),
  };
}
