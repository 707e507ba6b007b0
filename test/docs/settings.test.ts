import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serverGauges } from '../../server/cli/server-gauges.ts';
import { loadConfig } from '../../server/config.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { codeIn, filesBelow, readDoc, root, rowsIn } from './read-docs.ts';

/** What single sign-on needs, so that its other settings count. */
const OPEN_ID = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };
/** Read by the tests, not by the app. */
const OF_TESTS = ['CHROMIUM_PATH'];

/** The variables that the app asks its environment for. */
function readVariables(): string[] {
  const asked = new Set<string>();
  const note = (name: string | symbol) => (typeof name === 'string' ? asked.add(name) : undefined);
  loadConfig(
    new Proxy<Record<string, string>>(OPEN_ID, {
      get(target, name) {
        note(name);
        return Reflect.get(target, name);
      },
      has(target, name) {
        note(name);
        return Reflect.has(target, name);
      },
    }),
  );
  return [...asked].filter((name) => /^[A-Z_]+$/.test(name));
}

const settings = [readDoc('README.md'), readDoc('docs/operations.md')]
  .flatMap(rowsIn)
  .filter(([name = '']) => /^`[A-Z_]+`/.test(name))
  .map((cells) => ({ names: codeIn(cells[0] ?? ''), defaults: (cells.at(-1) ?? '').split(/[,;] (?=\S)/) }));

describe('the tables of settings', () => {
  it('have every variable once, and no other', () => {
    expect(settings.flatMap(({ names }) => names).sort()).toEqual([...readVariables(), ...OF_TESTS].sort());
  });

  /** Defaults that stand there as they are written, not in words. */
  const told = settings.flatMap(({ names, defaults }) =>
    names.flatMap((name, at) => {
      const value = (defaults.length === names.length ? defaults[at] : undefined) ?? '';
      return /^(?:[0-9.]+|true|false|info|`[^`]+`|Single sign-on)$/.test(value)
        ? [[name, value.replaceAll('`', '')] as const]
        : [];
    }),
  );

  it.each(told)('%s is %s by default', (name, value) => {
    expect(loadConfig({ ...OPEN_ID, [name]: value })).toEqual(loadConfig(OPEN_ID));
  });

  it('tell most defaults as they are written', () => {
    expect(told.length).toBeGreaterThan(14);
  });
});

describe('docs/operations.md', () => {
  const text = readDoc('docs/operations.md');

  it('names metrics that are measured', async () => {
    const anything: unknown = new Proxy({}, { get: () => anything });
    const gauges = serverGauges(anything as never, anything as never, anything as never).map(({ name }) => name);
    const others = [...(await createMetrics().render()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    const measured = new Set([...gauges, ...others]);
    const table = rowsIn(text.slice(text.indexOf('| metric |')));
    const names = table.flatMap(([cell = '']) => codeIn(cell));
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !measured.has(name))).toEqual([]);
  });

  it('names words that stand in the log', () => {
    const told = codeIn(/In logs, look for ([^.]+)\./.exec(text)?.[1] ?? '');
    const sources = filesBelow('server').filter((file) => file.endsWith('.ts'));
    const calls = sources.flatMap((file) =>
      readFileSync(`${root}${file}`, 'utf8')
        .split('\n')
        .filter((line) => /\blog\.(?:info|warn|error)\(/.test(line)),
    );
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter((words) => !calls.some((line) => line.includes(words)))).toEqual([]);
  });
});
