import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../client/pages/imports/file-options.ts';
import {
  listDifferences,
  listOutcome,
  mergeImports,
  nameState,
  progressOf,
  sortImports,
  tellCopies,
  tellImport,
  tellPace,
  tellSeconds,
} from '../../../client/pages/imports/import-rows.ts';
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
    [view({ dryRun: true, counts: { ...counts, rejected: 0, notReviews: 0 } }), '20 reviews, 15 new'],
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

describe('what an import is at', () => {
  it.each([
    [{ state: 'running', asked: 'pause' }, 'Pausing'],
    [{ state: 'running', asked: 'cancel' }, 'Ending'],
    [{ state: 'running', asked: null, dryRun: true }, 'Checking'],
    [{ state: 'done', dryRun: true }, 'Checked'],
    [{ state: 'failed' }, 'Failed'],
    [{ state: 'failed', counts: { ...counts, stored: 0 } }, 'Not taken'],
    [{ state: 'undoing' }, 'Being undone'],
  ] as const)('%j is %s', (more, wanted) => expect(nameState(view(more))).toBe(wanted));

  it.each([
    [0.2, '1 s'],
    [42, '42 s'],
    [240, '4 min'],
    [4800, '1 h 20 min'],
    [7200, '2 h'],
  ])('%s seconds left are %s', (seconds, wanted) => expect(tellSeconds(seconds)).toBe(wanted));

  it('has a pace where one is known', () => {
    expect(tellPace({ rate: 1240.4, secondsLeft: 3 })).toBe('1,240 a second, 3 s left');
    expect(tellPace({ rate: null, secondsLeft: null })).toBe('');
  });

  it('knows how far an undo is', () => {
    const undo = { total: 8, done: 2, kept: 0, by: 'Ann', at: '2026-11-01T00:00:00Z' };
    expect(progressOf(view({ state: 'undoing', undo }))).toBe(0.25);
    expect(tellImport(view({ state: 'undone', undo: { ...undo, done: 8 } }))).toBe('Undone, 8 reviews');
  });
});

describe('the list of imports', () => {
  const one = (id: string, read: number, state: ImportView['state'] = 'running') =>
    view({ id, state, attempts: 1, undo: null, bytes: { total: 100, read } });

  it('keeps what is newer when answers overtake each other', () => {
    const known = mergeImports(new Map(), [one('I-2', 50), one('I-10', 5)]);
    const merged = mergeImports(known, [one('I-2', 20), one('I-10', 100, 'done')]);
    expect(sortImports(merged.values()).map(({ id, state, bytes }) => [id, state, bytes.read])).toEqual([
      ['I-10', 'done', 100],
      ['I-2', 'running', 50],
    ]);
  });

  it('names the figures that a check foretold otherwise', () => {
    expect(listDifferences(counts, counts)).toEqual([]);
    expect(listDifferences(counts, { ...counts, stored: 14, unchanged: 2 })).toEqual([
      { label: 'new', foretold: 15, came: 14 },
      { label: 'unchanged', foretold: 1, came: 2 },
    ]);
  });
});
