import { isUtf8 } from 'node:buffer';
import { splitPage } from '../../../nlp/split-page.ts';
import { MAX_TEXT } from '../../contract/reviews.ts';
import { AppError } from '../../errors.ts';
import { readWhole } from '../byte-stream.ts';
import { visibleText } from '../html-to-text.ts';
import { DEFAULT_SOURCE, excerpt, type ImportItem, type ReadSettings } from '../import-item.ts';

/** Largest page, in bytes: a page is split as a whole. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/** Whether the text is an HTML document rather than the text of one. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, 4096).trimStart().toLowerCase();
  return /^<(?:!--|(?:!doctype html|html|head|body|meta|div|section|article|main|ul|ol|table|p)[\s/>])/.test(start);
}

/** A page's text: what a browser shows of an HTML document, any other file as it is. Throws when it is not UTF-8. */
export function readPageText(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new AppError('invalid-utf8', 422, 'The page is not UTF-8: save it as UTF-8.');
  const text = new TextDecoder('utf-8').decode(bytes);
  return isHtml(text) ? visibleText(text) : text;
}

const passage = (code: string, detail: string, part: { start: number; end: number; text: string }): ImportItem => {
  const { start, end } = part;
  const reject = { code, detail, file: null, line: null, field: null, start, end, text: excerpt(part.text) };
  return { kind: 'reject', reject: { kind: 'passage', ...reject } };
};

/**
 * The reviews of a scraped shop page, and its other passages as rejects. Offsets are into the page's visible text.
 * Throws `page-too-large` or `invalid-utf8` for the whole page.
 */
export async function* readPage(
  chunks: AsyncIterable<Uint8Array>,
  settings: ReadSettings & { product: string },
): AsyncGenerator<ImportItem> {
  const bytes = await readWhole(chunks, MAX_PAGE_BYTES);
  if (bytes === undefined) {
    throw new AppError('page-too-large', 422, `The page is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB.`);
  }
  for (const part of splitPage(readPageText(bytes))) {
    const text = part.text.trim();
    if (part.kind === 'other') yield passage('not-a-review', part.reason, part);
    else if (text.length > MAX_TEXT)
      yield passage('text-too-long', `The passage is longer than ${MAX_TEXT} characters.`, part);
    else if (text !== '') {
      const review = { source: settings.source ?? DEFAULT_SOURCE, product: settings.product, text };
      yield { kind: 'review', line: null, start: part.start, end: part.end, review };
    }
  }
}
