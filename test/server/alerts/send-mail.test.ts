import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSendMail, type MailFailure, type SendMail } from '../../../server/alerts/send-mail.ts';
import { headersOf, type SmtpSink, startSmtpSink } from './smtp-sink.ts';

let sink: SmtpSink;
let send: SendMail;
beforeAll(async () => {
  sink = await startSmtpSink();
  send = createSendMail({ smtpUrl: sink.url, from: 'Reviews <reviews@shop.example>' });
});
afterAll(() => sink.close());
beforeEach(() => {
  [sink.caught, sink.reply] = [[], '250 ok'];
});

const mail = { id: 'm-1', to: 'ann@shop.example', subject: 'Hello', text: 'In words.', html: '<p>In words.</p>' };
const failure = (error: unknown) => ({ name: (error as Error).name, isFinal: (error as MailFailure).isFinal });

describe('a mail', () => {
  it('comes as text and as markup, and is known again by its id', async () => {
    await send(mail);
    await send(mail);
    const [one, other] = sink.caught;
    expect(one?.recipients).toEqual(['ann@shop.example']);
    expect(one?.message).toContain('multipart/alternative');
    expect(one?.message).toContain('In words.');
    const idOf = (caught: typeof one) => headersOf(caught as never).find((line) => /^message-id/i.test(line));
    expect(idOf(one)).toBeDefined();
    expect(idOf(one)).toBe(idOf(other));
  });

  it.each([
    'Stars\r\nBcc: eve@evil.example\r\nX: y',
    'Stars\nBcc: eve@evil.example',
    'Stars\u2028Bcc: eve@evil.example',
    `${'long '.repeat(60)}\r\nBcc: eve@evil.example`,
  ])('cannot be given a header by its subject %j', async (subject) => {
    await send({ ...mail, subject });
    const [caught] = sink.caught;
    expect(caught?.recipients).toEqual(['ann@shop.example']);
    const names = headersOf(caught as never).map((line) => line.split(':')[0]?.toLowerCase());
    expect(names).not.toContain('bcc');
    expect(names).not.toContain('x');
    expect(names.filter((name) => name === 'subject')).toHaveLength(1);
  });

  it('reads no file that its text names', async () => {
    await send({ ...mail, html: { path: '/etc/hostname' } as never }).catch(() => undefined);
    expect(sink.caught.map(({ message }) => message).join('')).not.toContain('text/html; name=hostname');
  });

  it.each([
    ['550 no such person', true],
    ['451 come again', false],
  ])('refused with %j is final: %s', async (reply, isFinal) => {
    sink.reply = reply;
    const error = await send(mail).catch((one: unknown) => one);
    expect(failure(error)).toEqual({ name: 'MailFailure', isFinal });
    expect((error as Error).message).toBe(`The mail server refused the mail (${reply.slice(0, 3)}).`);
    expect((error as Error).message).not.toContain('person');
  });

  it('waits for a mail server that is not there', async () => {
    const elsewhere = createSendMail({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@shop.example' });
    const error = await elsewhere(mail).catch((one: unknown) => one);
    expect(failure(error)).toEqual({ name: 'MailFailure', isFinal: false });
    expect((error as Error).message).toMatch(/mail server/);
    expect((error as Error).message).not.toContain('127.0.0.1');
  });
});
