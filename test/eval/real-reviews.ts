import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** Whether the real reviews, which are not part of the project, are beside it. */
export const hasRealReviews = (): boolean => existsSync(DATA);

export const readRealJsonl = <T>(name: string): T[] =>
  readFileSync(new URL(name, DATA), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const plainText = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** Texts of the scraped reviews of one product, a row each, markup taken out; some are empty. */
export const readScrapedRows = (): string[] => {
  const rows = parse(readFileSync(new URL('ring-scrape.csv', DATA)), {
    columns: true,
    bom: true,
    relax_quotes: true,
  }) as { Comment: string }[];
  return rows.map(({ Comment }) => plainText(Comment));
};

/** The texts that are not empty. */
export const readScrapedTexts = (): string[] => readScrapedRows().filter((text) => text !== '');
