import { type ImportItem, type ReadSettings, rejectRow } from '../import-item.ts';
import { mapRow } from '../map-row.ts';
import { type Line, MAX_ROW_BYTES, readLines } from '../read-lines.ts';
import { type MatchedLayout, matchLayout } from './match-layout.ts';

const FAULTS: Readonly<Record<string, string>> = {
  'invalid-utf8': 'The line holds bytes that are not UTF-8.',
  'row-too-long': `The line is longer than ${MAX_ROW_BYTES / 1024 / 1024} MB.`,
};

const parseLine = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Rows of one file mostly have the same keys: what became of the last ones is remembered. */
const createKeyMatcher = (): ((keys: string[]) => MatchedLayout) => {
  let known = '';
  let matched: MatchedLayout | undefined;
  return (keys) => {
    const signature = keys.join('\n');
    if (matched === undefined || signature !== known) {
      known = signature;
      matched = matchLayout(keys) ?? { layout: 'generic', columns: new Map(), ambiguous: [] };
    }
    return matched;
  };
};

const toItem = (line: Line, match: (keys: string[]) => MatchedLayout, settings: ReadSettings): ImportItem => {
  const reject = (code: string, detail: string) => rejectRow(line.number, [{ code, detail, field: null }], line.text);
  if (line.fault) return reject(line.fault, FAULTS[line.fault]!);
  const row = parseLine(line.text);
  if (row === undefined) return reject('json-invalid', 'The line is not one JSON object.');
  const { columns, ambiguous } = match(Object.keys(row));
  const [twice] = ambiguous;
  if (twice) return reject('field-ambiguous', `${twice.names.join(' and ')} could both be the ${twice.field}.`);
  return mapRow({ line: line.number, cell: ({ name }) => row[name], raw: () => line.text }, columns, settings);
};

/** The rows of newline-delimited JSON, one object a line; empty lines count for nothing. In constant memory. */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): AsyncGenerator<ImportItem> {
  const match = createKeyMatcher();
  for await (const lines of readLines(chunks)) {
    for (const line of lines) if (line.fault || line.text.trim() !== '') yield toItem(line, match, settings);
  }
}
