import { describe, expect, it } from 'vitest';
import type { ImportCounts, Reject } from '../../../server/contract/imports.ts';
import type { ReviewInput } from '../../../server/contract/reviews.ts';
import { type ImportProgress, type RunImport, runImport } from '../../../server/ingest/run-import.ts';
import type { Intake, IntakeResult } from '../../../server/reviews/intake.ts';
import type { Occurrences } from '../../../server/reviews/occurrences.ts';
import { inChunks, NOW } from './read-all.ts';

const options = { product: 'cam', now: () => NOW };

/** An intake that says of each review what its text asks for: `created`, `exact`, `near`, `updated`, `unchanged`. */
const answer = ({ text }: ReviewInput): IntakeResult => {
  const word = text.split(' ')[0]!;
  const result = word === 'updated' || word === 'unchanged' ? word : 'created';
  const copy = word === 'exact' || word === 'near' || word === 'paraphrase' ? word : null;
  return { result, review: {} as never, duplicates: [], copy };
};

const run = async (file: string, more: Partial<RunImport> = {}) => {
  const batches: number[] = [];
  const rejects: Reject[] = [];
  const steps: ImportProgress[] = [];
  const maps = new Set<Occurrences>();
  const intake: Intake = async (reviews, { occurrences }) => {
    batches.push(reviews.length);
    maps.add(occurrences);
    return reviews.map(answer);
  };
  const done = runImport({
    chunks: inChunks(file, 1000),
    options,
    intake,
    onProgress: (step) => void steps.push(step),
    saveRejects: async (seq, some) => {
      expect(seq).toBe(rejects.length);
      rejects.push(...some.map(({ reject }) => reject));
    },
    ...more,
  });
  const ended = await done.catch((error: unknown) => error);
  return { ended, counts: (ended as ImportProgress).counts, batches, rejects, steps, maps };
};

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

describe('runImport', () => {
  it('counts what became of every row', async () => {
    const words = ['created', 'exact', 'exact', 'near', 'paraphrase', 'updated', 'unchanged', ''];
    const { counts, rejects } = await run(words.map((text) => JSON.stringify({ text })).join('\n'));
    expect(counts).toEqual({
      ...{ received: 8, stored: 5, updated: 1, unchanged: 1, rejected: 1, notReviews: 0 },
      ...{ exactDuplicates: 2, nearDuplicates: 1 },
    } satisfies ImportCounts);
    expect(rejects).toMatchObject([{ code: 'text-missing', line: 8 }]);
  });

  it('sends batches of up to 500 items with one map of occurrences, and reports each', async () => {
    const file = rows(1200, (index) => (index % 3 === 0 ? '{}' : JSON.stringify({ text: `created ${index}` })));
    const { counts, batches, rejects, steps, maps } = await run(file);
    expect(counts).toMatchObject({ received: 1200, stored: 800, rejected: 400 });
    expect(batches).toEqual([333, 333, 134]);
    expect(rejects.map((reject) => reject.line)).toEqual(Array.from({ length: 400 }, (_, index) => index * 3 + 1));
    expect(steps.map((step) => step.counts.received)).toEqual([500, 1000, 1200]);
    expect(maps.size).toBe(1);
    expect(steps.at(-1)).toMatchObject({ format: 'ndjson', bytesRead: file.length });
  });

  it('sends long texts in smaller batches', async () => {
    const { batches } = await run(rows(100, () => JSON.stringify({ text: 'y'.repeat(99_000) })));
    expect(Math.max(...batches)).toBeLessThan(50);
  });

  it('counts the other passages of a page apart', async () => {
    const page = 'Refund policy\nYou may return the camera within 30 days of receipt in its original packaging.';
    const { counts, rejects } = await run(page);
    expect(counts.received).toBe(0);
    expect(counts.notReviews).toBe(rejects.length);
    expect(rejects[0]).toMatchObject({ kind: 'passage', code: 'not-a-review' });
  });

  it('fails with the intake, with what was stored before reported', async () => {
    let calls = 0;
    const intake: Intake = async (reviews) => {
      calls += 1;
      if (calls === 2) throw new Error('no disk');
      return reviews.map(answer);
    };
    const { ended, steps } = await run(
      rows(1200, (index) => JSON.stringify({ text: `created ${index}` })),
      { intake },
    );
    expect(ended).toEqual(new Error('no disk'));
    expect(steps.map((step) => step.counts.stored)).toEqual([500]);
    expect(calls).toBe(2);
  });

  it('stops between batches when it is told to', async () => {
    const stop = new AbortController();
    const { ended, steps } = await run(
      rows(3000, (index) => JSON.stringify({ text: `created ${index}` })),
      {
        signal: stop.signal,
        onProgress: () => stop.abort(new Error('stopped')),
      },
    );
    expect(ended).toEqual(new Error('stopped'));
    expect(steps).toEqual([]);
  });

  it('refuses a file before anything is taken in', async () => {
    const { ended, batches } = await run('colour,size\nred,3\n');
    expect(ended).toMatchObject({ code: 'unknown-header' });
    expect(batches).toEqual([]);
  });
});
