import { AppError } from '../../errors.ts';
import type { ImportItem } from '../import-item.ts';
import { rejectRaw } from '../row-cells.ts';
import { createJsonRows, type JsonPlan, parseObject, type TakeRow } from './json-row.ts';
import { JSON_FAULTS, type JsonElement, JsonSplitter } from './split-json.ts';

/**
 * The elements of the array at `path` of a JSON file, in constant memory. Throws `json-invalid` (422) when there is no
 * such array; a file that ends too soon has one reject for what is cut off.
 */
export async function* readJsonArray(
  chunks: AsyncIterable<Uint8Array>,
  path: readonly string[],
  plan: JsonPlan,
  take: TakeRow,
): AsyncGenerator<ImportItem> {
  const splitter = new JsonSplitter(path);
  const toRow = createJsonRows(plan, take);
  const toItem = ({ line, text, fault }: JsonElement): ImportItem => {
    if (fault) return rejectRaw(line, { code: fault, detail: JSON_FAULTS[fault] }, text);
    const row = parseObject(text);
    return row
      ? toRow(line, row, text)
      : rejectRaw(line, { code: 'json-invalid', detail: 'The element is not one JSON object.' }, text);
  };
  for await (const chunk of chunks) {
    for (const element of splitter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)))
      yield toItem(element);
  }
  if (!splitter.found) throw new AppError('json-invalid', 422, 'The file holds no JSON array of reviews.');
  for (const element of splitter.end()) yield toItem(element);
}
