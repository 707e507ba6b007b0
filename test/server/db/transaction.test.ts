import type { Connection } from 'mongoose';
import { expect, it } from 'vitest';
import { createTransact } from '../../../server/db/transaction.ts';

it('transactions of a process stand in line, also behind one that failed', async () => {
  const connection = { transaction: (work: (session: null) => Promise<unknown>) => work(null) };
  const transact = createTransact(connection as unknown as Connection);
  const told: string[] = [];
  const work = (name: string, failure?: Error) => async () => {
    told.push(`${name} begins`);
    await new Promise((go) => setTimeout(go, 5));
    told.push(`${name} ends`);
    if (failure) throw failure;
    return name;
  };
  const first = transact(work('a', new Error('lost')));
  const second = transact(work('b'));
  await expect(first).rejects.toThrow('lost');
  expect(await second).toBe('b');
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
