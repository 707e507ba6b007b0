import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, canonicalJson, verifyRows } from '../../../client/state/verify-chain.ts';
import type { LogRow } from '../../../server/contract/moderation-log.ts';
import { type LogHead, nextRow, canonicalJson as serverJson } from '../../../server/duplicates/log-chain.ts';

const digest = async (text: string) => createHash('sha256').update(text).digest('hex');

/** Rows as the server writes and answers them. */
function writeLog(count: number): LogRow[] {
  let head: LogHead | null = null;
  return Array.from({ length: count }, (_row, at): LogRow => {
    const entry = {
      at: new Date(at),
      actor: 'Ann',
      action: 'decide' as const,
      subject: `D-${at}`,
      payload: { at, of: [] },
    };
    const { _id: seq, ...row } = nextRow(head, entry);
    head = { seq, hash: row.hash };
    return { seq, ...row, payload: { ...row.payload }, erasedAt: null };
  });
}

const check = (rows: LogRow[]) => verifyRows(CHAIN_START, rows, digest);
const change = (at: number, patch: Partial<LogRow>) =>
  writeLog(5).map((row, index) => (index === at ? { ...row, ...patch } : row));

describe('a chain of rows', () => {
  it('as the server writes it is right, page by page too', async () => {
    const rows = writeLog(7);
    expect(await check(rows)).toEqual({ rows: 7, hash: rows.at(-1)?.hash, fault: null });
    const half = await check(rows.slice(0, 3));
    expect(await verifyRows(half, rows.slice(3), digest)).toMatchObject({ rows: 7, fault: null });
  });

  it.each([
    ['another actor', change(2, { actor: 'Ben' }), 2, 'Row 3 was changed.'],
    ['another payload', change(2, { payload: { at: 9 } }), 2, 'What row 3 says was changed.'],
    ['a payload that is gone', change(2, { payload: null }), 2, 'What row 3 said is gone.'],
    ['a row that is gone', writeLog(5).toSpliced(2, 1), 2, 'Row 3 is missing.'],
    [
      'a row of another chain',
      change(2, { prevHash: '1'.repeat(64) }),
      2,
      'Row 3 does not follow from the row before.',
    ],
    ['a first row that is gone', writeLog(5).slice(1), 0, 'Row 1 is missing.'],
  ])('with %s is broken there', async (_, rows, right, fault) => {
    expect(await check(rows)).toMatchObject({ rows: right, fault });
  });

  it('with an erased payload holds', async () => {
    expect(await check(change(2, { payload: null, erasedAt: '2026-01-01T00:00:00.000Z' }))).toMatchObject({
      rows: 5,
      fault: null,
    });
  });
});

it('is read as the server writes JSON', () =>
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(value)).toBe(serverJson(value as never));
    }),
  ));
