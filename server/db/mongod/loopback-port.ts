import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

const HOST = '127.0.0.1';

/** Below what systems give to outgoing connections, one of which could take the port before mongod does, or while it is down. */
const [FIRST_PORT, LAST_PORT] = [20_000, 31_999];
const TRIES = 20;

/** `wanted` if it is free, else some other; 0 is any. */
export async function freePort(wanted: number): Promise<number> {
  if (wanted !== 0 && (await tryPort(wanted)) !== undefined) return wanted;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = await tryPort(randomInt(FIRST_PORT, LAST_PORT + 1));
    if (port !== undefined) return port;
  }
  return (await tryPort(0))!;
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    await new Promise((done) => server.close(done));
  }
}

export async function isListening(port: number): Promise<boolean> {
  const socket = connect({ port, host: HOST });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
