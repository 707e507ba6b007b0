import { expect, it, vi } from 'vitest';
import { createRounds } from '../../server/rounds.ts';

const LONG = 60_000;

/** Rounds that answer these one after another, throw what is an error, and then find nothing. */
function roundsOf(...answers: (boolean | Error)[]) {
  const [round, onError, onEnd] = [vi.fn(), vi.fn(), vi.fn(async () => undefined)];
  for (const answer of answers) {
    round.mockImplementationOnce(async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
  }
  round.mockResolvedValue(false);
  return { ...createRounds({ round, pollMs: LONG, onError, onEnd }), round, onError, onEnd };
}

it('follow one another while there may be more, then wait', async () => {
  const rounds = roundsOf(true, true, false);
  rounds.start();
  rounds.start();
  await expect.poll(() => rounds.round.mock.calls.length).toBe(3);
  rounds.wake();
  await expect.poll(() => rounds.round.mock.calls.length).toBe(4);
  await rounds.stop();
  expect(rounds.round).toHaveBeenCalledTimes(4);
  expect(rounds.onEnd).toHaveBeenCalledTimes(1);
});

it('begin again at once when they are woken while one is being done', async () => {
  let end = () => {};
  const rounds = roundsOf();
  rounds.round.mockImplementationOnce(
    () =>
      new Promise<boolean>((resolve) => {
        end = () => resolve(false);
      }),
  );
  rounds.start();
  rounds.wake();
  end();
  await expect.poll(() => rounds.round.mock.calls.length).toBe(2);
  await rounds.stop();
});

it('tell of what broke off, and wait before they try again, whoever woke them', async () => {
  const broken = new Error('broken');
  const rounds = roundsOf(broken);
  rounds.start();
  rounds.wake();
  await expect.poll(() => rounds.onError.mock.calls).toEqual([[broken]]);
  await rounds.stop();
  expect(rounds.round).toHaveBeenCalledTimes(1);
});

it('are told by the signal to stop, say nothing of that, and are waited for', async () => {
  const rounds = roundsOf();
  rounds.round.mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        rounds.signal.addEventListener('abort', () => reject(rounds.signal.reason));
      }),
  );
  rounds.start();
  await rounds.stop();
  expect(rounds.onError).not.toHaveBeenCalled();
  expect(rounds.onEnd).toHaveBeenCalledTimes(1);
  rounds.start();
  expect(rounds.round).toHaveBeenCalledTimes(1);
});

it('that were never begun end nothing', async () => {
  const rounds = roundsOf();
  await rounds.stop();
  expect(rounds.onEnd).not.toHaveBeenCalled();
});
