import type { Changes, Comparison, DriverSide, Drivers, FeatureMap } from '../contract/insights.ts';
import type { Estimate } from '../contract/primitives.ts';
import type { Summary } from '../contract/summary.ts';
import { effectColumns, featureColumns } from './csv-rows.ts';

const bounds = (name: string, estimate: Estimate | null) => ({
  [name]: estimate?.value,
  [`${name}_low`]: estimate?.low,
  [`${name}_high`]: estimate?.high,
});

export const changes = (answer: Changes) =>
  answer.rows.map(({ metric, product, feature, label, before, after, difference, ...row }) => ({
    ...{ metric, product, feature, label },
    before: before.value,
    before_n: before.n,
    after: after.value,
    after_n: after.n,
    ...bounds('difference', difference),
    p: row.p,
    adjusted_p: row.adjusted,
    clear: row.isClear,
    too_few: row.tooFew,
    score: row.score,
    sentence: row.sentence,
  }));

const sideColumns = (name: string, side: DriverSide) => ({
  [`${name}_n`]: side.n,
  ...bounds(`${name}_share`, side.share),
  [`${name}_average`]: side.average,
  ...bounds(`${name}_change`, side.change),
  [`${name}_too_few`]: side.tooFew,
  ...(side.effect
    ? {
        [`${name}_n_once`]: side.effect.once.n,
        [`${name}_change_once`]: side.effect.once.change,
        [`${name}_n_all`]: side.effect.all.n,
        [`${name}_change_all`]: side.effect.all.change,
      }
    : {}),
});

export const drivers = (answer: Drivers) =>
  answer.rows.map(({ feature, label, blamed, praised }) => ({
    ...{ feature, label },
    ...sideColumns('blamed', blamed),
    ...sideColumns('praised', praised),
  }));

export const map = (answer: FeatureMap) =>
  answer.rows.map((row) => ({
    ...featureColumns(row),
    ...bounds('share', row.share),
    quadrant: row.quadrant,
    too_few: row.tooFew,
    ...effectColumns(row.effect),
    ...(row.effect ? { share_once: row.effect.once.share, share_all: row.effect.all.share } : {}),
  }));

/** One row a feature and column. */
export const compare = (answer: Comparison) =>
  answer.rows.flatMap(({ feature, label, cells, differences }) =>
    cells.map((cell, index) => {
      const column = answer.columns[index];
      const againstFirst = differences.find(({ a, b }) => a === 0 && b === index);
      const { tooFew, effect, ...counts } = cell;
      return {
        product: column?.product,
        from: column?.days.from,
        to: column?.days.to,
        ...featureColumns({ feature, label, ...counts }),
        too_few: tooFew,
        ...effectColumns(effect),
        ...bounds('difference_from_first', againstFirst?.difference ?? null),
      };
    }),
  );

export const summary = (answer: Summary) =>
  (['strengths', 'weaknesses'] as const).flatMap((kind) =>
    answer[kind].map(({ sentence, ...row }) => ({
      kind: kind === 'strengths' ? 'strength' : 'weakness',
      ...featureColumns(row),
      review: sentence?.review,
      sentence: sentence?.text,
    })),
  );
