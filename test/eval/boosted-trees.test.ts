import { describe, expect, it } from 'vitest';
import { scoreMeasures } from '../../nlp/duplicates/paraphrase/judge-statements.ts';
import { boostTrees } from './boosted-trees.ts';
import { seeded } from './edited-copies.ts';

const OPTIONS = { trees: 60, leaves: 6, rate: 0.1, leastRows: 10, pull: 1 };

const flat = ({ base, trees }: ReturnType<typeof boostTrees>) => ({
  base,
  trees: trees.map((nodes) =>
    nodes.flatMap(({ feature, at, left, right, value }) => [feature, at, left, right, value]),
  ),
});

describe('boostTrees', () => {
  const random = seeded(11);
  const rows = Array.from({ length: 2000 }, () => [random(), random(), random()]);

  it('learns what two measures together tell', () => {
    const labels = rows.map(([x, y]) => x! > 0.5 && y! > 0.3);
    const weights = flat(boostTrees(rows, labels, { ...OPTIONS, ways: [0, 0, 0] }));
    const right = rows.filter((row, i) => scoreMeasures(row, weights) > 0 === labels[i]).length;
    expect(right / rows.length).toBeGreaterThan(0.98);
  });

  it('never lets a measure count against its way', () => {
    const labels = rows.map(([x]) => Math.abs(x! - 0.5) < 0.25);
    const weights = flat(boostTrees(rows, labels, { ...OPTIONS, ways: [1, -1, 0] }));
    const at = (x: number, y: number) => scoreMeasures([x, y, 0.5], weights);
    for (let step = 0; step < 20; step += 1) {
      expect(at((step + 1) / 20, 0.4)).toBeGreaterThanOrEqual(at(step / 20, 0.4));
      expect(at(0.4, (step + 1) / 20)).toBeLessThanOrEqual(at(0.4, step / 20));
    }
  });
});
