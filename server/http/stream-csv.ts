import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { type CsvValue, toCsv } from './csv.ts';

export type CsvRow<Column extends string = string> = Readonly<Record<Column, CsvValue>>;

/** Whether the caller would rather have CSV than JSON. */
export const wantsCsv = (req: Request): boolean => req.accepts(['application/json', 'text/csv']) === 'text/csv';

/** A list of any length as a CSV file, page by page. `columns` are those of every row, in the same order. */
export async function streamCsv<Column extends string>(
  { req, res }: { req: Request; res: Response },
  file: { name: string; columns: readonly Column[]; pages: AsyncIterable<readonly CsvRow<Column>[]> },
): Promise<undefined> {
  res.status(200).set({
    Vary: 'Accept',
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${file.name}.csv"`,
  });
  if (req.method === 'HEAD') {
    res.end();
    return undefined;
  }
  const lines = async function* () {
    yield `${file.columns.join(',')}\r\n`;
    for await (const rows of file.pages) if (rows.length > 0) yield withoutHeader(toCsv(inOrder(rows, file.columns)));
  };
  await pipeline(Readable.from(lines()), res).catch((error: unknown) => {
    if (!res.destroyed) throw error; // whoever asked for it has gone
  });
  return undefined;
}

const withoutHeader = (csv: string) => csv.slice(csv.indexOf('\r\n') + 2);

const inOrder = <Column extends string>(rows: readonly CsvRow<Column>[], columns: readonly Column[]) =>
  rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
