import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isListening } from '../../server/db/mongod/loopback-port.ts';
import { withMongod } from '../../server/db/mongod/replica-set.ts';

export interface ReplicaSet {
  uri: string;
  /** Kills the primary (SIGKILL); answers its port. */
  killPrimary(): Promise<number>;
  close(): Promise<void>;
}

const NAME = 'three';
const READY_MS = 60_000;

async function startMember(binary: string, dir: string): Promise<{ port: number; child: ChildProcess }> {
  await mkdir(dir, { recursive: true });
  const port = await freePort(0);
  const args = ['--dbpath', dir, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', NAME, '--nounixsocket'];
  args.push('--oplogSize', '64', '--wiredTigerCacheSizeGB', '0.25', '--quiet', '--logpath', `${dir}.log`);
  const child = spawn(binary, args, { stdio: 'ignore' });
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`mongod ended with ${child.exitCode}`);
    await sleep(50);
  }
  return { port, child };
}

/** A set of three on this machine, which elects a new primary within seconds. */
export async function startReplicaSet(binary: string, dir: string): Promise<ReplicaSet> {
  const members = await Promise.all([0, 1, 2].map((n) => startMember(binary, join(dir, `member-${n}`))));
  const close = async () => {
    for (const { child } of members) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  };
  const primary = async () => {
    for (const member of members) {
      if (member.child.exitCode !== null || member.child.signalCode !== null) continue;
      const hello = await withMongod(member.port, 5000, (client) => client.db('admin').command({ hello: 1 }));
      if (hello['isWritablePrimary']) return member;
    }
    return undefined;
  };
  try {
    const config = {
      _id: NAME,
      members: members.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` })),
      settings: { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 },
    };
    const [first] = members;
    await withMongod(first!.port, 10_000, (client) => client.db('admin').command({ replSetInitiate: config }));
    const deadline = performance.now() + READY_MS;
    while ((await primary()) === undefined) {
      if (performance.now() > deadline) throw new Error('no primary was elected');
      await sleep(200);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    uri: `mongodb://${members.map(({ port }) => `127.0.0.1:${port}`).join(',')}/three?replicaSet=${NAME}`,
    async killPrimary() {
      const found = await primary();
      if (!found) throw new Error('there is no primary');
      const gone = once(found.child, 'exit');
      found.child.kill('SIGKILL');
      await gone;
      return found.port;
    },
    close,
  };
}
