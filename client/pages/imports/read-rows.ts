/** A row of a file by its columns, as it stands there. */
export type RawRow = Readonly<Record<string, string>>;

const DELIMITERS = [',', ';', '\t', '|'];

/** Splits delimited text into up to `max` whole rows; quotes as in RFC 4180. A row that the text ends within is left out. */
function splitRows(text: string, delimiter: string, max: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length && rows.length < max; at += 1) {
    const char = text[at] as string;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === delimiter || char === '\n') {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (char === delimiter) continue;
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    } else cell += char;
  }
  return rows;
}

const isHeader = (row: readonly string[] | undefined, columns: readonly string[]): row is string[] =>
  row !== undefined && columns.length > 0 && columns.every((name) => row.some((cell) => cell.trim() === name.trim()));

function readTable(text: string, columns: readonly string[], count: number): RawRow[] | null {
  for (const delimiter of DELIMITERS) {
    const [header, ...rows] = splitRows(text, delimiter, count + 1);
    if (!isHeader(header, columns)) continue;
    return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name.trim(), cells[at] ?? ''])));
  }
  return null;
}

/** The objects of a JSON array or of lines, found by their outer brackets. */
function findObjects(text: string, count: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  let isString = false;
  for (let at = text.indexOf('{'); at >= 0 && at < text.length && found.length < count; at += 1) {
    const char = text[at];
    if (isString) {
      if (char === '\\') at += 1;
      else if (char === '"') isString = false;
    } else if (char === '"') isString = true;
    else if (char === '{') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (char === '}') {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, at + 1));
    }
  }
  return found;
}

const show = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

function valueAt(row: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(row, name)) return row[name];
  const [outer = '', ...inner] = name.split('.');
  const nested = Object.hasOwn(row, outer) ? row[outer] : undefined;
  return typeof nested === 'object' && nested !== null
    ? (nested as Record<string, unknown>)[inner.join('.')]
    : undefined;
}

function readObjects(text: string, columns: readonly string[], count: number): RawRow[] | null {
  try {
    const rows = findObjects(text, count).map((object) => JSON.parse(object) as Record<string, unknown>);
    const isSame = rows.some((row) => columns.some((name) => valueAt(row, name) !== undefined));
    if (!isSame) return null;
    return rows.map((row) => Object.fromEntries(columns.map((name) => [name, show(valueAt(row, name))])));
  } catch {
    return null;
  }
}

/**
 * The first rows of a table or of JSON for a look at them, by the columns that the server has found: `null` where the
 * text does not show these columns (packed files, other encodings, reviews deep inside an object).
 */
export function readRows(text: string, columns: readonly string[], count = 3): RawRow[] | null {
  const plain = text.replace(/^\ufeff/, '');
  const isJson = /^\s*[[{]/.test(plain);
  const rows = isJson ? readObjects(plain, columns, count) : readTable(plain, columns, count);
  return rows && rows.length > 0 ? rows : null;
}
