import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { program } from '../../server/cli/command-line.ts';
import { codeIn, DOCS, readDoc, root, rowsIn } from './read-docs.ts';

const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
const NPM_OWN = ['ci', 'install', 'prune', 'audit'];

const code = DOCS.flatMap((doc) => codeIn(readDoc(doc)).map((line) => ({ doc, line })));
const named = (pattern: RegExp) =>
  code.flatMap(({ doc, line }) => [...line.matchAll(pattern)].map(([, name = '']) => ({ doc, name })));

/** `users add` → its options. */
const commands = new Map<string, string[]>();
const collect = (command: Command, path: readonly string[]): void => {
  for (const sub of command.commands) collect(sub, [...path, sub.name()]);
  if (command.commands.length === 0)
    commands.set(
      path.join(' '),
      command.options.map(({ long }) => long ?? ''),
    );
};
collect(
  program(() => undefined),
  [],
);
const isCommand = (name: string) =>
  [...commands.keys()].some((known) => known === name || known.startsWith(`${name} `));

describe('the docs name', () => {
  it('scripts of npm that are there', () => {
    const scriptNames = [
      ...named(/\bnpm run (?:--silent )?([\w:-]+)/g),
      ...named(/\bnpm (?!run\b)([\w:-]+)/g).filter(({ name }) => !NPM_OWN.includes(name)),
    ];
    expect(scriptNames.length).toBeGreaterThan(10);
    expect(scriptNames.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  it('commands that are there', () => {
    const run = [...named(/\bcli -- ([a-z]+(?: [a-z]+)?)/g), ...named(/\breviewfinder ([a-z]+(?: [a-z]+)?)/g)];
    expect(run.length).toBeGreaterThan(5);
    const known = ({ name }: { name: string }) => isCommand(name) || commands.has(name.split(' ')[0] ?? '');
    expect(run.filter((one) => !known(one))).toEqual([]);
  });

  it('benches that are there', () => {
    const source = readFileSync(`${root}test/bench/main.ts`, 'utf8');
    const benches = [...source.matchAll(/^ {2}'?([a-z-]+)'?: (?:bench|\()/gm)].map(([, name]) => name);
    expect(benches.length).toBeGreaterThan(10);
    expect(named(/\bnpm run bench -- ([a-z-]+)/g).filter(({ name }) => !benches.includes(name))).toEqual([]);
  });

  it('projects of the tests that are there', () => {
    const config = readFileSync(`${root}vitest.config.ts`, 'utf8');
    expect(named(/--project ([a-z]+)/g).filter(({ name }) => !config.includes(`name: '${name}'`))).toEqual([]);
  });
});

describe('the table of commands in README.md', () => {
  const section =
    readDoc('README.md')
      .split('\n## ')
      .find((part) => part.startsWith('The command line')) ?? '';
  const rows = rowsIn(section)
    .filter((cells) => cells.length === 2)
    .map((cells) => {
      const names = codeIn(cells[0] ?? '').flatMap((line) => {
        const [first = '', second = ''] = line
          .split(' ')
          .filter((word) => /^[a-z|-]+$/.test(word) && !word.startsWith('-'));
        return second === '' ? [first] : second.split('|').map((sub) => `${first} ${sub}`);
      });
      return { names, options: [...cells.join(' ').matchAll(/--[a-z-]+/g)].map(([option]) => option) };
    });

  it('has every command, and no other', () => {
    expect(rows.flatMap(({ names }) => names).sort()).toEqual([...commands.keys()].sort());
  });

  it.each(rows)('tells the options of $names', ({ names, options }) => {
    const known = new Set(names.flatMap((name) => commands.get(name) ?? []));
    expect([...new Set(options)].sort()).toEqual([...known].sort());
  });
});
