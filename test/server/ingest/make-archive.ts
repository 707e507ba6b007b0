import { crc32, deflateRawSync } from 'node:zlib';

/** Fields of a header, as [value, bytes]. */
const pack = (...fields: (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value >>> 0);
      return field;
    }),
  );

/** A ZIP archive of these files; a value of undefined makes a directory. */
export function makeZip(files: Readonly<Record<string, string | Uint8Array | undefined>>): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content ?? '');
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name);
    const same = [
      [20, 2],
      [0x800, 2],
      [8, 2],
      [0, 4],
    ] as const;
    const sizes = [
      [crc32(raw), 4],
      [packed.length, 4],
      [raw.length, 4],
      [path.length, 2],
    ] as const;
    const local = Buffer.concat([pack([0x04034b50, 4], ...same, ...sizes, [0, 2]), path, packed]);
    central.push(
      Buffer.concat([
        pack([0x02014b50, 4], [20, 2], ...same, ...sizes, [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        path,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const count = central.length;
  const end = pack([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, directory, end]);
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A cell: a text, a number, a truth, a day as [serial number], nothing, or XML as {xml}. */
export type Cell = string | number | boolean | readonly [number] | undefined | { xml: string };

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook with these sheets, as spreadsheets write them. */
export function xlsxParts(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Record<string, string> {
  const texts: string[] = [];
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === undefined) return '';
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    return 'xml' in cell ? cell.xml : `<c r="${at}" s="1"><v>${cell[0]}</v></c>`;
  };
  const rowXml = (row: readonly Cell[], index: number) =>
    `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, columnName(column) + (index + 1))).join('')}</row>`;
  const names = Object.keys(sheets);
  const sheetParts = Object.values(sheets).map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
  ]);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
      .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${names
      .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join(
        '',
      )}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheetParts),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
  };
}

/** A workbook with these sheets. */
export const makeXlsx = (sheets: Parameters<typeof xlsxParts>[0]): Buffer => makeZip(xlsxParts(sheets));
