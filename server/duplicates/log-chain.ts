import { createHash } from 'node:crypto';
import type { LogAction } from '../contract/moderation-log.ts';

/** JSON without Dates, undefined and the like: what comes back from storage as it went in. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What is written down. */
export interface LogEntry {
  at: Date;
  actor: string;
  action: LogAction;
  /** Public id of what it is about. */
  subject: string;
  payload: { readonly [key: string]: Json };
}

/** A row of the log; `_id` is its number, from 1 without gaps. */
export interface StoredLogRow {
  _id: number;
  /** ISO 8601: as it was hashed. */
  at: string;
  actor: string;
  action: LogAction;
  subject: string;
  payload: LogEntry['payload'] | null;
  payloadHash: string;
  prevHash: string;
  hash: string;
  /** Set when the payload was blanked; not hashed. */
  erasedAt: Date | null;
}

export interface LogHead {
  seq: number;
  hash: string;
}

/** Before the first row. */
const NO_HASH = '0'.repeat(64);

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with sorted keys and no white space (RFC 8785 for the values that are stored here). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${entries.join(',')}}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const hashPayload = (payload: LogEntry['payload']) => sha256(canonicalJson(payload));

/** Hash of a row: of all that it says, the hash of its payload and that of the row before. */
export const hashRow = (row: Omit<StoredLogRow, 'hash' | 'payload' | 'erasedAt'>): string => {
  const { _id: seq, at, actor, action, subject, payloadHash, prevHash } = row;
  return sha256(canonicalJson({ seq, at, actor, action, subject, payloadHash, prevHash }));
};

/** The row that comes behind the head. */
export function nextRow(head: LogHead | null, entry: LogEntry): StoredLogRow {
  const { actor, action, subject, payload } = entry;
  const row = {
    ...{ _id: (head?.seq ?? 0) + 1, at: entry.at.toISOString(), actor, action, subject },
    ...{ payloadHash: hashPayload(payload), prevHash: head?.hash ?? NO_HASH },
  };
  return { ...row, payload, hash: hashRow(row), erasedAt: null };
}

/** The first fault of a log; `seq` is the row that was changed, or the first that is not there. */
export interface LogBreak {
  seq: number;
  fault: 'changed' | 'missing' | 'cut';
  detail: string;
}

export interface ChainCheck {
  rows: number;
  /** The last row that was read and is right. */
  head: LogHead | null;
  break: LogBreak | null;
}

const faultOf = (row: StoredLogRow, before: LogHead | null): LogBreak | null => {
  const seq = (before?.seq ?? 0) + 1;
  const fault = (kind: LogBreak['fault'], detail: string) => ({ seq, fault: kind, detail });
  if (row._id !== seq) return fault('missing', `Row ${seq} is missing: row ${row._id} follows.`);
  if (row.payload !== null && hashPayload(row.payload) !== row.payloadHash)
    return fault('changed', `The payload of row ${seq} was changed.`);
  if (row.payload === null && row.erasedAt === null)
    return fault('changed', `The payload of row ${seq} is gone and was not erased.`);
  if (hashRow(row) !== row.hash) return fault('changed', `Row ${seq} was changed.`);
  if (row.prevHash !== (before?.hash ?? NO_HASH))
    return fault('changed', `Row ${seq} does not follow from the row before: one of them was written anew.`);
  return null;
};

/**
 * Reads a log in the order of its numbers and names the first row that was changed, is missing, or was cut off.
 * @param known rows that must be there: the stored head as it was before the reading, hashes kept elsewhere
 */
export async function checkChain(
  rows: AsyncIterable<StoredLogRow> | Iterable<StoredLogRow>,
  known: { head: LogHead | null; kept?: string | undefined },
): Promise<ChainCheck> {
  let head: LogHead | null = null;
  let isKeptMet = known.kept === undefined || known.kept === NO_HASH;
  for await (const row of rows) {
    const found = faultOf(row, head);
    if (found) return { rows: head?.seq ?? 0, head, break: found };
    head = { seq: row._id, hash: row.hash };
    isKeptMet ||= row.hash === known.kept;
    if (known.head?.seq === row._id && known.head.hash !== row.hash) {
      const detail = `Row ${row._id} is not the one that the head names: rows were written anew.`;
      return { rows: row._id - 1, head, break: { seq: row._id, fault: 'changed', detail } };
    }
  }
  const count = head?.seq ?? 0;
  const broken = (fault: LogBreak['fault'], detail: string, seq = count + 1): ChainCheck => ({
    ...{ rows: count, head },
    break: { seq, fault, detail },
  });
  if (known.head && known.head.seq > count)
    return broken('cut', `The log ends with row ${count}, but had ${known.head.seq}: row ${count + 1} was cut off.`);
  if (!isKeptMet)
    return broken('cut', 'The kept hash is of no row: the log was cut before that row, or written anew since.');
  return { rows: count, head, break: null };
}
