import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { expect, it } from 'vitest';
import { startTestApp } from '../../support/app.ts';

it('imports what is put into the folder that the environment names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'watched-app-'));
  const test = await startTestApp('watched-app', { env: { WATCH_FOLDER: folder } });
  try {
    await writeFile(join(folder, 'good.csv'), 'text,product\nThe latch holds.,gate\n');
    await writeFile(join(folder, 'bad.csv'), 'colour\nred\n');
    const list = (sub: string) => readdir(join(folder, sub)).catch(() => []);
    await expect.poll(() => list('done'), { timeout: 25_000 }).toEqual(['good.csv']);
    await expect
      .poll(async () => (await list('failed')).sort(), { timeout: 25_000 })
      .toEqual(['bad.csv', 'bad.csv.reason.txt']);
    const { items } = (await request(test.app).get('/api/v1/imports')).body;
    expect(items).toMatchObject([{ filename: 'good.csv', state: 'done', counts: { stored: 1 } }]);
    expect((await request(test.app).get('/api/v1/pulls')).body.watchesFolder).toBe(true);
  } finally {
    await test.close();
    await rm(folder, { recursive: true });
  }
}, 60_000);
