import type { InspectedFile, TextEncoding } from '../../../server/contract/imports.ts';
import { uploadFile } from '../../api.ts';
import { type FileOptions, toQuery, typeOf } from './file-options.ts';
import { type RawRow, readRows } from './read-rows.ts';

/** More than the thousand rows that the server looks at, unless they are very long. */
const HEAD_BYTES = 2_000_000;
/** What the server reads at most to see into an archive or a spreadsheet. */
const MAX_WHOLE_BYTES = 100 * 1024 * 1024;

/** What a file was recognised as, with its first rows where they can be shown; null where it is too large to look into. */
export type Look = { inspected: InspectedFile; rows: RawRow[] | null };

/** Archives and spreadsheets have their list of contents at the end: a beginning says nothing. */
async function isZip(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}

const ask = (file: File, part: Blob, options: FileOptions) =>
  uploadFile<InspectedFile>('/imports/inspect', {
    file: new File([part], file.name),
    type: typeOf(file.name, options.format),
    query: toQuery(file.name, options),
    onProgress: () => undefined,
  });

/** A byte order mark wins, as it does when the file is imported. */
function decodeHead(bytes: Uint8Array, encoding: TextEncoding): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder(hasMark ? 'utf-8' : encoding).decode(bytes);
}

async function readHead(
  file: File,
  columns: InspectedFile['columns'],
  encoding: TextEncoding,
): Promise<RawRow[] | null> {
  if (columns.length === 0) return null;
  const text = decodeHead(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()), encoding);
  return readRows(
    file.size > HEAD_BYTES ? text : `${text}\n`,
    columns.map(({ name }) => name),
  );
}

/**
 * Has the server look into a file without storing it. Of plain files only the beginning is sent; where that breaks off
 * within a row, the whole. @throws ApiError where it is nothing that can be imported
 */
export async function inspectFile(file: File, options: FileOptions): Promise<Look | null> {
  const isWhole = file.size <= HEAD_BYTES || (await isZip(file));
  if (isWhole && file.size > MAX_WHOLE_BYTES) return null;
  const head = await ask(file, isWhole ? file : file.slice(0, HEAD_BYTES), options);
  const mayBeCut = !isWhole && head.problem !== null && head.layout !== null && head.map.product !== undefined;
  const inspected = !mayBeCut
    ? head
    : file.size <= MAX_WHOLE_BYTES
      ? await ask(file, file, options)
      : { ...head, problem: null };
  return { inspected, rows: await readHead(file, inspected.columns, options.encoding || inspected.encoding) };
}
