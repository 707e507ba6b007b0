import { readFileSync } from 'node:fs';
import { analyze } from '../../nlp/analyze.ts';
import { measureStatements } from '../../nlp/duplicates/paraphrase/measure-statements.ts';
import { readStatements, type Statements } from '../../nlp/duplicates/paraphrase/read-statements.ts';
import { findAlike, readMeaning } from '../../nlp/paraphrase.ts';
import { readScrapedRows } from './real-reviews.ts';

/** A review written for this, reworded three times, with two texts that only look like it. */
export interface RewordedGroup {
  a: string;
  light?: string;
  medium?: string;
  strong?: string;
  /** Another customer who writes of the same things. */
  other?: string;
  /** The same words, judging the other way. */
  flip?: string;
}

export const REWORDED = ['light', 'medium', 'strong'] as const;
const LOOK_ALIKES = ['other', 'flip'] as const;
export type PairKind = (typeof REWORDED)[number] | (typeof LOOK_ALIKES)[number] | 'chance';

export interface MeasuredPair {
  kind: PairKind;
  /** Number of the group that it belongs to; of a pair by chance any that spreads them. */
  group: number;
  /** Whether neither text was written for this. */
  isReal: boolean;
  measures: number[];
}

const readLines = <T>(path: string): T[] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** Groups of scraped reviews name the row of the original, which is not part of the project. */
const readScrapedGroups = (path: string): RewordedGroup[] => {
  const rows = readScrapedRows();
  return readLines<Omit<RewordedGroup, 'a'> & { row: number }>(path).map(({ row, ...reworded }) => ({
    a: rows[row]!,
    ...reworded,
  }));
};

/** All groups to learn from. */
export const readRewordedGroups = (): RewordedGroup[] => [
  ...readLines<RewordedGroup>('training/copies.jsonl'),
  ...readScrapedGroups('training/copies-scrape.jsonl'),
];

/** Groups that are only ever scored. */
export const readHeldOutGroups = (): RewordedGroup[] => readScrapedGroups('held-out/copies-scrape.jsonl');

/** Share of the shorter text's runs of three words from which two texts are edited copies, not to be learned from. */
const EDITED_COPY = 0.3;

const triples = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')));
};

interface Read {
  text: string;
  statements: Statements;
  features: Record<string, string>;
  triples: Set<string>;
  vector: Int8Array;
  /** Group it was written for; undefined for one of the pool. */
  group: number | undefined;
  kind: PairKind | 'a' | undefined;
}

const readOne = (text: string, group: number | undefined, kind: Read['kind']): Read => ({
  text,
  statements: readStatements(text),
  features: analyze({ text }).features,
  triples: triples(text),
  vector: readMeaning(text).vector,
  group,
  kind,
});

const areEdited = (a: Read, b: Read): boolean => {
  let shared = 0;
  for (const triple of a.triples) if (b.triples.has(triple)) shared += 1;
  return shared >= EDITED_COPY * Math.min(a.triples.size, b.triples.size);
};

/** Kind of a pair; undefined where it is neither planted nor unrelated. */
const kindOf = (a: Read, b: Read): PairKind | undefined => {
  if (a.group === undefined || a.group !== b.group) return areEdited(a, b) ? undefined : 'chance';
  if (a.kind !== 'a' && b.kind !== 'a') return undefined;
  return (a.kind === 'a' ? b.kind : a.kind) as PairKind;
};

/** All planted pairs, and the closest unrelated ones among the groups and a pool of reviews, measured. */
export function measurePairs(groups: readonly RewordedGroup[], pool: readonly string[]): MeasuredPair[] {
  const reads: Read[] = groups.flatMap((group, at) => [
    readOne(group.a, at, 'a'),
    ...[...REWORDED, ...LOOK_ALIKES].flatMap((kind) =>
      group[kind] === undefined ? [] : [readOne(group[kind], at, kind)],
    ),
  ]);
  const written = new Set(reads.map(({ text }) => text));
  reads.push(...pool.filter((text) => !written.has(text)).map((text) => readOne(text, undefined, undefined)));
  const around = reads.map((read) =>
    findAlike(
      read.vector,
      reads.filter((other) => other !== read),
    ),
  );
  const numbers = new Map(reads.map((read, at) => [read, at]));
  const pairs = new Map<string, MeasuredPair>();
  const add = (a: Read, b: Read, at: number): void => {
    const [left, right] = [numbers.get(a)!, numbers.get(b)!].sort((x, y) => x - y) as [number, number];
    const kind = kindOf(a, b);
    const key = `${left} ${right}`;
    if (kind === undefined || pairs.has(key)) return;
    const [first, second] = a.text <= b.text ? [a, b] : [b, a];
    const features = { a: first.features, b: second.features };
    const measures = measureStatements(first.statements, second.statements, { features, crowd: around[right]!.crowd });
    if (measures)
      pairs.set(key, {
        kind,
        group: a.group ?? b.group ?? at,
        isReal: a.group === undefined && b.group === undefined,
        measures,
      });
  };
  reads.forEach((read, at) => {
    for (const { other } of around[at]!.alike) add(read, other, at);
    if (read.kind !== 'a') return;
    for (const other of reads.slice(at + 1, at + 1 + REWORDED.length + LOOK_ALIKES.length)) {
      if (other.group === read.group) add(read, other, at);
    }
  });
  return [...pairs.values()];
}
