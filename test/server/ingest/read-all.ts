import type { ImportItem } from '../../../server/ingest/import-item.ts';
import { type OpenedImport, type OpenOptions, openImport } from '../../../server/ingest/read-import.ts';

export const NOW = new Date('2026-11-21T12:00:00Z');

/** The bytes in pieces of `size`, as a network hands them over. */
export async function* inChunks(bytes: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.from(bytes);
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}

export interface ReadAll extends Omit<OpenedImport, 'items'> {
  items: ImportItem[];
  /** Texts of the reviews, and `line code` or `line code field` of the rejects, in order. */
  texts: string[];
  faults: string[];
}

/** Opens and reads a file that names no product for product `cam`. */
export async function readAll(
  bytes: string | Uint8Array,
  options: Partial<OpenOptions> = {},
  chunk = 7,
): Promise<ReadAll> {
  const opened = await openImport(inChunks(bytes, chunk), { product: 'cam', now: () => NOW, ...options });
  const items: ImportItem[] = [];
  for await (const item of opened.items) items.push(item);
  return {
    ...opened,
    items,
    texts: items.flatMap((item) => (item.kind === 'review' ? [item.review.text] : [])),
    faults: items.flatMap((item) => {
      if (item.kind === 'review') return [];
      const { line, code, field } = item.reject;
      return [[line, code, field].filter((part) => part !== null).join(' ')];
    }),
  };
}
