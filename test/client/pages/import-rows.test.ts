import { describe, expect, it } from 'vitest';
import { listOutcome, progressOf, tellCopies, tellImport, typeOf } from '../../../client/pages/imports/import-rows.ts';
import type { ImportView } from '../../../server/contract/imports.ts';

const counts = {
  received: 20,
  stored: 15,
  updated: 0,
  unchanged: 1,
  rejected: 4,
  notReviews: 7,
  exactDuplicates: 1,
  nearDuplicates: 0,
};
const view = (more: Partial<ImportView>): ImportView =>
  ({ state: 'done', counts, bytes: { total: 2000, read: 500 }, error: null, dryRun: false, ...more }) as ImportView;

describe('what is sent', () => {
  it.each([
    ['Reviews.CSV', 'auto', 'text/csv'],
    ['export.jsonl', 'auto', 'application/x-ndjson'],
    ['page.html', 'page', 'text/html'],
    ['page', 'page', 'text/plain'],
    ['export.txt', 'csv', 'text/csv'],
  ] as const)('%s as %s is %s', (name, format, type) => expect(typeOf(name, format)).toBe(type));
});

describe('what came of it', () => {
  it('names each fate that happened, and errors always', () => {
    expect(listOutcome(counts, false).map(({ figure, label }) => `${figure} ${label}`)).toEqual([
      '15 new',
      '1 unchanged',
      '4 with errors',
      '7 not reviews',
    ]);
    expect(
      listOutcome({ ...counts, rejected: 0, unchanged: 0, notReviews: 0 }, true).map(({ label }) => label),
    ).toEqual(['would be new', 'with errors']);
  });
  it.each([
    [view({}), '20 reviews, 15 new, 4 errors, 7 not reviews'],
    [view({ dryRun: true, counts: { ...counts, rejected: 0, notReviews: 0 } }), 'Checked only: 20 reviews, 15 new'],
    [view({ state: 'running' }), '20 reviews so far, 500 B of 2 kB read'],
    [view({ state: 'queued' }), 'Waiting for its turn'],
    [view({ state: 'failed', error: 'This is a picture.' }), 'This is a picture.'],
  ])('is told in a line: %#', (item, wanted) => expect(tellImport(item)).toBe(wanted));

  it('names the copies among the new reviews', () => {
    expect(tellCopies(counts)).toBe('1 exact copy of earlier reviews');
    expect(tellCopies({ ...counts, nearDuplicates: 2 })).toBe('1 exact copy and 2 edited copies of earlier reviews');
    expect(tellCopies({ ...counts, exactDuplicates: 0 })).toBe('');
  });
  it.each([
    [view({ state: 'running' }), 0.25],
    [view({ state: 'running', bytes: { total: null, read: 5 } }), null],
    [view({}), 1],
  ])('knows how far it is: %#', (item, share) => expect(progressOf(item)).toBe(share));
});
