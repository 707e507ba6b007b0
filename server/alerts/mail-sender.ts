import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { createRounds } from '../rounds.ts';
import { delayAfter } from '../webhooks/retry-plan.ts';
import type { MailStore, StoredMail } from './mail-store.ts';
import { MailFailure, type SendMail } from './send-mail.ts';

export interface MailSenderDeps {
  mails: Pick<MailStore, 'claim' | 'finish'>;
  send: SendMail;
  now: () => Date;
  random: () => number;
  log: Pick<Log, 'warn'>;
}

export interface MailSender {
  /** Sends in the background, until `stop`, what is due. */
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  /** Sends what is due now; answers how many were tried. */
  sendDue(): Promise<number>;
}

/** Longer than a try can take. */
const LEASE_MS = 120_000;
const POLL_MS = 5000;

/**
 * Hands mails to the mail server, with eight tries over a day. Every server takes part; a claim ends with its time, so
 * what a killed server was sending is sent by another: at least once.
 */
export function createMailSender(deps: MailSenderDeps): MailSender {
  const { mails, now } = deps;

  const tryMail = async (mail: StoredMail, owner: string): Promise<void> => {
    const { _id: id, to, subject, text, html } = mail;
    try {
      await deps.send({ id, to, subject, text, html });
      await mails.finish(id, owner, { state: 'sent', nextAt: now(), error: null, at: now() });
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const delay = error.isFinal ? undefined : delayAfter(mail.tries, deps.random());
      await mails.finish(id, owner, {
        state: delay === undefined ? 'failed' : 'waiting',
        nextAt: new Date(now().getTime() + (delay ?? 0)),
        error: error.message,
        at: now(),
      });
    }
  };

  const sendDue = async (): Promise<number> => {
    for (let tried = 0; ; tried += 1) {
      const owner = randomUUID();
      const until = new Date(now().getTime() + LEASE_MS);
      const mail = rounds.signal.aborted ? null : await mails.claim({ owner, now: now(), until });
      if (!mail) return tried;
      await tryMail(mail, owner);
    }
  };

  const rounds = createRounds({
    pollMs: POLL_MS,
    round: sendDue,
    onError: (error) => deps.log.warn({ err: error }, 'mails not sent; tried again'),
  });
  return { ...rounds, sendDue };
}
