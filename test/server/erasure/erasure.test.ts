import { gunzipSync } from 'node:zlib';
import mongoose, { type Connection } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { runCli } from '../../support/run-cli.ts';

const NAME = 'Perpetua Quill';
const EMAIL = 'perpetua.quill@example.com';
const LONG = 'The doorbell rings on both phones and the evening picture of our driveway is sharp and bright';

let test: TestApp;
let connection: Connection;
beforeAll(async () => {
  test = await startTestApp('erasure');
  connection = await mongoose.createConnection(test.uri).asPromise();
});
afterAll(async () => {
  await connection.close();
  await test.close();
});

const send = async (method: 'get' | 'post' | 'put' | 'patch', path: string, body?: object) =>
  (await request(test.app)[method](`/api/v1${path}`).send(body)).body;
const finished = async (path: string, isDone: (state: string) => boolean) => {
  for (;;) {
    const answer = await send('get', path);
    if (isDone(answer.state)) return answer;
    await new Promise((go) => setTimeout(go, 100));
  }
};

/** All that is stored, as one string a collection. */
async function everything(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const db = connection.db!;
  for (const { name } of await db.listCollections().toArray()) {
    const rows = await db.collection(name).find({}).toArray();
    const bytes = rows.flatMap(({ body, data, isPacked }) => {
      const buffer = body?.buffer ?? data?.buffer;
      return buffer ? [(isPacked ? gunzipSync(Buffer.from(buffer)) : Buffer.from(buffer)).toString('utf8')] : [];
    });
    found.set(name, [JSON.stringify(rows), ...bytes].join('\n').toLowerCase());
  }
  return found;
}
const holders = async (...words: string[]) =>
  [...(await everything())]
    .filter(([, text]) => words.some((word) => text.includes(word.toLowerCase())))
    .map(([name]) => name);

async function importFile(csv: string, query: string) {
  const { body } = await request(test.app).post(`/api/v1/imports?${query}`).set('Content-Type', 'text/csv').send(csv);
  return finished(`/imports/${body.id}`, (state) => ['done', 'failed'].includes(state));
}

/** A person who has left traces wherever the app keeps words. */
async function leaveTraces() {
  const post = (externalId: string, review: object) =>
    send('post', '/reviews', { source: 's', product: 'cam', externalId, rating: 5, date: '2026-03-01', ...review });
  const own = await post('own', { author: NAME, text: `${LONG}.` });
  const copy = await post('copy', { author: 'Someone', text: `${LONG}!` });
  await post('mail', { author: 'Other', text: `Night vision is great. Write to ${EMAIL.toUpperCase()}` });
  await post('edited', { author: 'Third', text: `Asked ${EMAIL} for help` });
  await post('edited', { author: 'Third', text: 'Asked for help, and the app works well' });
  await request(test.app)
    .post('/api/v1/reviews')
    .set('Idempotency-Key', 'quill')
    .send({ source: 's', product: 'cam', externalId: 'key', author: NAME, text: 'Battery lasts long' });
  const held = await post('held', { author: 'Fourth', text: 'My card 4111 1111 1111 1111 was charged' });
  await send('post', `/moderation/held/${held.id}/decisions`, {
    ...{ action: 'publish', note: `asked by ${NAME}`, version: held.version },
  });
  const cluster = await send('get', `/duplicates/${copy.duplicates[0].cluster}`);
  await send('post', `/duplicates/${cluster.id}/decisions`, {
    ...{
      action: 'remove',
      keep: [own.id],
      reason: 'duplicate-near',
      note: `kept that of ${NAME}`,
      version: cluster.version,
    },
  });
  const rows = `text,author,rating,date\n"Good picture, says ${NAME}",Fifth,9,2026-01-01\n`;
  await importFile(rows, 'product=cam&source=file');
  await importFile(
    `text,author,rating,date\nSharp picture and easy app,${NAME},5,2026-01-02\n`,
    'product=cam&source=file',
  );
  // The file of a dry run is kept for a day.
  await importFile(`text,author\nWide view of the yard,${NAME}\n`, 'product=cam&source=file&dryRun=true');
  return { own, copy };
}

