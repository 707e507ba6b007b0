import type { ImportItem } from '../import-item.ts';
import { MAX_ROW_BYTES, readLines } from '../read-lines.ts';
import { rejectRaw } from '../row-cells.ts';
import { createJsonRows, type JsonPlan, parseObject, type TakeRow } from './json-row.ts';

const FAULTS: Readonly<Record<string, string>> = {
  'invalid-utf8': 'The line holds bytes that are not UTF-8.',
  'row-too-long': `The line is longer than ${MAX_ROW_BYTES / 1024 / 1024} MB.`,
};

/** The rows of newline-delimited JSON, one object a line; empty lines count for nothing. In constant memory. */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  plan: JsonPlan,
  take: TakeRow,
): AsyncGenerator<ImportItem> {
  const toItem = createJsonRows(plan, take);
  for await (const lines of readLines(chunks)) {
    for (const { number, text, fault } of lines) {
      if (fault) yield rejectRaw(number, { code: fault, detail: FAULTS[fault]! }, text);
      else if (text.trim() !== '') {
        const row = parseObject(text);
        if (row) yield toItem(number, row, text);
        else yield rejectRaw(number, { code: 'json-invalid', detail: 'The line is not one JSON object.' }, text);
      }
    }
  }
}
