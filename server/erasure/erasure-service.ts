import type { Erasure, RequestErasure } from '../contract/erasure.ts';
import type { IdsStore } from '../db/ids-store.ts';
import type { Transact } from '../db/transaction.ts';
import type { LogStore } from '../duplicates/log-store.ts';
import { notFound } from '../errors.ts';
import { erasureId, idNumber } from '../public-ids.ts';
import type { CarryOut } from './carry-out.ts';
import type { ErasureStore, StoredErasure } from './erasure-store.ts';

export interface ErasureDeps {
  store: ErasureStore;
  carryOut: CarryOut;
  ids: Pick<IdsStore, 'next'>;
  log: Pick<LogStore, 'append'>;
  transact: Transact;
  wake: () => void;
  now: () => Date;
}

export type ErasureService = ReturnType<typeof createErasureService>;

const toView = ({ _id, state, actor, reviews, touched, startedAt, finishedAt }: StoredErasure): Erasure => ({
  ...{ id: erasureId(_id), state, dryRun: false, actor, reviews: reviews.length, touched },
  ...{ startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
});

/** Requests to erase a person's data: counted at once, carried out in the background. */
export function createErasureService({ store, carryOut, ids, log, transact, wake, now }: ErasureDeps) {
  return {
    async request({ author, email, reviewIds = [], dryRun }: RequestErasure, actor: string): Promise<Erasure> {
      const startedAt = now();
      // The database makes null of undefined.
      const person = {
        ...(author === undefined ? {} : { author }),
        ...(email === undefined ? {} : { email }),
        reviewIds: reviewIds.map(idNumber),
      };
      if (dryRun) {
        const { reviews, touched } = await carryOut.count(person);
        const times = { startedAt: startedAt.toISOString(), finishedAt: now().toISOString() };
        return { id: null, state: 'done', dryRun: true, actor, reviews, touched, ...times };
      }
      const erasure = await transact(async (session): Promise<StoredErasure> => {
        const added: StoredErasure = {
          ...{ _id: await ids.next('erasures', session), state: 'running', person, after: 0, reviews: [], touched: [] },
          ...{ actor, startedAt, finishedAt: null },
        };
        await store.add(added, session);
        // Whose data it is stands nowhere in the log.
        const payload = { author: author !== undefined, email: email !== undefined, reviews: reviewIds.length };
        await log.append({ at: startedAt, actor, action: 'erase', subject: erasureId(added._id), payload }, session);
        return added;
      });
      wake();
      return toView(erasure);
    },

    /** @throws AppError `not-found` */
    async get(id: number): Promise<Erasure> {
      const erasure = await store.byId(id);
      if (!erasure) throw notFound('erasure');
      return toView(erasure);
    },

    /** Newest first. */
    async list(before: number | undefined, limit: number): Promise<Erasure[]> {
      return (await store.page(before, limit)).map(toView);
    },
  };
}
