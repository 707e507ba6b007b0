import { isUtf8 } from 'node:buffer';
import { splitPage } from '../../../nlp/split-page.ts';
import { MAX_TEXT } from '../../contract/reviews.ts';
import { AppError } from '../../errors.ts';
import { readWhole } from '../byte-stream.ts';
import { visibleText } from '../html-to-text.ts';
import { DEFAULT_SOURCE, excerpt, type ImportItem, type ReadSettings } from '../import-item.ts';
import { keepColumns, toRowCells } from '../row-cells.ts';
import type { Row } from '../row-mapper.ts';
import { GENERIC } from './layouts.ts';
import type { MarkedReview } from './marked-review.ts';
import { applyLayout } from './match-layout.ts';
import { readMarkup } from './page-markup.ts';

/** Largest page, in bytes: a page is split as a whole. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;

const FIRST_TAG =
  /^<(?:!--|(?:!doctype html|html|head|body|meta|link|title|style|script|div|span|section|article|main|header|nav|ul|ol|dl|table|form|p|h[1-6]|br)[\s/>])/;

/** Whether the text is an HTML document rather than the text of one. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, 4096).trimStart().toLowerCase();
  return FIRST_TAG.test(start) || (start.startsWith('<?xml') && /<(?:!doctype )?html[\s>]/.test(start));
}

const NOT_UTF8 = 'The page is not UTF-8: save it as UTF-8, or have it read with the encoding windows-1252.';

const decode = (bytes: Uint8Array): string => {
  if (!isUtf8(bytes)) throw new AppError('invalid-utf8', 422, NOT_UTF8);
  return new TextDecoder('utf-8').decode(bytes);
};

/** A page's text: what a browser shows of an HTML document, any other file as it is. Throws when it is not UTF-8. */
export function readPageText(bytes: Uint8Array): string {
  const text = decode(bytes);
  return isHtml(text) ? visibleText(text) : text;
}

const passage = (code: string, detail: string, part: { start: number; end: number; text: string }): ImportItem => {
  const { start, end } = part;
  const reject = { code, detail, file: null, line: null, field: null, start, end, text: excerpt(part.text) };
  return { kind: 'reject', reject: { kind: 'passage', ...reject } };
};

const COLUMNS = ['product', 'title', 'text', 'rating', 'author', 'date'] as const;
const kept = keepColumns(COLUMNS);

/** How the reviews of a page's markup are read. */
export const PAGE_PLAN = { ...applyLayout(GENERIC, COLUMNS).plan, layout: 'markup' };

const toRow = (review: MarkedReview, product: string | undefined): Row => {
  // Whoever imports one page knows what it is about; its markup names the product as the shop does.
  const values = { ...review, product: product ?? review.product };
  const valueAt = (position: number) => values[COLUMNS[position]!];
  return { line: null, cell: ({ index }) => valueAt(index), cells: () => toRowCells(kept, valueAt) };
};

/** The passages of a page's text: reviews, and the others as rejects. Offsets are into the text. */
function* splitText(text: string, settings: ReadSettings & { product: string }): Generator<ImportItem> {
  for (const part of splitPage(text)) {
    const passageText = part.text.trim();
    if (part.kind === 'other') yield passage('not-a-review', part.reason, part);
    else if (passageText.length > MAX_TEXT)
      yield passage('text-too-long', `The passage is longer than ${MAX_TEXT} characters.`, part);
    else if (passageText !== '') {
      const review = { source: settings.source ?? DEFAULT_SOURCE, product: settings.product, text: passageText };
      yield { kind: 'review', line: null, start: part.start, end: part.end, review };
    }
  }
}

/** Whether a page's markup names the product of at least one review. */
export function namesProduct(bytes: Uint8Array): boolean {
  const text = isUtf8(bytes) ? decode(bytes) : '';
  return isHtml(text) && readMarkup(text).some(({ product }) => product !== undefined);
}

export const missingProduct = () =>
  new AppError('product-missing', 422, 'A page does not say which product its reviews are of: name the product.');

/**
 * The reviews of a scraped shop page: those that its markup tells (JSON-LD, microdata), else those among its visible
 * text, with the other passages as rejects. Throws `page-too-large`, `invalid-utf8`, or `product-missing` when neither
 * the caller nor the markup names a product.
 */
export async function* readPage(
  chunks: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
  take: (row: Row) => ImportItem,
): AsyncGenerator<ImportItem> {
  const bytes = await readWhole(chunks, MAX_PAGE_BYTES);
  if (bytes === undefined) {
    throw new AppError('page-too-large', 422, `The page is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB.`);
  }
  const text = decode(bytes);
  const marked = isHtml(text) ? readMarkup(text) : [];
  const { product } = settings;
  if (product === undefined && !marked.some((review) => review.product !== undefined)) throw missingProduct();
  if (marked.length > 0) for (const review of marked) yield take(toRow(review, product));
  else yield* splitText(isHtml(text) ? visibleText(text) : text, { ...settings, product: product! });
}
