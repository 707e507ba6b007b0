import { AsyncLocalStorage } from 'node:async_hooks';

const ids = new AsyncLocalStorage<string>();

/** Carries out a request; all that is logged meanwhile carries its id. */
export const withRequestId = <T>(id: string, work: () => T): T => ids.run(id, work);

/** Id of the request that is being answered; undefined outside of one. */
export const currentRequestId = (): string | undefined => ids.getStore();
