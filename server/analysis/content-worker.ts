import { type Comparison, fingerprint } from '../../nlp/compare.ts';
import { compareContent, findAlike, meaningsMark, readMeaning, topicsToAsk } from '../../nlp/paraphrase.ts';
import {
  type ContentPair,
  DIMENSIONS,
  type MeaningTable,
  type ReadMeaning,
  type Scanned,
  type ScanTask,
  TOPICS,
} from './content-pool.ts';

export const readMark = (): string => meaningsMark();

/** Meanings of texts; null for those that are too generic to be told apart. */
export const readMeanings = (texts: readonly string[]): (ReadMeaning | null)[] =>
  texts.map((text) => {
    if (fingerprint(text).generic) return null;
    const { vector, topics } = readMeaning(text);
    return { vector, topics, asks: topicsToAsk(vector) };
  });

interface Row {
  row: number;
  vector: Int8Array;
}

let latest: { id: string; rows: Row[] } | undefined;

/** The tasks of one batch come with one table. */
function rowsOf({ id, vectors }: MeaningTable): Row[] {
  if (latest?.id === id) return latest.rows;
  const rows = Array.from({ length: vectors.length / DIMENSIONS }, (_, row) => ({
    row,
    vector: vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS),
  }));
  latest = { id, rows };
  return rows;
}

export function scanMeanings({ table, asked }: ScanTask): Scanned[] {
  const rows = rowsOf(table);
  return asked.map(({ vector, row: own, asks }) => {
    const isAsked = asks && new Set(asks);
    const others = rows.filter(({ row }) => row !== own && (!isAsked || hasTopic(table, row, isAsked)));
    const { alike, crowd } = findAlike(vector, others);
    return { rows: alike.map(({ other }) => other.row), crowd };
  });
}

function hasTopic({ topics }: MeaningTable, row: number, asked: ReadonlySet<number>): boolean {
  for (let at = row * TOPICS; at < (row + 1) * TOPICS; at += 1) if (asked.has(topics[at] as number)) return true;
  return false;
}

export const compareContents = (pairs: readonly ContentPair[]): (Comparison | undefined)[] =>
  pairs.map(({ a, b, crowd }) => compareContent(a, b, crowd));
