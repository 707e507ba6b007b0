import type { AlertFiring, AlertView, FiringView, MailStatus } from '../contract/alerts.ts';
import { alertId, firingId } from '../public-ids.ts';
import type { StoredAlert, StoredFiring } from './alert-store.ts';
import { pageUrl } from './figure-words.ts';
import type { StoredMail } from './mail-store.ts';

export const toAlertView = ({
  _id,
  lastFiredDay: _,
  lastFiredAt,
  lastLook,
  createdAt,
  updatedAt,
  ...alert
}: StoredAlert): AlertView => ({
  id: alertId(_id),
  ...alert,
  lastFiredAt: lastFiredAt?.toISOString() ?? null,
  lastLook: lastLook && { ...lastLook, at: lastLook.at.toISOString() },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** A firing as the mail and the webhook tell of it. */
export const toFiring = ({ _id, alert, at, webhook: _, ...firing }: StoredFiring, publicUrl: string): AlertFiring => ({
  id: firingId(_id),
  alert: alertId(alert),
  ...firing,
  at: at.toISOString(),
  url: pageUrl(publicUrl, firing.page, firing.query),
});

export const toMailStatus = ({ to, state, tries, error, at }: StoredMail): MailStatus => ({
  ...{ to, state, tries, error },
  at: at?.toISOString() ?? null,
});

export const toFiringView = (firing: StoredFiring, mails: readonly StoredMail[], publicUrl: string): FiringView => ({
  ...toFiring(firing, publicUrl),
  mails: mails.filter(({ about }) => about === firingId(firing._id)).map(toMailStatus),
  webhook: firing.webhook,
});
