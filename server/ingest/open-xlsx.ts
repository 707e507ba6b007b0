import { AppError } from '../errors.ts';
import { resolveTable } from './formats/resolve-header.ts';
import { readSheetHeader, readXlsx, type Sheet } from './formats/xlsx.ts';
import { openWorkbook, type Workbook } from './formats/xlsx-parts.ts';
import { nameFile } from './name-file.ts';
import { type OpenedFile, type OpenOptions, takeWith } from './opened-file.ts';
import type { ZipEntry } from './zip-archive.ts';

const openSheet = async (workbook: Workbook, sheet: Sheet, options: OpenOptions): Promise<OpenedFile> => {
  const names = await readSheetHeader(workbook, sheet);
  const { plan, header, problem } = await resolveTable(names, options);
  return {
    ...{ format: 'xlsx', layout: plan.layout, encoding: 'utf-8', header, problem },
    read: (take = takeWith(options)) =>
      nameFile(
        readXlsx(workbook, { sheet, names }, (row) => take(row, plan)),
        sheet.name,
      ),
  };
};

/**
 * Opens the first sheet of a workbook whose header can be read; its rejects carry the sheet's name as `file`. Throws what
 * refuses the first sheet when none can be read, and for the whole workbook `archive-damaged`, `xml-invalid`,
 * `spreadsheet-too-large` or `archive-too-large` (422).
 */
export async function openXlsx(entries: readonly ZipEntry[], options: OpenOptions): Promise<OpenedFile> {
  const workbook = await openWorkbook(entries);
  let refused: AppError | undefined;
  for (const sheet of workbook.sheets) {
    try {
      const opened = await openSheet(workbook, sheet, { ...options, tolerant: false });
      return opened;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused ??= new AppError(error.code, error.status, `Sheet "${sheet.name}": ${error.message}`, { cause: error });
    }
  }
  const [first] = workbook.sheets;
  if (first === undefined) throw new AppError('unknown-header', 422, 'The spreadsheet has no sheet that can be read.');
  if (options.tolerant) return openSheet(workbook, first, options);
  throw refused!;
}
