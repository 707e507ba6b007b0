import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into what came
  json: any;
}

/** What a receiver answers: a status, or nothing at all. */
type Reply = number | 'hang';

export interface Receiver {
  url: string;
  received: Received[];
  /** What the next requests are answered; 200 at first. */
  reply: Reply;
  close(): void;
}

/** A receiver of webhooks on 127.0.0.1. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      receiver.received.push({
        path: req.url ?? '',
        headers: req.headers as Record<string, string>,
        body,
        json: JSON.parse(body),
      });
      if (receiver.reply !== 'hang') res.writeHead(receiver.reply, { Location: '/elsewhere' }).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    reply: 200,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}
