import { expect, it } from 'vitest';
import { nameInReason } from '../../../client/state/name-in-reason.ts';
import { contextReasons } from '../../../server/duplicates/context-reasons.ts';

const review = { author: 'Ann', date: '2026-05-01', product: 'alder-one', source: 'own-shop', importId: null };
const other = { ...review, author: 'ann-marie', product: 'tarn-outdoor-2', source: 'play_store' };
const LONG = `tarn-${'x'.repeat(60)}`;

it.each([
  ['products', { ...review, product: 'tarn-outdoor-2' }, 'Of two products, “Alder One” and “Tarn Outdoor 2”.'],
  ['sources', { ...review, source: 'play_store' }, 'From two sources, “Own shop” and “Play store”.'],
  ['names of people as they are', other, 'Under two names, “Ann” and “ann-marie”.'],
  ['what was cut short', { ...review, product: LONG }, `Of two products, “Alder One” and “${LONG.slice(0, 40)} …”.`],
])('what the server tells of two reviews has %s', (_, b, wanted) => {
  expect(contextReasons(review, b).map(({ detail }) => nameInReason(detail))).toContain(wanted);
});

it('several sentences have each their names', () => {
  const why = contextReasons(review, other)
    .map(({ detail }) => detail)
    .join(' ');
  expect(nameInReason(why)).toBe(
    'Dated the same day. Under two names, “Ann” and “ann-marie”. Of two products, “Alder One” and “Tarn Outdoor 2”. From two sources, “Own shop” and “Play store”.',
  );
});
