import type { LogRow } from '../../server/contract/moderation-log.ts';

/** SHA-256 of a text, in hex. */
export type Digest = (text: string) => Promise<string>;

/** What is known of the log so far: how many rows are right, the hash of the last, and the first fault. */
export type ChainState = { rows: number; hash: string; fault: string | null };

const NO_HASH = '0'.repeat(64);
export const CHAIN_START: ChainState = { rows: 0, hash: NO_HASH, fault: null };

/** JSON with sorted keys and no white space, as the log is hashed (RFC 8785 for the values in it). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

async function faultOf(row: LogRow, before: ChainState, digest: Digest): Promise<string | null> {
  const { seq, at, actor, action, subject, payloadHash, prevHash } = row;
  if (seq !== before.rows + 1) return `Row ${before.rows + 1} is missing.`;
  if (prevHash !== before.hash) return `Row ${seq} does not follow from the row before.`;
  const hash = await digest(canonicalJson({ seq, at, actor, action, subject, payloadHash, prevHash }));
  if (hash !== row.hash) return `Row ${seq} was changed.`;
  if (row.payload === null) return row.erasedAt === null ? `What row ${seq} said is gone.` : null;
  return (await digest(canonicalJson(row.payload))) === payloadHash ? null : `What row ${seq} says was changed.`;
}

/** Checks the rows that follow what was checked before, in the order of their numbers; stops at the first fault. */
export async function verifyRows(before: ChainState, rows: readonly LogRow[], digest: Digest): Promise<ChainState> {
  let state = before;
  for (const row of rows) {
    if (state.fault !== null) return state;
    const fault = await faultOf(row, state, digest);
    state = fault === null ? { rows: row.seq, hash: row.hash, fault } : { ...state, fault };
  }
  return state;
}

/** The browser's own SHA-256; absent where the page came over an insecure connection. */
export const browserDigest: Digest | null =
  typeof crypto === 'undefined' || crypto.subtle === undefined
    ? null
    : async (text) => {
        const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
        return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      };
