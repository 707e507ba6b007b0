import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Letter } from './mail-store.ts';

/** Why a mail was not taken. `isFinal`: another try would not help. */
export class MailFailure extends Error {
  override name = 'MailFailure';
  readonly isFinal: boolean;

  constructor(message: string, isFinal: boolean, cause?: unknown) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}

/** `id` names the mail: the same at every try, so that a receiver can tell a second copy. */
export interface Mail extends Letter {
  id: string;
  to: string;
}

/** Answers when the mail server has taken the mail. @throws MailFailure */
export type SendMail = (mail: Mail) => Promise<void>;

const CONNECT_MS = 10_000;
const IDLE_MS = 20_000;
const MOST_SUBJECT = 200;

/** One line of plain characters: what it is made of was typed by people. */
const subjectLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, MOST_SUBJECT);

const PERMANENT = 500;

const REASONS: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server does not take the user name or password.',
  ETLS: 'No safe connection to the mail server could be made.',
  EDNS: 'The name of the mail server is not known.',
  ECONNECTION: 'The mail server cannot be reached.',
  ECONNREFUSED: 'The mail server cannot be reached.',
  ESOCKET: 'The connection to the mail server was cut.',
  ETIMEDOUT: 'The mail server did not answer in time.',
};

interface SmtpError {
  code?: string;
  responseCode?: number;
}

function toFailure(error: unknown): MailFailure {
  const { code = '', responseCode } = error as SmtpError;
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode !== undefined && code !== 'EAUTH') {
    const isFinal = isAboutMail && responseCode >= PERMANENT;
    return new MailFailure(`The mail server refused the mail (${responseCode}).`, isFinal, error);
  }
  return new MailFailure(REASONS[code] ?? 'The mail could not be handed over.', false, error);
}

/** Sends by an SMTP server. Nothing in a mail can make it read a file, fetch an address, or name another recipient. */
export function createSendMail({ smtpUrl, from }: { smtpUrl: string; from: string }): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: IDLE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ id, to, subject, text, html }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject: subjectLine(subject),
        text,
        html,
        messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@reviewfinder>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw toFailure(error);
    }
  };
}
