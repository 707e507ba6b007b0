import { Piscina } from 'piscina';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEach } from '../../../server/analysis/run-each.ts';
import type { WorkerPool } from '../../../server/analysis/worker-pool.ts';
import { AppError } from '../../../server/errors.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { importsOf } from '../ingest/api-imports.ts';

describe('runEach', () => {
  const runs: number[] = [];
  const run = async (items: readonly number[]) => {
    runs.push(items.length);
    if (items.some((item) => item % 10 === 7)) throw new Error('broken');
    return items.map(String);
  };

  it('answers in order, with a stand-in for each item that breaks it', async () => {
    const items = Array.from({ length: 20 }, (_, n) => n);
    const wanted = items.map((n) => (n % 10 === 7 ? `no ${n}` : String(n)));
    expect(await runEach(items, run, (n) => `no ${n}`)).toEqual(wanted);
    expect(runs.length).toBeLessThan(20);
  });

  it('passes on what is no fault of an item', async () => {
    const busy = async (): Promise<string[]> => {
      throw new AppError('overloaded', 503, 'Busy.');
    };
    await expect(runEach([1, 2], busy, () => 'instead')).rejects.toMatchObject({ code: 'overloaded' });
  });
});

describe('a text that takes its worker thread with it', { timeout: 60_000 }, () => {
  let app: TestApp;
  beforeAll(async () => {
    const pool = new Piscina({ filename: new URL('./breaking-worker.mjs', import.meta.url).href, maxThreads: 2 });
    const workers: WorkerPool = {
      run: (_file, name, task) => pool.run(task, { name }),
      use: () => ({ waiting: 0, threads: 2, share: 0 }),
      close: () => pool.destroy(),
    };
    app = await startTestApp('breaking', { workers });
  });
  afterAll(() => app.close());

  it('is stored, held and marked as not analysed; the others of its file are tagged and the import ends', async () => {
    const rows = Array.from({ length: 30 }, (_, n) =>
      JSON.stringify({ id: `r${n}`, text: `${n === 11 || n === 23 ? 'KILLER' : 'Sharp'} ${'x'.repeat(n)}` }),
    );
    const view = await importsOf(() => app.url).importAll(rows.join('\n'));
    expect(view).toMatchObject({ state: 'done', counts: { received: 30, stored: 30 } });
    const list = async (status: string) => {
      const answer = await fetch(`${app.url}/api/v1/reviews?status=${status}&limit=100`);
      return (
        (await answer.json()) as { items: { externalId: string; features: object; flags: { detail: string }[] }[] }
      ).items;
    };
    const held = await list('pending');
    expect(held.map(({ externalId }) => externalId).sort()).toEqual(['r11', 'r23']);
    for (const review of held) {
      expect(review.features).toEqual({});
      expect(review.flags.map(({ detail }) => detail).join()).toContain('is not tagged');
    }
    expect(await list('published')).toHaveLength(28);
  });
});
