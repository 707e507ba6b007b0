import { actAs } from '../access/actor.ts';
import type { AnalyticsService } from '../analytics/analytics-service.ts';
import type { RollupStore } from '../analytics/rollup-store.ts';
import type { Config } from '../config.ts';
import type { Transact } from '../db/transaction.ts';
import type { Log } from '../log.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import { createAlertRunner } from './alert-runner.ts';
import { createAlertService } from './alert-service.ts';
import { createAlertStore } from './alert-store.ts';
import { buildDigest, type DigestFigures } from './build-digest.ts';
import { createDigestService } from './digest-service.ts';
import { createDigestStore } from './digest-store.ts';
import { createMailSender } from './mail-sender.ts';
import { createMailStore } from './mail-store.ts';
import { createSendMail } from './send-mail.ts';
import { type CellsOfScope, createWatchAlerts } from './watch-alerts.ts';

export interface AlertsDeps {
  connection: Parameters<typeof createAlertStore>[0];
  config: Pick<Config, 'mail' | 'publicUrl' | 'retention'>;
  leases: Parameters<typeof createAlertRunner>[0]['leases'];
  rollups: Pick<RollupStore, 'cells'>;
  quotes: AnalyticsService['quotes'];
  openDuplicates: DigestFigures['openDuplicates'];
  features: () => readonly { id: string }[];
  labelOf: (feature: string) => string;
  outbox: Pick<Outbox, 'tell'>;
  hasWebhook: (id: number) => Promise<boolean>;
  nextId: (of: 'alerts' | 'firings') => Promise<number>;
  transact: Transact;
  actor: () => string;
  now: () => Date;
  log: Pick<Log, 'warn'>;
}

/** A mail leaves the house, whoever has asked for it: nobody's personal data goes with it. */
const MAIL_READER = { name: 'Mail', mayReadPersonalData: false, seesPersonalData: false };
const MOST_QUOTE = 200;

const shorten = (text: string) => (text.length > MOST_QUOTE ? `${text.slice(0, MOST_QUOTE - 1).trimEnd()}…` : text);

/** Alerts, the digest, and the mails of both. */
export function createAlerts(deps: AlertsDeps) {
  const { connection, config, rollups, labelOf, now, log } = deps;
  const { publicUrl } = config;
  const store = createAlertStore(connection);
  const mails = createMailStore(connection, config.retention.mails);
  const digestStore = createDigestStore(connection);
  const send = config.mail && createSendMail(config.mail);
  const sender = send && createMailSender({ mails, send, now, random: Math.random, log });

  const cells: CellsOfScope = ({ product, source }, days) =>
    rollups.cells({ product, source, ...days, counting: 'once' });
  const quote: DigestFigures['quote'] = async (filters) => {
    const { items } = await deps.quotes({ ...filters, order: 'representative' }, { position: undefined, limit: 1 });
    const [mention] = items[0]?.mentions ?? [];
    return mention ? shorten(mention.quote) : null;
  };
  const figures = { cells, quote, openDuplicates: deps.openDuplicates, labelOf, publicUrl };

  const digests = createDigestService({
    ...{ store: digestStore, mails, outbox: deps.outbox, send, now },
    ...{ hasWebhook: deps.hasWebhook, transact: deps.transact },
    build: (products, at) => actAs(MAIL_READER, () => buildDigest(figures, products, at)),
  });
  const watchAlerts = createWatchAlerts({
    ...{ store, mails, cells, labelOf, publicUrl, now },
    ...{ outbox: deps.outbox, transact: deps.transact, nextFiringId: () => deps.nextId('firings') },
  });
  const runner = createAlertRunner({
    ...{ leases: deps.leases, watchAlerts, sendDigest: digests.sendDue, now, log },
    onMails: () => sender?.wake(),
  });
  const service = createAlertService({
    ...{ store, mails, cells, publicUrl, now, canMail: send !== undefined, nextId: () => deps.nextId('alerts') },
    ...{ hasWebhook: deps.hasWebhook, features: deps.features, actor: deps.actor, onChanged: runner.wake },
  });
  return {
    service,
    digests,
    /** Does now what is due, mails included. */
    async runDue() {
      await runner.runDue();
      await sender?.sendDue();
    },
    async prepare() {
      await Promise.all([store.prepare(), mails.prepare(), digestStore.prepare()]);
    },
    start() {
      runner.start();
      sender?.start();
    },
    stop: () => Promise.all([runner.stop(), sender?.stop()]),
  };
}
