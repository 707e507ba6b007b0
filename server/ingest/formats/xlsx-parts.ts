import { AppError } from '../../errors.ts';
import { readXml, type XmlHandlers } from '../read-xml.ts';
import type { UnpackLimits } from '../unpack-limits.ts';
import type { ZipEntry } from '../zip-archive.ts';
import { isDateFormat, unescapeCell } from './xlsx-cell.ts';

const MB = 1024 * 1024;
/** Tags that are looked at in parts that only list things, and how many of them: a workbook cannot have more styles. */
const LISTED = new Set(['Relationship', 'sheet', 'workbookPr', 'numFmt', 'xf']);
const MAX_TAGS = 200_000;
/** What may come out of one part of a workbook; a sheet of a million rows of reviews stays below it. */
export const PART_LIMITS: UnpackLimits = { maxBytes: 1024 * MB, freeBytes: 50 * MB, maxRatio: 200 };
/** The texts of a workbook are held in memory: at most so many UTF-16 units, with what each text costs by itself. */
const MAX_TEXTS = 100_000_000;
const TEXT_COST = 20;

export const tooLarge = (what: string) =>
  new AppError('spreadsheet-too-large', 422, `The spreadsheet has ${what}: save it as CSV, which is read in any size.`);

/** What the sheets of a workbook refer to. */
export interface Workbook {
  sheets: readonly { name: string; entry: ZipEntry }[];
  /** The texts of cells, shared by all sheets. */
  texts: readonly string[];
  /** Whether the cells of each style are dates. */
  dateStyles: readonly boolean[];
  since1904: boolean;
}

const readPart = async <T>(entry: ZipEntry | undefined, listen: (found: T[]) => XmlHandlers): Promise<T[]> => {
  const all: T[] = [];
  if (entry) for await (const found of readXml(entry.open(PART_LIMITS), listen)) for (const one of found) all.push(one);
  return all;
};

/** The listed start tags with their attributes, and the tag around each. */
const listenToTags = (
  found: { name: string; outer: string; attributes: Readonly<Record<string, string>> }[],
): XmlHandlers => {
  const path: string[] = [];
  return {
    open(name, attributes) {
      if (LISTED.has(name) && found.length < MAX_TAGS) found.push({ name, outer: path.at(-1) ?? '', attributes });
      path.push(name);
    },
    close: () => void path.pop(),
    text: () => undefined,
  };
};

const listenToTexts = (found: string[]): XmlHandlers => {
  const path: string[] = [];
  let text = '';
  let held = 0;
  return {
    open(name) {
      path.push(name);
      if (name === 'si') text = '';
    },
    text(part) {
      // What is written above a word to say how it is pronounced is no part of it.
      if (path.at(-1) === 't' && !path.includes('rPh')) text += part;
    },
    close(name) {
      path.pop();
      if (name !== 'si') return;
      held += text.length + TEXT_COST;
      if (held > MAX_TEXTS) throw tooLarge('too much text to be held');
      found.push(unescapeCell(text));
    },
  };
};

const dateStylesOf = async (entry: ZipEntry | undefined): Promise<boolean[]> => {
  const tags = await readPart(entry, listenToTags);
  const codes = new Map<string, string>();
  for (const { name, attributes } of tags) {
    if (name === 'numFmt') codes.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
  }
  return tags
    .filter(({ name, outer }) => name === 'xf' && outer === 'cellXfs')
    .map(({ attributes }) =>
      isDateFormat(Number(attributes['numFmtId'] ?? 0), codes.get(attributes['numFmtId'] ?? '')),
    );
};

const attributeEnding = (attributes: Readonly<Record<string, string>>, ending: string): string | undefined =>
  Object.entries(attributes).find(([name]) => name === ending || name.endsWith(`:${ending}`))?.[1];

const WORKBOOK = /^(?:[\w-]{1,40}\/)?workbook\d{0,3}\.xml$/i;

const findWorkbook = (entries: readonly ZipEntry[]) =>
  entries.some(({ name }) => name === '[Content_Types].xml')
    ? entries.find(({ name }) => WORKBOOK.test(name))
    : undefined;

/** Whether these files are the parts of an XLSX workbook. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean => findWorkbook(entries) !== undefined;

/** Opens a workbook by its parts. Throws what `readXml` and the archive throw, and `spreadsheet-too-large` (422). */
export async function openWorkbook(entries: readonly ZipEntry[]): Promise<Workbook> {
  const workbook = findWorkbook(entries)!;
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1);
  const relations = await readPart(
    entries.find(({ name }) => name === `${folder}_rels/${workbook.name.slice(folder.length)}.rels`),
    listenToTags,
  );
  const entryOf = (target: string | undefined): ZipEntry | undefined => {
    const path = target?.startsWith('/') ? target.slice(1) : `${folder}${target}`;
    return target === undefined ? undefined : entries.find(({ name }) => name === path);
  };
  const part = (type: string) =>
    entryOf(relations.find(({ attributes }) => attributes['Type']?.endsWith(`/${type}`))?.attributes['Target']);
  const tags = await readPart(workbook, listenToTags);
  const sheets = tags.flatMap(({ name, attributes }) => {
    const id = name === 'sheet' ? attributeEnding(attributes, 'id') : undefined;
    const relation = relations.find((one) => id !== undefined && one.attributes['Id'] === id);
    const entry = entryOf(relation?.attributes['Target']);
    return entry ? [{ name: attributes['name'] ?? '', entry }] : [];
  });
  const since1904 = tags.some(
    ({ name, attributes }) => name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? ''),
  );
  const texts = await readPart(part('sharedStrings'), listenToTexts);
  return { sheets, texts, dateStyles: await dateStylesOf(part('styles')), since1904 };
}
