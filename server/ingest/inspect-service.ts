import type { CreateImport, InspectedFile, MappingList } from '../contract/imports.ts';
import { AppError, notFound } from '../errors.ts';
import { ColumnSampler } from './column-samples.ts';
import type { FileFormat } from './detect-format.ts';
import { isRejectColumn } from './formats/fold-header.ts';
import type { ImportItem } from './import-item.ts';
import type { MappingStore } from './mapping-store.ts';
import { type InspectedImport, inspectImport } from './read-import.ts';
import { suggestMap } from './suggest-map.ts';

/** Rows that are looked at, and bytes that are read at most to get to them. */
const MAX_ROWS = 1000;
/** Columns that are told of. */
const MAX_COLUMNS = 300;
const MAX_BYTES = 100 * 1024 * 1024;

export interface InspectService {
  /** What a file is and how it would be read; nothing is stored. Throws what refuses the file for other reasons than its columns. */
  inspect(file: InspectRequest): Promise<InspectedFile>;
  mappings(): Promise<MappingList>;
  /** @throws AppError `not-found` */
  forget(signature: string): Promise<void>;
}

export interface InspectRequest {
  chunks: AsyncIterable<Uint8Array>;
  request: CreateImport;
  declared?: FileFormat | undefined;
}

async function* limitRead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) {
      const detail = `More than ${MAX_BYTES / 1024 / 1024} MB would have to be read to see the columns.`;
      throw new AppError('file-too-large', 413, detail);
    }
    yield chunk;
  }
}

/** A row was looked at; it becomes nothing. */
const SEEN: ImportItem = {
  kind: 'reject',
  reject: {
    ...{ kind: 'row', code: 'seen', detail: '', file: null, line: null },
    ...{ field: null, start: null, end: null, text: '' },
  },
};

const namesOf = ({ header }: InspectedImport): string[] =>
  (header?.columns ?? []).filter((name) => !isRejectColumn(name)).slice(0, MAX_COLUMNS);

/** Looks at the first rows; answers what broke the reading off, if anything did. */
const sample = async (opened: InspectedImport, sampler: ColumnSampler): Promise<AppError | undefined> => {
  let rows = 0;
  try {
    const items = opened.read((row) => {
      sampler.add(row.cells());
      return SEEN;
    });
    for await (const _ of items) {
      rows += 1;
      if (rows >= MAX_ROWS) break;
    }
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.status === 422) return error;
    throw error;
  }
};

export function createInspectService({ store, now }: { store: MappingStore; now: () => Date }): InspectService {
  return {
    async inspect({ chunks, request, declared }) {
      const { format, product, source, filename, map, dates, encoding } = request;
      const opened = await inspectImport(limitRead(chunks), {
        ...{ format, product, source, filename, map, dates, encoding, declared, now },
        ...{ rememberedMap: store.find, tolerant: true },
      });
      const { header, layout } = opened;
      const sampler = new ColumnSampler(namesOf(opened), now());
      try {
        const broken = header && (await sample(opened, sampler));
        const problem = opened.problem ?? broken;
        const known = header?.map ?? {};
        const used = header === undefined || known.text !== undefined ? known : suggestMap(sampler.columns);
        const date = sampler.columns.find(({ name }) => name === used.date);
        return {
          format: opened.format,
          layout: layout === 'unknown' ? null : layout,
          columns: sampler.columns.map(({ name, samples }) => ({ name, samples })),
          map: used,
          remembered: header?.from === 'remembered',
          dates: date?.orders ?? { ambiguous: 0, dayFirst: 0, monthFirst: 0 },
          encoding: opened.encoding,
          problem: problem?.message ?? null,
        };
      } finally {
        await opened.close();
      }
    },

    async mappings() {
      const rows = await store.list();
      return {
        items: rows.map(({ _id, columns, map, usedAt }) => ({
          signature: _id,
          columns,
          map,
          usedAt: usedAt.toISOString(),
        })),
      };
    },

    async forget(signature) {
      if (!(await store.forget(signature))) throw notFound('mapping');
    },
  };
}
