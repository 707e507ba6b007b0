import type { ClientSession, Connection } from 'mongoose';

export type Session = ClientSession;

/** The number of this try, from 1: a transaction that lost a write conflict is run again from its beginning. */
export type Transact = <T>(work: (session: Session, attempt: number) => Promise<T>) => Promise<T>;

/** Transactions one after another within this process: two of its own would only make each other start again. */
export function createTransact(connection: Connection): Transact {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = async () => {
      let attempt = 0;
      return connection.transaction(
        async (session) => {
          attempt += 1;
          return work(session, attempt);
        },
        { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } },
      ) as ReturnType<typeof work>;
    };
    const result = last.then(run, run);
    last = result.catch(() => undefined);
    return result;
  };
}
