import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSendRequest, type OutboundAnswer, type Resolve } from '../../../server/outbound/outbound-request.ts';

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

/** A receiver on 127.0.0.1; answers its port. */
async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const base = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}', timeoutMs: 2000 } as const;
const trial = createSendRequest({ allowPrivate: true });
const textOf = async ({ chunks }: OutboundAnswer) => {
  let text = '';
  for await (const chunk of chunks) text += Buffer.from(chunk).toString();
  return text;
};

describe('a request', () => {
  it('brings its body and headers, and the answer', async () => {
    const port = await listen((req, res) => {
      let body = '';
      req.on('data', (chunk) => {
        body += chunk;
      });
      req.on('end', () => res.writeHead(201, { 'X-Got': req.headers['x-own'] as string }).end(`got ${body}`));
    });
    const answer = await trial({
      ...base,
      url: `http://127.0.0.1:${port}/`,
      body: '{"ü":1}',
      headers: { 'X-Own': 'yes' },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers['x-got']).toBe('yes');
    expect(await textOf(answer)).toBe('got {"ü":1}');
  });

  it('does not follow redirects', async () => {
    let calls = 0;
    const port = await listen((_req, res) => {
      calls += 1;
      res.writeHead(302, { Location: '/elsewhere' }).end();
    });
    expect((await trial({ ...base, url: `http://127.0.0.1:${port}/` })).status).toBe(302);
    expect(calls).toBe(1);
  });

  it.each<[string, RequestListener]>([
    ['that is never answered', () => {}],
    ['whose answer never ends', (_req, res) => void res.writeHead(200).write('a')],
  ])('%s ends after its time', async (_what, listener) => {
    const port = await listen(listener);
    const work = async () => textOf(await trial({ ...base, url: `http://127.0.0.1:${port}/`, timeoutMs: 1000 }));
    await expect(work()).rejects.toThrow('No answer within 1 seconds.');
  });

  it('that is refused says so', async () => {
    const port = await listen(() => {});
    servers[0]?.close();
    await expect(trial({ ...base, url: `http://127.0.0.1:${port}/` })).rejects.toThrow('The connection was refused.');
  });

  it('ends with its signal', async () => {
    const port = await listen(() => {});
    const stopping = new AbortController();
    const sent = trial({ ...base, url: `http://127.0.0.1:${port}/`, signal: stopping.signal });
    setTimeout(() => stopping.abort(new Error('stopping')), 50);
    await expect(sent).rejects.toThrow('stopping');
  });
});

describe('without private addresses', () => {
  const toLoopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

  it.each(['http://127.0.0.1/', 'http://2130706433/', 'http://[::1]/', 'http://localhost/'])(
    'nothing goes to %s',
    async (host) => {
      let calls = 0;
      const port = await listen((_req, res) => {
        calls += 1;
        res.end();
      });
      const url = new URL(host);
      url.port = String(port);
      await expect(createSendRequest({ allowPrivate: false })({ ...base, url: url.href })).rejects.toThrow('public');
      expect(calls).toBe(0);
    },
  );

  it('nothing goes to a name that leads to one', async () => {
    let calls = 0;
    const port = await listen((_req, res) => {
      calls += 1;
      res.end();
    });
    const send = createSendRequest({ allowPrivate: false }, toLoopback);
    await expect(send({ ...base, url: `http://hooks.example.com:${port}/` })).rejects.toThrow('not public');
    const mixed = createSendRequest({ allowPrivate: false }, async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    await expect(mixed({ ...base, url: `http://hooks.example.com:${port}/` })).rejects.toThrow('not public');
    expect(calls).toBe(0);
  });
});

it('connects to the address that was looked up, with the name as host, and looks it up once', async () => {
  let hosts: (string | undefined)[] = [];
  let lookUps = 0;
  const port = await listen((req, res) => {
    hosts = [...hosts, req.headers.host];
    res.end();
  });
  const send = createSendRequest({ allowPrivate: true }, async () => {
    lookUps += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  });
  await send({ ...base, url: `http://hooks.example.com:${port}/` });
  expect(hosts).toEqual([`hooks.example.com:${port}`]);
  expect(lookUps).toBe(1);
});
