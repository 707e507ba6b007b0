import { type Comparison, fingerprint } from '../../nlp/compare.ts';
import { compareContent, findAlike, meaningsMark, readMeaning, topicsToAsk } from '../../nlp/paraphrase.ts';
import type { ContentPair, MeaningTable, ReadMeaning, Scanned, ScanTask } from './content-pool.ts';

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
function rowsOf({ id, rows: length, vectors }: MeaningTable): Row[] {
  if (latest?.id === id) return latest.rows;
  const width = vectors.length / length;
  const rows = Array.from({ length }, (_, row) => ({
    row,
    vector: vectors.subarray(row * width, (row + 1) * width),
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

function hasTopic({ rows, topics }: MeaningTable, row: number, asked: ReadonlySet<number>): boolean {
  const width = topics.length / rows;
  for (let at = row * width; at < (row + 1) * width; at += 1) if (asked.has(topics[at] as number)) return true;
  return false;
}

export const compareContents = (pairs: readonly ContentPair[]): (Comparison | undefined)[] =>
  pairs.map(({ a, b, crowd }) => compareContent(a, b, crowd));
