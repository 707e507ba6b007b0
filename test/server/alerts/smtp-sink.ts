import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Caught {
  recipients: string[];
  /** Header and body as they came, lines ended by CRLF. */
  message: string;
}

export interface SmtpSink {
  url: string;
  caught: Caught[];
  /** Answer to the recipient; 250 takes it. */
  reply: string;
  close(): void;
}

/** A mail server on 127.0.0.1 that keeps what it is sent. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let [rest, recipients, message] = ['', [] as string[], undefined as string | undefined];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (message !== undefined) {
        if (line !== '.') message += `${line}\r\n`;
        else {
          sink.caught.push({ recipients, message });
          [recipients, message] = [[], undefined];
          say('250 taken');
        }
      } else if (/^(EHLO|HELO|MAIL|RSET)/i.test(line)) say('250 sink');
      else if (/^RCPT/i.test(line)) {
        if (sink.reply.startsWith('250')) recipients.push(/<(.*)>/.exec(line)?.[1] ?? '');
        say(sink.reply);
      } else if (/^DATA/i.test(line)) {
        message = '';
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('502 unknown');
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    say('220 sink');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caught: [],
    reply: '250 ok',
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return sink;
}

/** Header lines of a message, folded ones joined. */
export const headersOf = ({ message }: Caught): string[] =>
  (message.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');
