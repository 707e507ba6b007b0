import { keysOf, parseObject } from './json-row.ts';
import { matchLayout } from './match-layout.ts';
import { findArrays, JsonSplitter } from './split-json.ts';

/** How JSON is laid out, by the beginning of the file: an object a line, or an array at a path of keys. */
export interface JsonHead {
  kind: 'lines' | 'array';
  path: readonly string[];
  /** The keys of the first rows, in the order in which they come up. */
  keys: string[];
}

/** Arrays inside an object that are looked into. */
const MAX_ARRAYS = 20;

const union = (rows: readonly string[], mapped: ReadonlySet<string> | undefined): string[] => {
  const objects = rows.map((text) => parseObject(text)).filter((row) => row !== undefined);
  return [...new Set(objects.flatMap((row) => keysOf(row, mapped)))];
};

/** The keys of the elements that are whole in these bytes. */
const keysOfArray = (head: Buffer, path: readonly string[], mapped: ReadonlySet<string> | undefined): string[] => {
  const elements = new JsonSplitter(path).push(head);
  return union(
    elements.flatMap(({ text, fault }) => (fault ? [] : [text])),
    mapped,
  );
};

const hasText = (keys: readonly string[], mapped: ReadonlySet<string> | undefined): boolean =>
  keys.some((key) => mapped?.has(key)) || matchLayout(keys) !== undefined;

/**
 * How a file that begins with a brace or a bracket is laid out. Of the arrays inside an object, the first whose
 * elements can be reviews is meant; lines are meant where the first one is a review itself, or the caller says so.
 */
export function readJsonHead(
  head: Buffer,
  { mapped, lines: isLines = false }: { mapped?: ReadonlySet<string> | undefined; lines?: boolean },
): JsonHead {
  const text = head.toString('utf8').trimStart();
  if (!isLines && text.startsWith('[')) return { kind: 'array', path: [], keys: keysOfArray(head, [], mapped) };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const asLines = (): JsonHead => ({ kind: 'lines', path: [], keys: union(lines, mapped) });
  const [first, second] = lines.slice(0, 2).map((line) => parseObject(line));
  if (isLines || (first && (second || hasText(keysOf(first, mapped), mapped)))) return asLines();
  const arrays = findArrays(head)
    .slice(0, MAX_ARRAYS)
    .map((path) => ({ path, keys: keysOfArray(head, path, mapped) }));
  const array = arrays.find(({ keys }) => hasText(keys, mapped)) ?? arrays[0];
  return array ? { kind: 'array', ...array } : asLines();
}
