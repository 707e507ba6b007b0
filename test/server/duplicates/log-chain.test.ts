import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  checkChain,
  hashPayload,
  hashRow,
  type Json,
  type LogEntry,
  type LogHead,
  nextRow,
  type StoredLogRow,
} from '../../../server/duplicates/log-chain.ts';

const chain = (length: number): StoredLogRow[] => {
  const rows: StoredLogRow[] = [];
  for (let n = 1; n <= length; n += 1) {
    const entry: LogEntry = {
      at: new Date(Date.UTC(2026, 0, n)),
      actor: n % 2 === 0 ? 'Ann' : 'Ben',
      action: 'decide',
      subject: `D-${n}`,
      payload: { kept: [`R-${n}`], note: n % 3 === 0 ? 'ü "x"' : null },
    };
    rows.push(nextRow(headOf(rows), entry));
  }
  return rows;
};
const headOf = (rows: readonly StoredLogRow[]): LogHead | null => {
  const last = rows.at(-1);
  return last ? { seq: last._id, hash: last.hash } : null;
};
const check = (rows: readonly StoredLogRow[], known: { head: LogHead | null; kept?: string }) =>
  checkChain(rows, known);

/** What somebody with the database in hand could do to a row, hashes put right included. */
const rehashed = (row: StoredLogRow, change: Partial<StoredLogRow>): StoredLogRow => {
  const changed = { ...row, ...change };
  const payloadHash = changed.payload ? hashPayload(changed.payload) : changed.payloadHash;
  return { ...changed, payloadHash, hash: hashRow({ ...changed, payloadHash }) };
};

describe('canonical JSON', () => {
  it('does not depend on the order of keys, and is JSON', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = value as Json;
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });
});

describe('a chain', () => {
  it('that nobody has touched is whole, with the head and any earlier hash kept', async () => {
    const rows = chain(12);
    const whole = { rows: 12, head: headOf(rows), break: null };
    expect(await check(rows, { head: headOf(rows) })).toEqual(whole);
    for (const row of rows) expect(await check(rows, { head: headOf(rows), kept: row.hash })).toEqual(whole);
    expect(await check([], { head: null })).toEqual({ rows: 0, head: null, break: null });
  });

  it.each([
    ['actor', { actor: 'Eve' }],
    ['time', { at: '2020-01-01T00:00:00.000Z' }],
    ['subject', { subject: 'D-99' }],
    ['payload', { payload: { kept: [] } }],
    ['payload, taken away', { payload: null }],
    ['hash', { hash: 'f'.repeat(64) }],
    ['hash of the row before', { prevHash: 'f'.repeat(64) }],
  ])('names the row whose %s was changed', async (_, change) => {
    const rows = chain(8);
    rows[4] = { ...(rows[4] as StoredLogRow), ...change };
    expect((await check(rows, { head: headOf(chain(8)) })).break).toMatchObject({ seq: 5, fault: 'changed' });
  });

  it('names a place where a row was hashed anew', async () => {
    const rows = chain(8);
    rows[4] = rehashed(rows[4] as StoredLogRow, { actor: 'Eve' });
    expect((await check(rows, { head: headOf(chain(8)) })).break).toMatchObject({ seq: 6, fault: 'changed' });
  });

  it('names a last row that was hashed anew, by the head', async () => {
    const rows = chain(8);
    rows[7] = rehashed(rows[7] as StoredLogRow, { actor: 'Eve' });
    expect((await check(rows, { head: headOf(chain(8)) })).break).toMatchObject({ seq: 8, fault: 'changed' });
  });

  it('finds by a kept hash that all from a row on was written anew, the head too', async () => {
    const honest = chain(8);
    const rows = honest.slice(0, 5);
    for (const row of honest.slice(5)) {
      const { actor: _, ...rest } = { ...row, at: new Date(row.at), payload: row.payload as LogEntry['payload'] };
      rows.push(nextRow(headOf(rows), { ...rest, actor: 'Eve' }));
    }
    expect((await check(rows, { head: headOf(rows) })).break).toBeNull();
    const kept = (honest[6] as StoredLogRow).hash;
    expect((await check(rows, { head: headOf(rows), kept })).break).toMatchObject({ fault: 'cut' });
  });

  it('names the first row that is missing or was cut off, whichever it is', async () => {
    const rows = chain(10);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), async (first, count) => {
        const left = rows.filter(({ _id }) => _id < first || _id >= first + count);
        const fault = first + count > 10 ? 'cut' : 'missing';
        expect((await check(left, { head: headOf(rows) })).break).toMatchObject({ seq: first, fault });
      }),
    );
  });

  it('stays whole when a payload is erased', async () => {
    const rows = chain(8);
    rows[2] = { ...(rows[2] as StoredLogRow), payload: null, erasedAt: new Date() };
    expect((await check(rows, { head: headOf(rows) })).break).toBeNull();
  });
});
