import { describe, expect, it } from 'vitest';
import { ColumnSampler } from '../../../server/ingest/column-samples.ts';
import { suggestMap } from '../../../server/ingest/suggest-map.ts';
import { NOW } from './read-all.ts';

const sampled = (columns: readonly string[], rows: readonly (readonly string[])[]) => {
  const sampler = new ColumnSampler(columns, NOW);
  for (const cells of rows) sampler.add({ columns, cells });
  return sampler.columns;
};

const LONG = 'The picture is clear by day, and at night it still tells a cat from a fox.';

describe('suggestMap', () => {
  it.each<[what: string, columns: string[], rows: string[][], map: object]>([
    [
      'by names in another language',
      ['Artikel', 'Kundenname', 'Bewertung', 'Sterne', 'Datum', 'Preis'],
      [['solo', 'Ada P.', LONG, '4', '5.3.2024', '99']],
      { product: 'Artikel', author: 'Kundenname', text: 'Bewertung', rating: 'Sterne', date: 'Datum' },
    ],
    [
      'by values where names say nothing',
      ['c1', 'c2', 'c3', 'c4'],
      [
        ['17', LONG, '5', '2024-03-05'],
        ['18', `${LONG} ${LONG}`, '2', '2024-03-06'],
      ],
      { text: 'c2', rating: 'c3', date: 'c4' },
    ],
    [
      'with the longer of two texts',
      ['Reviewer Comment', 'Store Comment', 'Score'],
      [[LONG, 'Thanks!', '3']],
      { text: 'Reviewer Comment', rating: 'Score' },
    ],
    [
      'without taking counts for ratings',
      ['Opinion', 'Helpful Count', 'Quantity'],
      [[LONG, '2', '1']],
      { text: 'Opinion' },
    ],
    ['not at all where nothing is a text', ['colour', 'size'], [['red', '3']], {}],
    ['not at all without columns', [], [], {}],
  ])('%s', (_what, columns, rows, map) => expect(suggestMap(sampled(columns, rows))).toEqual(map));
});

describe('ColumnSampler', () => {
  it('shows up to three different values, cut, and counts the orders of dates', () => {
    const rows = ['05/03/2024', '05/03/2024', '', '25/12/2023', '12/25/2023', '06/03/2024', 'x'.repeat(500)];
    const [column] = sampled(
      ['Date'],
      rows.map((cell) => [cell]),
    );
    expect(column).toMatchObject({
      samples: ['05/03/2024', '25/12/2023', '12/25/2023'],
      orders: { ambiguous: 3, dayFirst: 1, monthFirst: 1 },
    });
    expect(sampled(['a'], [['x'.repeat(500)]])[0]!.samples[0]).toHaveLength(120);
  });

  it('finds the columns of rows with other keys by name', () => {
    const sampler = new ColumnSampler(['a', 'b'], NOW);
    sampler.add({ columns: ['b'], cells: ['1'] });
    sampler.add({ columns: ['c', 'a'], cells: ['2', '3'] });
    expect(sampler.columns.map(({ samples }) => samples)).toEqual([['3'], ['1']]);
  });
});
