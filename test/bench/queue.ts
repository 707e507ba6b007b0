import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { ClusterPage } from '../../server/contract/duplicates.ts';
import { connect } from '../../server/db/connect.ts';
import { openEmbedded } from '../../server/db/mongod/embedded.ts';
import type { Member } from '../../server/duplicates/cluster-facts.ts';
import type { CopyKind, StoredCluster } from '../../server/duplicates/cluster-model.ts';
import { sumCluster } from '../../server/duplicates/summarise-cluster.ts';
import { createRandom } from '../../server/sample/random.ts';
import { runServer } from './run-server.ts';

const CLUSTERS = 50_000;
const BATCH = 2000;
const ROUNDS = 30;
const DEEP_PAGES = 200;
const FIRST = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

const random = createRandom(31);
const KINDS: readonly CopyKind[] = ['exact', 'near', 'paraphrase'];

/** Of two to twelve reviews of up to three products and sources, some by one author. */
function newCluster(n: number): StoredCluster {
  const size = 2 + Math.min(10, Math.floor(-3 * Math.log(1 - random.int(0, 999) / 1000)));
  const kind = KINDS[n % 3] as CopyKind;
  const at = new Date(FIRST + n * HOUR * 0.1);
  const product = random.int(1, 30);
  const members = Array.from({ length: size }, (_, k): Member => {
    const id = n * 20 + k;
    return {
      _id: id,
      title: null,
      text: `Review ${id} of a camera that looks over the yard and tells us who is at the door. `.repeat(3),
      product: `product ${product + (n % 10 === 0 ? k % 3 : 0)}`,
      source: `source ${1 + ((n + (n % 4 === 0 ? k : 0)) % 4)}`,
      author: n % 5 === 0 ? `author ${n}` : `author ${id}`,
      verified: k % 2 === 0,
      date: at.toISOString().slice(0, 10),
      importId: n % 7 === 0 ? n : null,
      createdAt: at,
    };
  });
  const [a, b] = [n * 20, n * 20 + 1];
  const pair = { a, b, kind, score: 0.93, reasons: [{ code: 'words', detail: 'Nearly all words are the same' }] };
  return {
    ...{ _id: n, state: n % 5 === 4 ? 'removed' : 'open', members: [] },
    ...sumCluster({ members, clusters: [], pairs: [pair] }),
    ...{ moderator: n % 5 === 4 ? `moderator ${n % 8}` : null, createdAt: at, updatedAt: at, version: 1, touched: 1 },
  };
}

async function seed(connection: Connection): Promise<void> {
  const clusters = connection.collection('clusters');
  for (let from = 1; from <= CLUSTERS * 1.25; from += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, k) => newCluster(from + k));
    await clusters.insertMany(rows as never, { ordered: false, writeConcern: { w: 1, journal: false } });
  }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number;

/** How soon the queue of 50,000 open clusters answers: pages, each filter, places and what is new. */
export async function benchQueue(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const mongod = await openEmbedded({ dataDir, mongodBinary: process.env['MONGOD_BINARY'], log: () => undefined });
  const connection = await connect(mongod.uri, 'queue');
  const server = await runServer({ MONGODB_URI: mongod.uri.replace('/?', '/queue?') });
  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${server.url}/api/v1${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const measure = async (name: string, path: string) => {
    for (let n = 0; n < 3; n += 1) await get(path);
    const times: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const begin = performance.now();
      await get(path);
      times.push(performance.now() - begin);
    }
    times.sort((x, y) => x - y);
    print(`queue: ${name}: p50 ${Math.round(at(times, 0.5))} ms, p95 ${Math.round(at(times, 0.95))} ms`);
  };
  try {
    await seed(connection);
    const { total, items } = await get<ClusterPage>('/duplicates');
    print(`queue: ${total} open clusters`);
    await measure('first page', '/duplicates');
    let next: string | null = '';
    for (let n = 0; n < DEEP_PAGES; n += 1) {
      next = (await get<ClusterPage>(`/duplicates?limit=200${next ? `&cursor=${next}` : ''}`)).next;
      if (next === null) break;
    }
    if (next) await measure(`a page behind ${DEEP_PAGES * 200} others`, `/duplicates?cursor=${next}`);
    const filters = [
      ...['kind=near', 'relation=variant', 'product=product%2012', 'source=source%202', 'reason=syndicated-copy'],
      ...['signal=same-author', 'createdAfter=2026-06-01', 'createdBefore=2026-02-01', 'claimed=mine', 'claimed=free'],
      ...['state=removed&moderator=moderator%203', 'kind=exact&source=source%202&signal=same-author'],
      'createdAfter=2026-03-01&reason=duplicate-near&product=product%2012',
    ];
    for (const filter of filters) await measure(filter, `/duplicates?${filter}`);
    await measure('new ones', '/duplicates/new?since=2026-09-01T00:00:00Z');
    await measure('one with its place', `/duplicates/${items[40]?.id}?state=open`);
    await measure('one with its place, filtered', `/duplicates/${items[40]?.id}?kind=${items[40]?.kind}`);
  } finally {
    await server.stop();
    await connection.close();
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
