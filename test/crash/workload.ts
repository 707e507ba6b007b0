import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterPage, Decision } from '../../server/contract/duplicates.ts';
import type { ImportView } from '../../server/contract/imports.ts';
import { createRandom, type Random } from '../../server/sample/random.ts';
import type { Ledger } from './ledger.ts';

const SOURCE = 'crash';
const PRODUCTS = ['door', 'yard', 'desk'];
const WORDS =
  'amber bridge candle dragon ember forest garden harbour island jungle kettle lantern meadow needle orchard pepper quarry river saddle timber'.split(
    ' ',
  );
const JUDGED = ['The night vision is excellent.', 'The app is slow.', 'Easy to install.', 'The battery is weak.'];
const PAUSE_MS = 100;
const BATCH = 12;
const FILE_ROWS = 60;
const REMEMBERED = 200;

interface Post {
  externalId: string;
  product: string;
  text: string;
  rating: number;
  date: string;
}

/** Undefined where the connection broke, or the answer was 503 or 429. */
type Answer = { status: number; body: unknown } | undefined;

export interface Workload {
  /** What was answered by something else than was to be expected. */
  surprises: string[];
  /** Answers of each status. */
  statuses: Record<number, number>;
  /** Ends what is under way and waits for it. */
  stop(): Promise<void>;
}

/** Posts, imports and decides until `stop`, sends again what was not acknowledged, and notes what was. */
export function startWorkload(url: string, ledger: Ledger, seed: number): Workload {
  const run = randomUUID().slice(0, 8);
  const surprises: string[] = [];
  const statuses: Record<number, number> = {};
  const recent: Post[] = [];
  let [isStopping, made] = [false, 0];

  const send = async (
    method: string,
    path: string,
    body?: { type: string; text: string },
    key?: string,
  ): Promise<Answer> => {
    try {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { ...(body ? { 'Content-Type': body.type } : {}), ...(key ? { 'Idempotency-Key': key } : {}) },
        ...(body ? { body: body.text } : {}),
        signal: AbortSignal.timeout(60_000),
      });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const text = await answer.text();
      if ([429, 503].includes(answer.status)) {
        if (!answer.headers.has('Retry-After')) surprises.push(`${answer.status} without Retry-After: ${path}`);
        return undefined;
      }
      return { status: answer.status, body: JSON.parse(text) };
    } catch {
      return undefined;
    }
  };
  const json = (value: unknown) => ({ type: 'application/json', text: JSON.stringify(value) });

  /** Again and again, until there is an answer: what was not acknowledged may be sent again. */
  const insist = async (work: (key?: string) => Promise<Answer>, first?: string): Promise<NonNullable<Answer>> => {
    for (let key = first; ; ) {
      const answer = await work(key);
      if (answer && answer.status !== 409) return answer;
      // A killed server's request holds its key for half a minute: this one goes without.
      if (answer) key = undefined;
      await sleep(PAUSE_MS);
    }
  };

  const makePost = (random: Random): Post => {
    made += 1;
    const externalId = `${run}-${made}`;
    const earlier = recent.length > 0 && random.chance(0.35) ? random.pick(recent) : undefined;
    const words = () => Array.from({ length: 12 }, () => `${random.pick(WORDS)}${random.int(1, 9999)}`).join(' ');
    const post: Post = {
      externalId,
      product: earlier?.product ?? random.pick(PRODUCTS),
      text: earlier?.text ?? `${words()}. ${random.pick(JUDGED)}`,
      rating: random.int(1, 5),
      date: `2026-0${random.int(1, 9)}-1${random.int(0, 9)}`,
    };
    recent.push(post);
    if (recent.length > REMEMBERED) recent.shift();
    return post;
  };

  const postOnce = async (random: Random) => {
    const reviews = Array.from({ length: random.int(1, BATCH) }, () => makePost(random));
    const key = random.chance(0.3) ? randomUUID() : undefined;
    const body = json({ reviews: reviews.map((review) => ({ source: SOURCE, ...review })) });
    const { status, body: answer } = await insist((again) => send('POST', '/reviews', body, again), key);
    const { rejected } = answer as { rejected?: number };
    if (status !== 200 || rejected !== 0)
      surprises.push(`POST /reviews: ${status} ${JSON.stringify(answer).slice(0, 300)}`);
    else
      ledger.note(...reviews.map(({ externalId }) => ({ is: 'review' as const, id: externalId, by: 'post' as const })));
  };

  const importOnce = async (random: Random) => {
    const rows = Array.from({ length: FILE_ROWS }, () => makePost(random));
    const text = rows.map(({ externalId, ...row }) => JSON.stringify({ id: externalId, ...row })).join('\n');
    const query = `/imports?source=${SOURCE}&filename=${run}.ndjson`;
    const posted = await insist(() => send('POST', query, { type: 'application/x-ndjson', text }));
    if (posted.status !== 202) {
      surprises.push(`POST /imports: ${posted.status}`);
      return;
    }
    // Accepted is acknowledged: from here on nothing may be lost.
    ledger.note(...rows.map(({ externalId }) => ({ is: 'review' as const, id: externalId, by: 'import' as const })));
    const { id } = posted.body as ImportView;
    for (;;) {
      const view = (await insist(() => send('GET', `/imports/${id}`))).body as ImportView;
      if (view.state === 'done') return;
      if (!['queued', 'running'].includes(view.state)) {
        surprises.push(`${id} is ${view.state}: ${view.error}`);
        return;
      }
      await sleep(PAUSE_MS);
    }
  };

  const decideOnce = async (random: Random) => {
    const page = await send('GET', '/duplicates?limit=20');
    const items = page?.status === 200 ? (page.body as ClusterPage).items : [];
    if (items.length === 0) return;
    const cluster = random.pick(items);
    const shown = await send('GET', `/duplicates/${cluster.id}`);
    if (shown?.status !== 200) return;
    const { survivor, version } = shown.body as { survivor: string; version: number };
    const decision = random.chance(0.6)
      ? { action: 'remove', keep: [survivor], reason: 'duplicate-exact', version }
      : { action: 'not_duplicates', version };
    const answer = await send('POST', `/duplicates/${cluster.id}/decisions`, json(decision), randomUUID());
    if (answer?.status === 201) {
      const { id } = answer.body as Decision;
      ledger.note({ is: 'decision', id, cluster: cluster.id });
      if (random.chance(0.25)) await undoOnce(id, cluster.id);
    } else if (answer === undefined) ledger.note({ is: 'unknown', cluster: cluster.id, what: 'decision' });
    else if (answer.status !== 409 && answer.status !== 404)
      surprises.push(`decision: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  };

  const undoOnce = async (id: string, cluster: string) => {
    const answer = await send('POST', `/decisions/${id}/undo`);
    if (answer?.status === 200) ledger.note({ is: 'undo', id });
    else if (answer === undefined) ledger.note({ is: 'unknown', cluster, what: 'undo' });
    else if (answer.status !== 409)
      surprises.push(`undo: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  };

  const loop = async (work: (random: Random) => Promise<void>, offset: number, pauseMs: number) => {
    const random = createRandom(seed * 101 + offset);
    while (!isStopping) {
      await work(random);
      await sleep(pauseMs);
    }
  };
  const loops = [loop(postOnce, 1, 20), loop(postOnce, 2, 60), loop(importOnce, 3, 400), loop(decideOnce, 4, 30)];
  return {
    ...{ surprises, statuses },
    async stop() {
      isStopping = true;
      await Promise.all(loops);
    },
  };
}
