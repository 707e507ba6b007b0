import { expect, it } from 'vitest';
import { createWorkRate } from '../../../server/http/work-rate.ts';

/** A rate with a clock of its own, and work that takes as long as it is told. */
function setUp(guess: number) {
  let now = 0;
  const rate = createWorkRate(guess, () => now);
  const work = (amount: number, ms: number) =>
    rate.measure(async () => {
      now += ms;
    }, amount);
  const idle = (ms: number) => {
    now += ms;
  };
  return { rate, work, idle };
}

it('is the guess until a second of work has been seen', async () => {
  const { rate, work } = setUp(500);
  await work(10, 999);
  expect(rate.perSecond()).toBe(500);
});

it('follows what is done, half of the way at each sample', async () => {
  const { rate, work } = setUp(500);
  await work(100, 1000);
  expect(rate.perSecond()).toBe(300);
  await work(100, 1000);
  expect(rate.perSecond()).toBe(200);
});

it('does not count the time without work', async () => {
  const { rate, work, idle } = setUp(100);
  for (let n = 0; n < 10; n += 1) {
    await work(10, 100);
    idle(60_000);
  }
  expect(rate.perSecond()).toBe(100);
});

it('counts what is done side by side once by time', async () => {
  let now = 0;
  const rate = createWorkRate(0, () => now);
  let finish = () => {};
  const together = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const all = Array.from({ length: 4 }, () => rate.measure(() => together, 50));
  now = 1000;
  finish();
  await Promise.all(all);
  expect(rate.perSecond()).toBe(25);
});

it('does not take failures for speed', async () => {
  const { rate, work, idle } = setUp(80);
  const failing = rate.measure(async () => {
    idle(2000);
    throw new Error('refused');
  }, 1000);
  await expect(failing).rejects.toThrow('refused');
  expect(rate.perSecond()).toBe(80);
  await work(0, 0);
});
