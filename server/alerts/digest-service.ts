import type { Digest, DigestPreview, DigestSettings, PutDigest, TestedDigest } from '../contract/digest.ts';
import type { Transact } from '../db/transaction.ts';
import { idNumber } from '../public-ids.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import { mailNotConfigured, refuseField } from './alert-service.ts';
import { toMailStatus } from './alert-view.ts';
import { digestLetter } from './digest-letter.ts';
import { isTimeZone, lastSlot, nextSlotAt } from './digest-schedule.ts';
import type { DigestStore, StoredDigest } from './digest-store.ts';
import type { MailStore } from './mail-store.ts';
import { MailFailure, type SendMail } from './send-mail.ts';

export interface DigestDeps {
  store: DigestStore;
  mails: Pick<MailStore, 'add' | 'about'>;
  outbox: Pick<Outbox, 'tell'>;
  /** The figures of the week before an instant. */
  build: (products: readonly string[], at: Date) => Promise<Digest>;
  /** Undefined without a mail server. */
  send: SendMail | undefined;
  hasWebhook: (id: number) => Promise<boolean>;
  transact: Transact;
  now: () => Date;
}

export type DigestService = Omit<ReturnType<typeof createDigestService>, 'sendDue'>;

/** A digest whose hour every server has missed for longer than this is left out. */
const MOST_LATE_HOURS = 48;
const DEFAULTS: PutDigest = {
  ...{ enabled: false, weekday: 'monday', hour: 8, timeZone: 'UTC' },
  ...{ recipients: [], products: [], webhook: null },
};
const SCHEDULE = ['enabled', 'weekday', 'hour', 'timeZone'] as const;

export function createDigestService(deps: DigestDeps) {
  const { store, now } = deps;

  const view = async (): Promise<DigestSettings> => {
    const stored = await store.get();
    const { enabled, weekday, hour, timeZone, recipients, products = [], webhook = null } = stored ?? DEFAULTS;
    const lastRun = stored?.lastRun ?? null;
    return {
      ...{ enabled, weekday, hour, timeZone, recipients, products, webhook, canMail: deps.send !== undefined },
      nextAt: enabled ? nextSlotAt(now(), { weekday, hour, timeZone }).toISOString() : null,
      lastRun: lastRun && {
        at: lastRun.at.toISOString(),
        mails: (await deps.mails.about([lastRun.about])).map(toMailStatus),
      },
      updatedAt: stored?.updatedAt.toISOString() ?? null,
    };
  };

  const preview = async (products: readonly string[] | undefined): Promise<DigestPreview> => {
    const digest = await deps.build(products ?? (await store.get())?.products ?? [], now());
    return { ...digestLetter(digest), digest };
  };

  const sendSlot = async (settings: StoredDigest, slot: string): Promise<void> => {
    const at = now();
    const digest = await deps.build(settings.products, at);
    const about = `digest ${at.toISOString()}`;
    await deps.transact(async (session) => {
      if (!(await store.claimSlot(settings, { slot, lastRun: { at, about } }, session))) return;
      await deps.mails.add(about, settings.recipients, { ...digestLetter(digest), at }, session);
      if (settings.webhook !== null)
        await deps.outbox.tell(idNumber(settings.webhook), { type: 'digest.sent', told: { digest } }, session);
    });
  };

  const skipSlot = (settings: StoredDigest, slot: string) =>
    deps.transact((session) => store.claimSlot(settings, { slot, lastRun: settings.lastRun }, session));

  return {
    get: view,

    /** The next digest is that of the next slot: none is made up for. @throws AppError 422, 409 `mail-not-configured` */
    async put({ products = [], webhook = null, ...rest }: PutDigest): Promise<DigestSettings> {
      if (!isTimeZone(rest.timeZone)) refuseField('/timeZone', 'is not the name of a time zone');
      if (webhook !== null && !(await deps.hasWebhook(idNumber(webhook))))
        refuseField('/webhook', 'is not a webhook that there is');
      if (rest.enabled && rest.recipients.length > 0 && !deps.send) throw mailNotConfigured();
      const stored = await store.get();
      const isSameSchedule = stored !== null && SCHEDULE.every((field) => stored[field] === rest[field]);
      const slot = isSameSchedule ? stored.slot : lastSlot(now(), rest).day;
      await store.put({ ...rest, products, webhook, slot, updatedAt: now() });
      return view();
    },

    preview,

    /** Sends the digest of now to one address, at once and once. @throws AppError 409 `mail-not-configured` */
    async test(to: string): Promise<TestedDigest> {
      if (!deps.send) throw mailNotConfigured();
      const { subject, text, html } = await preview(undefined);
      try {
        await deps.send({ id: `test ${now().toISOString()} ${to}`, to, subject: `Test: ${subject}`, text, html });
        return { state: 'sent', error: null };
      } catch (error) {
        if (error instanceof MailFailure) return { state: 'failed', error: error.message };
        throw error;
      }
    },

    /** Sends the digest whose hour has come; answers whether there was one. */
    async sendDue(): Promise<boolean> {
      const settings = await store.get();
      if (!settings?.enabled) return false;
      const slot = lastSlot(now(), settings);
      if (settings.slot !== null && settings.slot >= slot.day) return false;
      const isTooLate = slot.hoursSince > MOST_LATE_HOURS;
      await (isTooLate ? skipSlot(settings, slot.day) : sendSlot(settings, slot.day));
      return !isTooLate;
    },
  };
}
