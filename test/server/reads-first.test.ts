import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createReadsFirst } from '../../server/reads-first.ts';

/** Whether `clear` has answered, asked once everything that can happen by itself has. */
async function isClear(reads: ReturnType<typeof createReadsFirst>): Promise<() => Promise<boolean>> {
  let isDone = false;
  const clearing = reads.clear().then(() => {
    isDone = true;
  });
  void clearing;
  return async () => {
    await sleep(0);
    return isDone;
  };
}

/** A request that is carried out until `end`. */
function begin(reads: ReturnType<typeof createReadsFirst>) {
  let end = () => {};
  const work = reads.during(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  return { work, end: () => end() };
}

describe('reads go before the intake', () => {
  it('which waits for nobody where nobody reads', async () => {
    expect(await (await isClear(createReadsFirst()))()).toBe(true);
  });

  it('which goes on once the last of them is answered', async () => {
    const reads = createReadsFirst();
    const [first, second] = [begin(reads), begin(reads)];
    const asked = await isClear(reads);
    first.end();
    await first.work;
    expect(await asked()).toBe(false);
    second.end();
    await second.work;
    expect(await asked()).toBe(true);
  });

  it('also where a read fails', async () => {
    const reads = createReadsFirst();
    const failing = reads.during(async () => {
      await sleep(20);
      throw new Error('no');
    });
    const asked = await isClear(reads);
    await expect(failing).rejects.toThrow('no');
    expect(await asked()).toBe(true);
  });

  it('which never stands, however many come', async () => {
    const reads = createReadsFirst();
    const held = begin(reads);
    await reads.clear();
    held.end();
    await held.work;
  });

  it('which does not wait for what streams', async () => {
    let now = 0;
    const reads = createReadsFirst(() => now);
    const stream = begin(reads);
    now = 1000;
    expect(await (await isClear(reads))()).toBe(true);
    const page = begin(reads);
    const asked = await isClear(reads);
    expect(await asked()).toBe(false);
    page.end();
    await page.work;
    expect(await asked()).toBe(true);
    stream.end();
    await stream.work;
  });
});
