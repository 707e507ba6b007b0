import type { PutScreening, PutScreeningAnswer, ScreeningEffect, ScreeningSettings } from '../contract/screening.ts';
import type { Transact } from '../db/transaction.ts';
import type { LogStore } from '../duplicates/log-store.ts';
import { AppError } from '../errors.ts';
import { CHECKS } from './checks.ts';
import type { HeldStore } from './held-store.ts';
import type { ScreeningStore, StoredScreening } from './settings-store.ts';
import { type CheckModes, DEFAULT_MODES, withModes } from './stored-flag.ts';

export interface ScreeningDeps {
  store: ScreeningStore;
  held: Pick<HeldStore, 'latest' | 'notLevelled'>;
  log: Pick<LogStore, 'append'>;
  transact: Transact;
  /** The settings have changed. */
  onChange: () => void;
  now: () => Date;
}

/** Latest reviews that a dry run looks at. */
const LOOKED = 10_000;

const modesOf = (stored: StoredScreening | null): CheckModes => ({ ...DEFAULT_MODES, ...stored?.modes });

export type ScreeningService = ReturnType<typeof createScreeningService>;

/** Which checks note and which hold. */
export function createScreeningService({ store, held, log, transact, onChange, now }: ScreeningDeps) {
  const view = async (stored: StoredScreening | null): Promise<ScreeningSettings> => {
    const current = modesOf(stored);
    const open = await Promise.all(CHECKS.map(({ id }) => held.notLevelled(id, current[id], 1)));
    return {
      checks: CHECKS.map(({ id, label, description, defaultMode }) => ({
        ...{ id, label, description, defaultMode },
        mode: current[id],
      })),
      version: stored?.version ?? 0,
      updatedAt: stored?.updatedAt.toISOString() ?? null,
      updatedBy: stored?.updatedBy ?? null,
      applying: open.some((ids) => ids.length > 0),
    };
  };

  const effectOf = async (next: CheckModes): Promise<ScreeningEffect> => {
    const reviews = await held.latest(LOOKED);
    const isHeld = ({ status }: { status: string }) => status === 'pending';
    return {
      looked: reviews.length,
      heldNow: reviews.filter(isHeld).length,
      held: reviews.map((review) => withModes(review, next)).filter(isHeld).length,
      byCheck: CHECKS.map(({ id }) => ({
        check: id,
        found: reviews.filter(({ flags = [] }) => flags.some(({ check }) => check === id)).length,
      })),
    };
  };

  const refuseOther = (stored: StoredScreening | null, seen: number) => {
    const version = stored?.version ?? 0;
    if (version === seen) return;
    throw new AppError(
      'version-conflict',
      409,
      `The checks have changed since you saw them (version ${version}, yours was ${seen}).`,
    );
  };

  return {
    settings: async () => view(await store.current()),

    /** @throws AppError `version-conflict` (409) */
    async put({ version, checks, dryRun = false }: PutScreening, actor: string): Promise<PutScreeningAnswer> {
      const stored = await store.current();
      refuseOther(stored, version);
      const effect = await effectOf({ ...modesOf(stored), ...checks });
      if (dryRun) return { settings: await view(stored), effect };
      const next = await transact(async (session) => {
        const before = await store.current(session);
        refuseOther(before, version);
        const changed: StoredScreening = {
          _id: 'current',
          version: version + 1,
          modes: { ...before?.modes, ...checks },
          ...{ updatedAt: now(), updatedBy: actor },
        };
        await store.put(changed, session);
        await log.append(
          { at: changed.updatedAt, actor, action: 'set-checks', subject: 'checks', payload: { ...checks } },
          session,
        );
        return changed;
      });
      onChange();
      return { settings: await view(next), effect };
    },
  };
}
