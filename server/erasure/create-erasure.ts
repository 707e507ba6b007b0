import { createCarryOut } from './carry-out.ts';
import { createEraseReviews, type EraseDeps } from './erase-reviews.ts';
import { createErasureRunner, type ErasureRunnerDeps } from './erasure-runner.ts';
import { createErasureService, type ErasureDeps } from './erasure-service.ts';
import { createErasureStore } from './erasure-store.ts';
import { createTraceStore } from './trace-store.ts';

export interface ErasurePartsDeps
  extends Omit<EraseDeps, 'traces'>,
    Pick<ErasureDeps, 'ids' | 'log'>,
    Pick<ErasureRunnerDeps, 'leases'> {
  connection: Parameters<typeof createErasureStore>[0];
  logger: ErasureRunnerDeps['log'];
}

/** Erasing a person's data: the requests, and what carries them out. */
export async function createErasure({ connection, logger, ...deps }: ErasurePartsDeps) {
  const store = createErasureStore(connection);
  await store.prepare();
  const traces = createTraceStore(connection);
  const carryOut = createCarryOut({ ...deps, store, traces, eraseReviews: createEraseReviews({ ...deps, traces }) });
  const runner = createErasureRunner({ ...deps, store, carryOut, log: logger });
  return { runner, service: createErasureService({ ...deps, store, carryOut, wake: runner.wake }) };
}
