import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pythonWithDatasketch } from './datasketch.ts';
import { createSyntheticReviews, type SyntheticReview } from './synthetic-reviews.ts';

const ROUNDS = 3;
/** Reviews that are searched for rewordings too, which takes far longer; none is planted. */
const REWORDED = 5_000;
/** The bars: so many times the reviews a second of datasketch, at most this share of its memory. */
const TIMES_DATASKETCH = 10;
const SHARE_OF_MEMORY = 0.25;

const run = promisify(execFile);
const FINDER = fileURLToPath(new URL('./find-copies.mjs', import.meta.url));
const DATASKETCH = fileURLToPath(new URL('./find-copies.py', import.meta.url));
const median = (values: readonly number[]) => [...values].sort((x, y) => x - y)[values.length >> 1] as number;
const whole = (value: number) => Math.round(value).toLocaleString('en');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Runs a program that prints what it measured. */
async function measure<Answer>(program: string, args: readonly string[]): Promise<Answer> {
  const { stdout } = await run(program, args);
  return JSON.parse(stdout) as Answer;
}

interface Score {
  pairs: number;
  precision: number;
  recall: number;
  f1: number;
}

/** A pair is right when both come from the same original; a planted copy is found when a right pair names it. */
async function score(path: string, reviews: readonly SyntheticReview[]): Promise<Score> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  const origin = (n: number) => reviews[n]?.of ?? n;
  const found = new Set<number>();
  let right = 0;
  for (const line of lines) {
    const [a = 0, b = 0] = line.split(' ').map(Number);
    if (origin(a) !== origin(b)) continue;
    right += 1;
    found.add(a).add(b);
  }
  const planted = reviews.flatMap(({ of }, n) => (of === undefined ? [] : [n]));
  const precision = right / Math.max(1, lines.length);
  const recall = planted.filter((n) => found.has(n)).length / Math.max(1, planted.length);
  return { pairs: lines.length, precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

const tell = ({ pairs, precision, recall, f1 }: Score) =>
  `P ${precision.toFixed(4)}, R ${recall.toFixed(4)}, F1 ${f1.toFixed(4)} (${whole(pairs)} pairs)`;

interface Measured {
  /** Reviews a second, with nothing left out. */
  perSecond: number;
  score: Score;
  /** Bytes of the index. */
  held: number;
}

async function writeTexts(path: string, reviews: readonly SyntheticReview[]): Promise<void> {
  await writeFile(path, reviews.map(({ text }) => JSON.stringify(text)).join('\n'));
}

const finder = (...args: string[]) => ['--expose-gc', FINDER, ...args];

async function measureOurs(
  dir: string,
  reviews: readonly SyntheticReview[],
  print: (line: string) => void,
): Promise<Measured> {
  const [texts, pairs] = [join(dir, 'texts'), join(dir, 'pairs')];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { seconds } = await measure<{ seconds: number }>(process.execPath, finder(texts, 'copies', pairs));
    rates.push(reviews.length / seconds);
  }
  const { tables, held } = await measure<{ tables: number; held: number }>(process.execPath, finder(texts, 'memory'));
  const scored = await score(pairs, reviews);
  print(
    `Reviewfinder, exact and near: ${whole(median(rates))} reviews/s (median of ${ROUNDS} processes); ${tell(scored)}; index ${megabytes(held)} on and beside the heap, ${megabytes(tables)} of it tables`,
  );
  return { perSecond: median(rates), score: scored, held };
}

async function measureReworded(
  dir: string,
  reviews: readonly SyntheticReview[],
  print: (line: string) => void,
): Promise<void> {
  const [texts, pairs] = [join(dir, 'fewer-texts'), join(dir, 'pairs')];
  await writeTexts(texts, reviews);
  const { seconds } = await measure<{ seconds: number }>(process.execPath, finder(texts, 'paraphrases', pairs));
  print(
    `Reviewfinder, rewordings included, ${whole(reviews.length)} reviews: ${whole(reviews.length / seconds)} reviews/s; ${tell(await score(pairs, reviews))}`,
  );
}

async function measureTheirs(
  dir: string,
  reviews: readonly SyntheticReview[],
  print: (line: string) => void,
): Promise<Measured | undefined> {
  let python: string;
  try {
    python = await pythonWithDatasketch();
  } catch (error) {
    print(`datasketch: left out, Python or the package is missing (${(error as Error).message.trim().split('\n')[0]})`);
    return undefined;
  }
  const [texts, candidates, pairs] = ['texts', 'candidates', 'pairs'].map((file) => join(dir, file));
  const { seconds, checking, held, bands } = await measure<{
    seconds: number;
    checking: number;
    held: number;
    bands: [number, number];
  }>(python, [DATASKETCH, texts!, candidates!, pairs!]);
  const scored = await score(pairs!, reviews);
  const unchecked = reviews.length / (seconds - checking);
  const perSecond = reviews.length / seconds;
  print(
    `datasketch, ${bands[0]} bands of ${bands[1]}, candidates only: ${whole(unchecked)} reviews/s; ${tell(await score(candidates!, reviews))}; index ${megabytes(held)} resident`,
  );
  print(`datasketch, candidates checked: ${whole(perSecond)} reviews/s; ${tell(scored)}`);
  return { perSecond: unchecked, score: scored, held };
}

/**
 * The duplicate finder alone, built, against datasketch on the same texts with the same planted copies: each in a
 * process of its own, one after the other. Speed is held against datasketch without its check, F1 with it.
 */
export async function benchCopies(print: (line: string) => void, count = 100_000): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  try {
    const { review } = createSyntheticReviews();
    const reviews = Array.from({ length: count }, (_, n) => review(n));
    await writeTexts(join(dir, 'texts'), reviews);
    const mean = reviews.reduce((sum, { text }) => sum + text.length, 0) / count;
    const planted = reviews.filter(({ of }) => of !== undefined).length;
    print(
      `copies: ${whole(count)} reviews of ${mean.toFixed(0)} characters, ${whole(planted)} edited copies among them`,
    );
    const ours = await measureOurs(dir, reviews, print);
    await measureReworded(dir, reviews.slice(0, REWORDED), print);
    const theirs = await measureTheirs(dir, reviews, print);
    if (!theirs) return;
    print(
      `Reviewfinder to datasketch: ${(ours.perSecond / theirs.perSecond).toFixed(1)} times the reviews/s (bar: ${TIMES_DATASKETCH}), F1 ${ours.score.f1.toFixed(3)} to ${theirs.score.f1.toFixed(3)}, ${(ours.held / theirs.held).toFixed(3)} of the memory (bar: ${SHARE_OF_MEMORY})`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
