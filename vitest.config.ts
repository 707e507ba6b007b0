import { defineConfig } from 'vitest/config';

const mongod = 'test/support/mongod.ts';
const build = 'test/support/build.ts';
/** Every page and dialog in both themes and sizes: minutes. */
const PAGES = ['test/browser/access.test.ts', 'test/browser/workbench-access.test.ts'];

/** With the built app and a MongoDB. */
const served = {
  globalSetup: [build, mongod],
  pool: 'forks' as const,
  maxWorkers: 2,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  sequence: { groupOrder: 1 },
};

const browsed = {
  globalSetup: [build, mongod, 'test/support/chromium.ts'],
  pool: 'forks' as const,
  fileParallelism: false,
  maxWorkers: 1,
  testTimeout: 90_000,
  hookTimeout: 120_000,
  // A busy machine draws late.
  expect: { poll: { timeout: 10_000 } },
  sequence: { groupOrder: 2 },
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    coverage: {
      provider: 'v8',
      include: ['server/**/*.ts', 'nlp/**/*.ts', 'client/**/*.{ts,tsx}'],
      exclude: ['**/lexicons/**'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{nlp,client,sample,eval,docs}/**/*.test.ts'],
          isolate: false,
          pool: 'threads',
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { ...served, name: 'server', include: ['test/server/**/*.test.ts'] } },
      { extends: true, test: { ...browsed, name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: PAGES } },
      // The two of `npm run test:long`.
      { extends: true, test: { ...served, name: 'faults', include: ['test/faults/**/*.test.ts'] } },
      { extends: true, test: { ...browsed, name: 'pages', include: PAGES } },
    ],
  },
});
