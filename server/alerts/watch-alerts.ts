import type { Cell } from '../analytics/cells.ts';
import { addDays } from '../analytics/intervals.ts';
import type { AlertScope } from '../contract/alerts.ts';
import type { Session, Transact } from '../db/transaction.ts';
import { firingId, idNumber } from '../public-ids.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import { alertLetter } from './alert-letter.ts';
import type { AlertStore, StoredAlert, StoredFiring } from './alert-store.ts';
import { toFiring } from './alert-view.ts';
import { gapDays, type Look, lookAtDays, mayFire } from './evaluate-alert.ts';
import { pageQuery } from './figure-words.ts';
import type { MailStore } from './mail-store.ts';

/** Days with reviews of a product and source, counted once, within inclusive days. */
export type CellsOfScope = (
  scope: Pick<AlertScope, 'product' | 'source'>,
  days: { from: string; to: string },
) => Promise<Cell[]>;

export interface WatchDeps {
  store: Pick<AlertStore, 'notLookedAtSince' | 'noteLook' | 'claimFiring' | 'addFiring'>;
  mails: Pick<MailStore, 'add'>;
  outbox: Pick<Outbox, 'tell'>;
  cells: CellsOfScope;
  nextFiringId: () => Promise<number>;
  labelOf: (feature: string) => string;
  publicUrl: string;
  transact: Transact;
  now: () => Date;
}

/** An alert is looked at once an hour: what comes in late may still tip it. */
const LOOK_MS = 3_600_000;

const toStored = (alert: StoredAlert, { day, figures }: Look, { id, at }: { id: number; at: Date }): StoredFiring => ({
  ...{ _id: id, alert: alert._id, name: alert.name, metric: alert.metric, scope: alert.scope, day, at, figures },
  ...{ page: 'overview', query: pageQuery({ ...alert.scope, ...figures.period }) },
  webhook: alert.channel.webhook ?? null,
});

/**
 * Looks at the alerts that are due and fires. What fires is written with its mails and its word to the webhook in one
 * transaction, which another server, or a second look within the alert's gap, cannot get through again.
 * @returns how many were looked at
 */
export function createWatchAlerts(deps: WatchDeps): (signal?: AbortSignal) => Promise<number> {
  const { store, now } = deps;

  const write = async (alert: StoredAlert, firing: StoredFiring, session: Session): Promise<void> => {
    await store.addFiring(firing, session);
    const told = toFiring(firing, deps.publicUrl);
    const letter = { ...alertLetter(told, deps.labelOf), at: firing.at };
    await deps.mails.add(firingId(firing._id), alert.channel.email ?? [], letter, session);
    if (alert.channel.webhook !== undefined)
      await deps.outbox.tell(idNumber(alert.channel.webhook), { type: 'alert.fired', told: { firing: told } }, session);
  };

  const fire = async (alert: StoredAlert, look: Look): Promise<void> => {
    const at = now();
    const firing = toStored(alert, look, { id: await deps.nextFiringId(), at });
    const latest = addDays(look.day, -gapDays(alert));
    await deps.transact(async (session) => {
      if (await store.claimFiring(alert, { day: look.day, at, latest }, session)) await write(alert, firing, session);
    });
  };

  const lookAt = async (alert: StoredAlert): Promise<void> => {
    const at = now();
    const day = at.toISOString().slice(0, 10);
    const cells = await deps.cells(alert.scope, { from: addDays(day, -2 * alert.windowDays), to: day });
    for (const look of lookAtDays(alert, cells, { from: day, to: day })) {
      if (look.figures.verdict === 'fires' && mayFire(alert, alert.lastFiredDay, day)) await fire(alert, look);
      // After the firing: a server that is killed in between looks again.
      await store.noteLook(alert, { at, figures: look.figures });
    }
  };

  return async (signal) => {
    const due = await store.notLookedAtSince(new Date(now().getTime() - LOOK_MS));
    for (const alert of due) {
      if (signal?.aborted) break;
      await lookAt(alert);
    }
    return due.length;
  };
}
