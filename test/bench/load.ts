import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runServer } from './run-server.ts';
import { reviewInput } from './stored-reviews.ts';
import { createSyntheticReviews } from './synthetic-reviews.ts';

const CONNECTIONS = 1000;
const BATCH = 50;
const CAPACITY_MS = 10_000;
const BURST_MS = 20_000;
const AFTER_MS = 10_000;
const TIMES = 3;
const READS_A_SECOND = 20;
const READS = [
  '/api/v1/reviews?limit=20',
  '/api/v1/duplicates?limit=20',
  '/api/v1/analytics/features',
  '/api/v1/workspace',
];

interface Sent {
  status: number;
  ms: number;
  hasRetryAfter: boolean;
}

const { original } = createSyntheticReviews();
const sorted = (values: readonly number[]) => [...values].sort((x, y) => x - y);
const quantile = (values: readonly number[], q: number) => sorted(values)[Math.floor(values.length * q)] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;

/** Status 0 where the connection broke. */
function send(agent: Agent, url: string, body?: string): Promise<Sent> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, hasRetryAfter = false) =>
      resolve({ status, ms: performance.now() - begin, hasRetryAfter });
    const sending = request(url, {
      agent,
      ...(body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' } }),
    });
    sending.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0, answer.headers['retry-after'] !== undefined));
      answer.on('error', () => done(0));
    });
    sending.on('error', () => done(0));
    sending.end(body);
  });
}

const rssOf = async (pid: number) => {
  const found = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
  return Number(found?.[1] ?? Number.NaN) / 1024;
};

/** Starts `make` so many times a second, whatever becomes of the earlier ones; answers all that came of them. */
async function atRate<T>(perSecond: number, lastsMs: number, make: (n: number) => Promise<T>): Promise<T[]> {
  const begin = performance.now();
  const all: Promise<T>[] = [];
  while (performance.now() - begin < lastsMs) {
    const due = Math.floor(((performance.now() - begin) / 1000) * perSecond);
    while (all.length < due) all.push(make(all.length));
    await sleep(5);
  }
  return Promise.all(all);
}

/**
 * 1,000 open connections, and a burst of three times what the intake can take: what is refused and how, how long
 * accepted reads and the health check take meanwhile, the memory of the server, and how it is afterwards.
 */
export async function benchLoad(print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-load-'));
  const server = await runServer({ REVIEWFINDER_DATA: dir }, ['--demo']);
  const [idle, writers, readers] = [CONNECTIONS, 400, 50].map(
    (maxSockets) => new Agent({ keepAlive: true, maxSockets, maxFreeSockets: maxSockets }),
  ) as [Agent, Agent, Agent];
  let number = 0;
  const batch = () => {
    const reviews = Array.from({ length: BATCH }, () => {
      number += 1;
      return reviewInput(number, original(number));
    });
    return JSON.stringify({ reviews });
  };
  const post = () => send(writers, `${server.url}/api/v1/reviews`, batch());
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => send(idle, `${server.url}/healthz`)));
    print(`${Object.values(idle.freeSockets).flat().length} idle connections are open`);

    const begin = performance.now();
    let taken = 0;
    await Promise.all(
      [1, 2, 3, 4].map(async () => {
        while (performance.now() - begin < CAPACITY_MS) if ((await post()).status === 200) taken += BATCH;
      }),
    );
    const capacity = (taken * 1000) / (performance.now() - begin);
    print(`capacity: ${capacity.toFixed(0)} reviews/s`);

    const rss: number[] = [];
    const meter = setInterval(() => void rssOf(server.pid).then((mb) => rss.push(mb)), 500);
    const measure = async (lastsMs: number, perSecond: number) => {
      const [posts, reads, health] = await Promise.all([
        perSecond === 0 ? [] : atRate(perSecond / BATCH, lastsMs, post),
        atRate(READS_A_SECOND, lastsMs, (n) => send(readers, `${server.url}${READS[n % READS.length]}`)),
        atRate(READS_A_SECOND, lastsMs, () => send(readers, `${server.url}/healthz`)),
      ]);
      return { posts, reads, health };
    };
    const tell = (what: string, { posts, reads, health }: Awaited<ReturnType<typeof measure>>) => {
      const all = [...posts, ...reads, ...health];
      const counts: Record<number, number> = {};
      for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
      const accepted = reads.filter(({ status }) => status === 200).map((sent) => sent.ms);
      const bare = all.filter(({ status, hasRetryAfter }) => [429, 503].includes(status) && !hasRetryAfter).length;
      const others = all.filter(({ status }) => ![200, 429, 503].includes(status)).length;
      print(`${what}: ${JSON.stringify(counts)}; refused without Retry-After ${bare}; any other answer ${others}`);
      print(
        `  accepted reads p50 ${ms(quantile(accepted, 0.5))}, p99 ${ms(quantile(accepted, 0.99))} (asked for: 300 ms)`,
      );
      for (const [index, path] of READS.entries()) {
        const times = reads
          .filter((sent, n) => n % READS.length === index && sent.status === 200)
          .map((sent) => sent.ms);
        print(`    ${path}: p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`);
      }
      const beats = health.map((sent) => sent.ms);
      print(`  /healthz p50 ${ms(quantile(beats, 0.5))}, p99 ${ms(quantile(beats, 0.99))} (asked for: 250 ms)`);
      if (bare > 0 || others > 0) process.exitCode = 1;
    };
    tell('before', await measure(5000, 0));
    const before = await rssOf(server.pid);
    tell(`burst of ${TIMES} times the capacity`, await measure(BURST_MS, TIMES * capacity));
    const most = Math.max(...rss);
    await sleep(AFTER_MS);
    tell('10 s later', await measure(5000, capacity / 4));
    clearInterval(meter);
    print(
      `memory: ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most, ${(await rssOf(server.pid)).toFixed(0)} MB after`,
    );
  } finally {
    for (const agent of [idle, writers, readers]) agent.destroy();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
