import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const assets = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url));
const MOST_BYTES = 165_000;

it('the scripts of the client, Chart.js aside, are less than 165 kB when packed', () => {
  const sizes = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(assets + name)).length }));
  const own = sizes.filter(({ name }) => !name.startsWith('draw-chart'));
  // Nothing is measured where the library has moved into another file.
  expect(sizes.length - own.length).toBe(1);
  expect(own.length).toBeGreaterThan(15);
  expect(own.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES);
});
