import type { ImportItem } from './import-item.ts';

/** The items with the name of the file they are of in their rejects; a sheet stands behind the name of its workbook. */
export async function* nameFile(items: AsyncIterable<ImportItem>, name: string): AsyncGenerator<ImportItem> {
  for await (const item of items) {
    if (item.kind === 'review') yield item;
    else {
      const file = item.reject.file === null ? name : `${name}/${item.reject.file}`;
      yield { ...item, reject: { ...item.reject, file } };
    }
  }
}
