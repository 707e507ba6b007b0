import type { ClientSession, Connection } from 'mongoose';

export type Session = ClientSession;

/** Runs the work in a transaction; one that lost a write conflict is run again from its beginning. */
export type Transact = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

const OPTIONS = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } } as const;

/** Transactions one after another within this process: two of its own would only make each other start again. */
export function createTransact(connection: Connection): Transact {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = () => connection.transaction(work, OPTIONS) as ReturnType<typeof work>;
    const result = last.then(run, run);
    last = result.catch(() => undefined);
    return result;
  };
}
