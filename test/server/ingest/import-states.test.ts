import { describe, expect, it } from 'vitest';
import { ImportState } from '../../../server/contract/imports.ts';
import type { StoredImport } from '../../../server/ingest/import-model.ts';
import { operationsOf, stepOf } from '../../../server/ingest/import-states.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const job = (more: Partial<StoredImport>) =>
  ({
    _id: 3,
    dryRun: false,
    fileId: 'f',
    counts: { stored: 2, updated: 0 },
    confirmedBy: null,
    ...more,
  }) as StoredImport;

describe('what can be asked of an import', () => {
  it.each<[state: ImportState, can: string]>([
    ['queued', 'pause cancel'],
    ['running', 'pause cancel'],
    ['paused', 'resume cancel'],
    ['done', 'undo'],
    ['failed', 'undo'],
    ['cancelled', 'undo'],
    ['undoing', ''],
    ['undone', 'redo'],
    ['redoing', ''],
  ])('that is %s: %s', (state, can) => expect(operationsOf(job({ state }), NOW).join(' ')).toBe(can));

  it.each<[what: string, more: Partial<StoredImport>, can: string]>([
    ['a dry run', { state: 'done', dryRun: true, keepUntil: later(1) }, 'confirm'],
    ['a dry run that was confirmed', { state: 'done', dryRun: true, keepUntil: later(1), confirmedBy: 4 }, ''],
    ['an old dry run', { state: 'done', dryRun: true, keepUntil: later(0) }, ''],
    ['a dry run whose file is gone', { state: 'done', dryRun: true, fileId: null, keepUntil: later(1) }, ''],
    ['a dry run that failed', { state: 'failed', dryRun: true }, ''],
    ['one that is read by a command', { state: 'running', fileId: null }, 'cancel'],
    ['one that changed nothing', { state: 'done', counts: { stored: 0, updated: 0 } as never }, ''],
    ['one that only updated', { state: 'done', counts: { stored: 0, updated: 1 } as never }, 'undo'],
  ])('of %s: %s', (_what, more, can) => expect(operationsOf(job(more), NOW).join(' ')).toBe(can));

  it('is done at once, or asked of the server that runs it', () => {
    expect(stepOf(job({ state: 'queued' }), 'pause', NOW)).toEqual({ to: 'paused' });
    expect(stepOf(job({ state: 'running' }), 'pause', NOW)).toEqual({ ask: 'pause' });
    expect(stepOf(job({ state: 'undone' }), 'redo', NOW)).toEqual({ to: 'redoing' });
  });

  it.each<[operation: Parameters<typeof stepOf>[1], more: Partial<StoredImport>, says: string]>([
    ['pause', { state: 'done' }, 'I-3 is done: only an import that is queued or running can be paused.'],
    ['undo', { state: 'running' }, 'I-3 is running: only an import that is done, failed or cancelled can be undone.'],
    ['confirm', { state: 'done' }, 'I-3 is no dry run: what it tells of is stored already.'],
    ['confirm', { state: 'done', dryRun: true, confirmedBy: 9 }, 'confirmed already: I-9'],
    ['confirm', { state: 'done', dryRun: true, fileId: null }, 'Import it again.'],
    ['undo', { state: 'done', dryRun: true }, 'I-3 is a dry run: it has stored nothing.'],
    ['pause', { state: 'running', fileId: null }, 'read by the command'],
  ])('and else refused, with the reason: %s %j', (operation, more, says) => {
    expect(() => stepOf(job(more), operation, NOW)).toThrow(
      expect.objectContaining({ code: 'import-state', status: 409, message: expect.stringContaining(says) }),
    );
  });

  it('leads to states that there are', () => {
    for (const state of ImportState.options)
      for (const operation of operationsOf(job({ state }), NOW)) {
        const step = stepOf(job({ state }), operation, NOW);
        if ('to' in step) expect(ImportState.options).toContain(step.to);
      }
  });
});
