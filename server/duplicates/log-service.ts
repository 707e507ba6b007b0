import type { LogPage, LogRow } from '../contract/moderation-log.ts';
import { type ChainCheck, checkChain, type LogHead, type StoredLogRow } from './log-chain.ts';
import type { LogStore } from './log-store.ts';

export interface LogService {
  /** Rows behind a number, oldest first. */
  page(after: number, limit: number): Promise<Omit<LogPage, 'next'>>;
  head(): Promise<LogHead | null>;
  /** Reads all of it. @param kept hash of a row, noted elsewhere when it was the head */
  verify(kept?: string): Promise<ChainCheck>;
}

const toLogRow = ({ _id, erasedAt, payload, ...row }: StoredLogRow): LogRow => ({
  ...{ seq: _id, ...row, payload },
  erasedAt: erasedAt?.toISOString() ?? null,
});

/** Reading the log of who decided what. Nothing here can change it. */
export function createLogService({ log }: { log: LogStore }): LogService {
  return {
    async page(after, limit) {
      const [rows, head] = await Promise.all([log.page(after, limit), log.head()]);
      return { items: rows.map(toLogRow), head };
    },
    head: log.head,
    async verify(kept) {
      // Before the rows: what is added meanwhile is behind it.
      const head = await log.head();
      const check = await checkChain(log.all(), { head, kept });
      const after = await log.head();
      if (check.break || !check.head || (after && after.seq >= check.head.seq)) return check;
      const seq = (after?.seq ?? 0) + 1;
      const detail = `The head names ${after ? `row ${after.seq}` : 'no row'}, but row ${seq} is there.`;
      return { ...check, break: { seq, fault: 'changed', detail } };
    },
  };
}
