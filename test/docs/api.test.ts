import { describe, expect, it } from 'vitest';
import { type ApiServices, apiOperations } from '../../server/api-operations.ts';
import { codeIn, DOCS, readDoc, rowsIn } from './read-docs.ts';

const operations = apiOperations({ analytics: {} } as unknown as ApiServices);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`;
/** What a doc calls a path: ids have any name, queries are left out. */
const plain = (path: string) =>
  path
    .replace(/^\/api\/v1/, '')
    .replace(/\?.*$/, '')
    .replace(/\{[^}]+\}/g, '{}');
const known = new Set(operations.map((one) => plain(one.path)));
const knownWithMethod = new Set(operations.map((one) => `${one.method.toUpperCase()} ${plain(one.path)}`));

describe('docs/api.md', () => {
  const rows = rowsIn(readDoc('docs/api.md'))
    .filter(([name = '']) => /^`(?:GET|POST|PUT|PATCH|DELETE) \//.test(name))
    .map(([name = '', access = '', summary = '']) => [name.replaceAll('`', ''), access, summary]);

  it('lists every operation with who may ask for it, and no other', () => {
    const wanted = operations
      .filter(({ path }) => !path.startsWith('/shared/{token}/'))
      .map((one) => [nameOf(one), one.access, one.summary]);
    expect(rows.toSorted()).toEqual(wanted.toSorted());
  });

  it('tells which operations take an Idempotency-Key', () => {
    const told = /^- \*\*Once\.\*\*(.*?)^- /ms.exec(readDoc('docs/api.md'))?.[1] ?? '';
    const named = codeIn(told).filter((code) => code.startsWith('POST '));
    expect(named).toEqual(operations.filter(({ idempotent }) => idempotent).map(nameOf));
  });

  it('names the charts that a share link opens', () => {
    const text = readDoc('docs/api.md');
    const shared = operations.flatMap(({ path }) => /^\/shared\/\{token\}\/analytics\/(.+)$/.exec(path)?.[1] ?? []);
    expect(shared.length).toBeGreaterThan(5);
    expect(shared.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe.each(DOCS)('%s', (doc) => {
  it('names operations that are there', () => {
    const named = codeIn(readDoc(doc)).flatMap((line) =>
      [...line.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/[^\s`,;'"]*)/g)].map(([, method, path = '']) => [
        method,
        path,
      ]),
    );
    expect(named.filter(([method, path = '']) => !knownWithMethod.has(`${method} ${plain(path)}`))).toEqual([]);
  });

  it('names paths of the API that are there', () => {
    const named = codeIn(readDoc(doc)).flatMap((line) => line.match(/\/api\/v1\/[\w{}/.-]+/g) ?? []);
    const below = (path: string) => [...known].some((one) => one.startsWith(`${plain(path).replace(/\/$/, '')}/`));
    expect(named.filter((path) => !known.has(plain(path)) && !below(path))).toEqual([]);
  });
});
