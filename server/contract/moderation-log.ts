import { z } from 'zod';
import { Instant, Paging } from './primitives.ts';

export const LogAction = z
  .enum(['decide', 'undo', 'bulk', 'undo-bulk', 'set-rules', 'decide-held', 'undo-held', 'set-checks', 'erase'])
  .meta({ id: 'LogAction' });
export type LogAction = z.infer<typeof LogAction>;

/**
 * One row of the log that nobody can change unseen. `hash` is the SHA-256 (hex) of the canonical JSON (keys sorted, no
 * white space) of `seq`, `at`, `actor`, `action`, `subject`, `payloadHash` and `prevHash`; `payloadHash` that of the
 * payload. `prevHash` is the hash of the row before, 64 zeros for the first.
 */
export const LogRow = z
  .object({
    seq: z.int(),
    at: Instant,
    actor: z.string(),
    action: LogAction,
    /** Public id of what it is about. */
    subject: z.string(),
    /** Null once it has been erased; its hash stays. */
    payload: z.record(z.string(), z.unknown()).nullable(),
    payloadHash: z.string(),
    prevHash: z.string(),
    hash: z.string(),
    erasedAt: Instant.nullable(),
  })
  .meta({ id: 'LogRow' });
export type LogRow = z.infer<typeof LogRow>;

export const ListLog = z.strictObject(Paging);
export const LogPage = z
  .object({
    /** The oldest first. */
    items: z.array(LogRow),
    /** The last row of all; null while there is none. */
    head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'LogPage' });
export type LogPage = z.infer<typeof LogPage>;
