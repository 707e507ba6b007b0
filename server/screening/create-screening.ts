import { createAccessLogStore } from '../access/access-log-store.ts';
import { createHeldDecisionStore } from './held-decision-store.ts';
import { createHeldService, type HeldDeps } from './held-service.ts';
import { createHeldStore } from './held-store.ts';
import { createRawService, type RawDeps } from './raw-service.ts';
import { createRescreener, type RescreenerDeps } from './rescreener.ts';
import { createScreeningService } from './screening-service.ts';
import { createScreeningStore } from './settings-store.ts';
import { type CheckModes, DEFAULT_MODES } from './stored-flag.ts';

type Connected = Parameters<typeof createHeldStore>[0];

/** What screening stores, and what the intake asks of it; the rest needs the intake's parts: see `createScreening`. */
export function createScreeningStores(connection: Connected, keepAccessLogDays: number | null) {
  const [settings, decisions, accessLog] = [
    createScreeningStore(connection),
    createHeldDecisionStore(connection),
    createAccessLogStore(connection, keepAccessLogDays),
  ];
  return {
    ...{ settings, decisions, accessLog, held: createHeldStore(connection) },
    /** What the checks do now. */
    modes: async (): Promise<CheckModes> => ({ ...DEFAULT_MODES, ...(await settings.current())?.modes }),
    prepare: async () => {
      await Promise.all([settings, decisions, accessLog].map((store) => store.prepare()));
    },
  };
}

export interface ScreeningPartsDeps
  extends Omit<HeldDeps, 'held' | 'decisions'>,
    Omit<RescreenerDeps, 'held' | 'modes' | 'log' | 'events'>,
    Pick<RawDeps, 'byId'> {
  stores: ReturnType<typeof createScreeningStores>;
  logger: RescreenerDeps['log'];
}

/** Settings, queue, raw reading and the work in the background. */
export function createScreening({ stores, logger, ...deps }: ScreeningPartsDeps) {
  let wake = () => {};
  const { held, modes } = stores;
  const screening = createScreeningService({ ...deps, store: stores.settings, held, onChange: () => wake() });
  const rescreener = createRescreener({ ...deps, held, modes, log: logger });
  wake = rescreener.wake;
  return {
    rescreener,
    services: {
      screening,
      held: createHeldService({ ...deps, held, decisions: stores.decisions }),
      raw: createRawService({ ...deps, accessLog: stores.accessLog }),
    },
  };
}
