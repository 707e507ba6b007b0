import { expect, it } from 'vitest';
import { createRateMeter } from '../../../server/ingest/import-rate.ts';

it.each<[what: string, samples: [at: number, reviews: number, share: number | null][], wanted: object]>([
  ['nothing after one sample', [[0, 500, 0.1]], { rate: null, secondsLeft: null }],
  [
    'the pace between two',
    [
      [0, 500, 0.1],
      [1000, 1000, 0.2],
    ],
    { rate: 500, secondsLeft: 8 },
  ],
  [
    'only the last seconds',
    [
      [0, 0, 0],
      [60_000, 500, 0.01],
      [62_000, 2500, 0.5],
      [64_000, 4500, 0.75],
    ],
    { rate: 1000, secondsLeft: 2 },
  ],
  [
    'no time where the whole is not known',
    [
      [0, 0, null],
      [500, 500, null],
    ],
    { rate: 1000, secondsLeft: null },
  ],
  [
    'no time where nothing moves',
    [
      [0, 0, 0.4],
      [500, 500, 0.4],
    ],
    { rate: 1000, secondsLeft: null },
  ],
  [
    'nothing left at the end',
    [
      [0, 0, 0],
      [500, 500, 1],
    ],
    { rate: 1000, secondsLeft: 0 },
  ],
])('tells %s', (_what, samples, wanted) => {
  const measure = createRateMeter();
  expect(samples.map(([at, reviews, share]) => measure({ at, reviews, share })).at(-1)).toEqual(wanted);
});
