import { describe, expect, it } from 'vitest';
import { compare } from '../../../nlp/compare.ts';

const OWL = 'An owl sat on the gate post at three in the morning and the floodlight caught every feather of it.';
const RUST = 'The screws that came with it were rusty after one week of drizzle.';
const HOTLINE = 'Somebody on the hotline read me the manual aloud until I gave up.';
const BOAT = 'Mine watches a rowing boat under the willow.';
const GRAN = 'Gran calls it the robin because of its red dot.';
const LADDER = 'You want a second person to steady the ladder.';

const FERRY = 'It sees the ferry from the attic.';
const RESIN = 'I glued the bracket with resin.';

const kindOf = (a: string[], b: string[]): string | undefined => {
  const [left, right] = [a.join(' '), b.join(' ')];
  const there = compare({ text: left }, { text: right })?.kind;
  expect(compare({ text: right }, { text: left })?.kind).toBe(there);
  return there;
};

describe('judgePair', () => {
  it.each([
    ['one at either end', [RUST, BOAT, OWL], [OWL, GRAN, LADDER]],
    ['one amid others', [RUST, OWL, BOAT], [GRAN, OWL, LADDER]],
    ['one first in both', [OWL, HOTLINE], [OWL, GRAN, LADDER]],
    ['one last in both', [RUST, BOAT, OWL], [GRAN, LADDER, OWL]],
    ['one between others and alone', [RUST, OWL, BOAT], [HOTLINE, OWL]],
    ['one beside others that have a small word in common', [OWL, RESIN], [FERRY, OWL, LADDER]],
    ['two apart', [OWL, HOTLINE, RUST], [GRAN, OWL, LADDER, RUST, BOAT]],
  ])('takes two reviews that share whole sentences, and tell other things, for two: %s', (_, a, b) => {
    expect(kindOf(a, b)).toBeUndefined();
  });

  it.each([
    ['cut at the end', [OWL, RUST, HOTLINE, BOAT], [OWL, RUST, HOTLINE]],
    ['cut at the beginning', [BOAT, OWL, RUST, HOTLINE], [OWL, RUST, HOTLINE]],
    ['extended at both ends', [OWL, RUST, HOTLINE], [GRAN, OWL, RUST, HOTLINE, BOAT]],
    ['extended in the middle', [OWL, RUST, HOTLINE], [OWL, GRAN, BOAT, RUST, HOTLINE]],
    ['cut at one end, extended at the other', [OWL, HOTLINE, RUST], [LADDER, BOAT, OWL, HOTLINE]],
    ['moved about', [OWL, RUST, HOTLINE, BOAT], [HOTLINE, BOAT, OWL, RUST]],
    ['moved about and cut', [OWL, RUST, HOTLINE, BOAT], [HOTLINE, OWL, RUST]],
    [
      'words changed all over',
      [OWL, RUST, HOTLINE],
      [
        OWL.replace('owl', 'stork').replace('three', 'five').replace('feather', 'twig'),
        RUST.replace('screws', 'bolts').replace('drizzle', 'sleet'),
        HOTLINE.replace('manual', 'leaflet').replace('aloud', 'slowly'),
      ],
    ],
  ])('takes an edited copy for one: %s', (_, a, b) => {
    expect(kindOf(a, b)).toBe('near');
  });

  const delivered = ({ day = '4th', days = '9', place = 'driveway' }) => [
    `Ordered on the ${day} and it arrived after ${days} days, packed well.`,
    `The camera covers the whole ${place} and the picture stays sharp, the app was quick to pair,`,
    'and I recommend it to everyone on our street.',
  ];
  it.each([
    ['two numbers of two', { day: '17th', days: '3' }, undefined],
    ['two numbers of two, and the place', { day: '17th', days: '3', place: 'garden' }, undefined],
    ['one number of two', { days: '3' }, 'near'],
    ['the place', { place: 'garden' }, 'near'],
  ])('takes a template filled with other facts for another review: %s → %s', (_, facts, kind) => {
    expect(kindOf(delivered({}), delivered(facts))).toBe(kind);
  });

  it('does not ask what texts tell beyond the words that are compared', () => {
    const long = Array.from({ length: 1600 }, (_, i) => `w${i}`);
    expect(kindOf(long, long.slice(560))).toBe('near');
  });
});
