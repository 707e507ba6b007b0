import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** All that is written about the project for people. */
export const DOCS = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...['docs/api.md', 'docs/operations.md', 'docs/measurements.md'],
] as const;
export type Doc = (typeof DOCS)[number];

export const readDoc = (doc: Doc): string => readFileSync(`${root}${doc}`, 'utf8');

/** Files and, with a slash at the end, folders below a folder of the project, by their paths in it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [`${path}/`, ...filesBelow(path)] : [path];
  });

/** Words in backticks and lines of code, each as it stands. */
export const codeIn = (text: string): string[] =>
  [...text.matchAll(/^```\w*\n(.*?)^```|`([^`\n]+)`/gms)].flatMap(([, block, words]) =>
    block === undefined ? (words ?? '') : block.split('\n'),
  );

/** The cells of the rows of all tables, the header and the line below it left out. */
export const rowsIn = (text: string): string[][] =>
  [...text.matchAll(/^\|[^\n]*\n\|[ :|-]+\n((?:\|[^\n]*\n)+)/gm)].flatMap(([, rows = '']) =>
    rows
      .trimEnd()
      .split('\n')
      .map((row) =>
        row
          .slice(1, -1)
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim().replaceAll('\\|', '|')),
      ),
  );