describe('erasing a person', () => {
  it('tells what it would touch, then leaves no trace in any collection', async () => {
    const { own, copy } = await leaveTraces();
    const before = await holders(NAME, EMAIL);
    for (const name of [
      'reviews',
      'review_events',
      'rejects',
      'decisions',
      'held_decisions',
      'decision_log',
      'clusters',
      'uploads.chunks',
    ])
      expect(before).toContain(name);

    const dry = await send('post', '/erasure', { author: NAME.toLowerCase(), email: EMAIL, dryRun: true });
    expect(dry).toMatchObject({ id: null, state: 'done', dryRun: true, reviews: 4 });
    expect(await holders(NAME, EMAIL)).toEqual(before);

    const started = await send('post', '/erasure', { author: NAME.toLowerCase(), email: EMAIL });
    const done = await finished(`/erasure/${started.id}`, (state) => state === 'done');
    expect(done.reviews).toBe(4);
    expect(await holders(NAME, EMAIL)).toEqual([]);

    expect(await send('get', `/reviews/${own.id}`)).toMatchObject({
      ...{
        text: '',
        author: null,
        features: {},
        mentions: [],
        status: 'removed',
        statusReason: 'erased',
        countedOnce: false,
      },
    });
    expect((await send('get', `/reviews/${copy.id}`)).text).toBe(`${LONG}!`);
    expect(await test.core.rollups.verify()).toEqual([]);
    expect((await test.core.services.decisionLog.verify(undefined)).break).toBeNull();
  });

  it('stays so: the reviews do not come in again, cannot be changed, and another run finds nothing', async () => {
    const again = { source: 's', product: 'cam', externalId: 'own', author: NAME, text: `${LONG}.` };
    const posted = await send('post', '/reviews', again);
    expect(posted).toMatchObject({ result: 'unchanged', text: '', author: null });
    const answer = await request(test.app)
      .patch(`/api/v1/reviews/${posted.id}`)
      .send({ version: posted.version, status: 'published' });
    expect(answer.status).toBe(409);
    expect(await holders(NAME)).toEqual([]);
    const dry = await send('post', '/erasure', { author: NAME, email: EMAIL, dryRun: true });
    expect(dry).toMatchObject({ reviews: 0, touched: [] });
  });

  it('takes single reviews, from the command line too', async () => {
    const text = 'A sentence that nobody else has written about a lamp';
    const review = await send('post', '/reviews', { source: 's', externalId: 'single', product: 'cam', text });
    const env = { MONGODB_URI: test.uri };
    const counted = await runCli(['erase', '--review', review.id, '--dry-run'], { env });
    expect(JSON.parse(counted.stdout)).toMatchObject({ dryRun: true, reviews: 1 });
    const run = await runCli(['erase', '--review', review.id], { env });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ state: 'done', reviews: 1 });
    expect(await holders(text)).toEqual([]);
    expect((await runCli(['erase'], { env })).code).toBe(2);
  });

  it('takes no address that mail cannot carry', async () => {
    const email = `${'a'.repeat(65)}@shop.example`;
    const answer = await request(test.app).post('/api/v1/erasure').send({ email, dryRun: true });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/email']);
  });

  it('leaves others with the same text to be found by their copies', async () => {
    const text = 'Seven magpies nest behind the carport and the little lamp of this one has never bothered any of them';
    const post = (externalId: string, words: string) =>
      send('post', '/reviews', { source: 's', product: 'cam', externalId, author: externalId, text: words });
    const [first, second] = [await post('magpie', text), await post('heron', text)];
    const { id } = await send('post', '/erasure', { reviewIds: [first.id] });
    await finished(`/erasure/${id}`, (state) => state === 'done');
    const third = await post('stork', `${text} so far.`);
    expect(third.duplicates).toMatchObject([{ id: second.id, kind: 'near' }]);
  });

  it('needs somebody', async () => {
    expect((await request(test.app).post('/api/v1/erasure').send({ dryRun: true })).status).toBe(422);
  });
});
