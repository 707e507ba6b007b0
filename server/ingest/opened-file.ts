import type { ColumnMap, DateOrder, ImportFormat, TextEncoding } from '../contract/imports.ts';
import type { AppError } from '../errors.ts';
import type { FileFormat, NamedFormat } from './detect-format.ts';
import type { TakeRow } from './formats/json-row.ts';
import type { ImportHeader } from './formats/resolve-header.ts';
import type { ImportItem, ReadSettings } from './import-item.ts';
import { mapRow } from './map-row.ts';

export interface OpenOptions extends NamedFormat {
  format?: ImportFormat | undefined;
  product?: string | undefined;
  source?: string | undefined;
  /** Which column stands for which field; nothing is guessed then. */
  map?: ColumnMap | undefined;
  /** How dates such as 05/03/2024 are read. */
  dates?: DateOrder | undefined;
  /** What the bytes of a text stand for; UTF-8 where nothing is said. A byte order mark wins. */
  encoding?: TextEncoding | undefined;
  /** The map that was given for files with this header before, asked where none is given now. */
  rememberedMap?: ((signature: string) => Promise<ColumnMap | undefined>) | undefined;
  /**
   * For a look only: what keeps a table from being imported is answered as `problem` instead of thrown, and a text of
   * which no encoding is said is read by the one it looks like.
   */
  tolerant?: boolean | undefined;
  now: () => Date;
}

/** A file of which it is known how it is read. */
export interface OpenedFile {
  format: FileFormat;
  /** Which known layout of that format, such as `generic` or `judge.me`. */
  layout: string;
  /** What the first 64 kB of a text look like; `utf-8` of a spreadsheet. */
  encoding: TextEncoding;
  /** Undefined where there are no columns. */
  header?: ImportHeader | undefined;
  /** What keeps it from being imported, where the caller is tolerant. */
  problem?: AppError | undefined;
  /** Its items, in the order of the file; `take` makes an item of a whole row. */
  read(take?: TakeRow): AsyncIterable<ImportItem>;
}

/** What is known of a text apart from its encoding. */
export type OpenedText = Omit<OpenedFile, 'encoding'>;

/** Enough for any header and a few rows. */
export const HEAD_BYTES = 64 * 1024;

export const settingsOf = ({ product, source, dates, now }: OpenOptions): ReadSettings => ({
  product,
  source,
  dates,
  now,
});

/** How rows become items where nobody asks for anything else. */
export const takeWith =
  (options: OpenOptions): TakeRow =>
  (row, plan) =>
    mapRow(row, plan, settingsOf(options));
