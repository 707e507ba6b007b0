import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeIn, DOCS, filesBelow, readDoc, root } from './read-docs.ts';

const PLACES = ['server', 'nlp', 'client', 'test', 'docs', '.ci'];

const files = [...readdirSync(root), ...PLACES.flatMap((folder) => [`${folder}/`, ...filesBelow(folder)])];

const NAME = /(?<![\w./<>-])(?:[\w.-]+\/)*[\w.*-]+\.(?:tsx?|mjs|md|ya?ml|py|tsv|jsonl|weights\.json)(?![\w/])/g;
/** A name in a doc may leave out the folders that its place in the text tells. */
const isThere = (name: string) => {
  const pattern = new RegExp(`(?:^|/)${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return files.some((file) => pattern.test(file));
};

/** Folders and files of code that lie in `folder` itself, folders with a slash at the end. */
const roomsOf = (folder: string) =>
  readdirSync(`${root}${folder}`, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => /(?:\/|\.ts|\.mjs)$/.test(name));

const isMirror = (room: string) => ['', 'server/'].some((above) => files.includes(`${above}${room}`));

describe.each(DOCS)('%s', (doc) => {
  const text = readDoc(doc);

  it('names files that are there', () => {
    const named = [...text.matchAll(NAME)].map(([name]) => name);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  it('names folders that are there', () => {
    const named = codeIn(text).flatMap((code) => /^((?:server|nlp|client|test|docs)\/[\w/.-]*)$/.exec(code)?.[1] ?? []);
    const folders = named.filter((name) => !/\.\w+$/.test(name)).map((name) => `${name.replace(/\/$/, '')}/`);
    expect(folders.filter((name) => !files.includes(name))).toEqual([]);
  });

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const local = links.filter((target) => !/^(?:https?:|#)/.test(target));
    expect(local.filter((target) => !files.includes(target) && !files.includes(`docs/${target}`))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const block = /^## Rooms\n\n```\n(.*?)^```/ms.exec(readDoc('ARCHITECTURE.md'))?.[1] ?? '';

  it.each(['server', 'nlp', 'test'])('names every room of %s', (folder) => {
    const lines = block.slice(block.search(new RegExp(`^${folder}/`, 'm'))).split('\n');
    const end = lines.findIndex((line, at) => at > 0 && /^\S/.test(line));
    const told = lines.slice(0, end < 0 ? lines.length : end).join('\n');
    const missing = roomsOf(folder).filter((room) => !new RegExp(`(?<![\\w-])${room.replace('.', '\\.')}`).test(told));
    // Those of the tests that mirror the sources need no word.
    expect(missing.filter((room) => folder !== 'test' || !isMirror(room))).toEqual([]);
  });
});

it('the changelog tells of the version that this is', () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  expect(readDoc('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: |$)`, 'm'));
});

it('every picture is shown somewhere', () => {
  const pictures = files.filter((file) => file.startsWith('docs/screenshots/') && file.endsWith('.png'));
  const text = DOCS.map(readDoc).join('\n');
  expect(pictures.filter((file) => !text.includes(basename(file)))).toEqual([]);
});
