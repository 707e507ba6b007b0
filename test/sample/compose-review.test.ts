import { describe, expect, it } from 'vitest';
import { CAMERAS, type Camera } from '../../server/sample/cameras.ts';
import { composeReview } from '../../server/sample/compose-review.ts';
import { expandPhrase } from '../../server/sample/expand-phrase.ts';
import { DEVICE_PHRASES } from '../../server/sample/phrases/device-phrases.ts';
import { CLOSERS, OPENERS, OVERALL, TITLES } from '../../server/sample/phrases/frame-phrases.ts';
import { IMAGE_PHRASES } from '../../server/sample/phrases/image-phrases.ts';
import { NETWORK_PHRASES } from '../../server/sample/phrases/network-phrases.ts';
import type { PhraseSet } from '../../server/sample/phrases/phrase-set.ts';
import { TRADE_PHRASES } from '../../server/sample/phrases/trade-phrases.ts';
import { TRANSLATED } from '../../server/sample/phrases/translated-phrases.ts';
import { USE_PHRASES } from '../../server/sample/phrases/use-phrases.ts';
import { TAILS } from '../../server/sample/phrases/wording.ts';
import { createRandom } from '../../server/sample/random.ts';
import { phraseKeys, profileAt } from '../../server/sample/trends.ts';

const PHRASES: Record<string, PhraseSet> = {
  ...IMAGE_PHRASES,
  ...NETWORK_PHRASES,
  ...DEVICE_PHRASES,
  ...USE_PHRASES,
  ...TRADE_PHRASES,
};
const FEATURES = [
  'clarity',
  'night_vision',
  'field_of_view',
  'install_ease',
  'usability',
  'connectivity',
  'app',
  'motion_alerts',
  'recording',
  'subscription',
  'audio',
  'lighting',
  'battery',
  'weatherproofing',
  'build',
  'reliability',
  'feature_set',
  'value',
  'delivery',
  'customer_service',
  'brand',
  'privacy',
];
const camera = (part: string): Camera => CAMERAS.find(({ product }) => product.includes(part))!;
const quiet = { month: 5, isHolidayTrouble: false };

describe('the phrases', () => {
  it.each(FEATURES)('of %s: at least eight to praise, six to blame, three to state', (feature) => {
    const { positive, negative, neutral } = PHRASES[feature]!;
    expect([positive.length >= 8, negative.length >= 6, neutral.length >= 3]).toEqual([true, true, true]);
    expect(new Set([...positive, ...negative, ...neutral]).size).toBe(
      positive.length + negative.length + neutral.length,
    );
  });

  it('all expand for all cameras, with nothing of the notation left', () => {
    const frames = [OPENERS, ...[CLOSERS, OVERALL, TITLES, TAILS].flatMap((groups) => Object.values(groups))].flat();
    const clauses = Object.values(PHRASES).flatMap(({ positive, negative, neutral }) => [
      ...positive,
      ...negative,
      ...neutral,
    ]);
    const random = createRandom(7);
    for (const phrase of [...frames, ...clauses, ...TRANSLATED.map(({ text }) => text)]) {
      for (const { slots } of CAMERAS) expect(expandPhrase(phrase, slots, random)).not.toMatch(/[[\]<>|]| {2}/);
    }
  });

  it('cameras name known features only, and every feature is spoken of somewhere', () => {
    expect(new Set(CAMERAS.flatMap(({ profile }) => Object.keys(profile)))).toEqual(new Set(FEATURES));
  });
});

describe('expandPhrase', () => {
  const random = createRandom(3);
  it.each([
    ['[one]', 'one'],
    ['a <kind> by <brand>', 'a dome by Solvane'],
    ['<Kind>', 'Dome'],
    ['[<kind>|<kind>] it is', 'dome it is'],
  ])('%s → %s', (phrase, text) =>
    expect(expandPhrase(phrase, { kind: ['dome'], brand: ['Solvane'] }, random)).toBe(text),
  );
  it('does not repeat a word of a slot', () => {
    const words = expandPhrase('<w> <w> <w>', { w: ['a', 'b', 'c'] }, random)
      .split(' ')
      .sort();
    expect(words).toEqual(['a', 'b', 'c']);
  });
  it('a slot nobody knows is an error', () =>
    expect(() => expandPhrase('<nothing>', {}, random)).toThrow('no slot nothing'));
});

describe('stars follow the judgements', () => {
  const meanStars = (content: number) => {
    const random = createRandom(11);
    const profile = Object.fromEntries(FEATURES.map((feature) => [feature, [1, content] as const]));
    const reviews = Array.from({ length: 400 }, () => composeReview({ ...camera('Dome'), profile }, quiet, random));
    return reviews.reduce((sum, { rating }) => sum + rating, 0) / reviews.length;
  };
  it('content buyers give many, the others few', () => {
    expect(meanStars(0.97)).toBeGreaterThan(4.3);
    expect(meanStars(0.5)).toBeGreaterThan(3);
    expect(meanStars(0.5)).toBeLessThan(4);
    expect(meanStars(0.03)).toBeLessThan(2.2);
  });
});

describe('what moves', () => {
  const content = (product: string, feature: string, month: number, isHolidayTrouble = false) =>
    profileAt(camera(product), feature, { month, isHolidayTrouble })![1];
  const weight = (product: string, feature: string, month: number, isHolidayTrouble = false) =>
    profileAt(camera(product), feature, { month, isHolidayTrouble })![0];

  it('the outdoor camera’s night vision improves with a hardware revision', () => {
    expect(content('Outdoor', 'night_vision', 8)).toBeLessThan(0.4);
    expect(content('Outdoor', 'night_vision', 10)).toBeGreaterThan(0.8);
    expect(content('Dome', 'night_vision', 8)).toBe(content('Dome', 'night_vision', 10));
  });
  it('the doorbell’s app gets worse with an update, and more is said about it', () => {
    expect(content('Doorbell', 'app', 12) - content('Doorbell', 'app', 13)).toBeGreaterThan(0.5);
    expect(weight('Doorbell', 'app', 13)).toBeGreaterThan(weight('Doorbell', 'app', 12));
    expect(phraseKeys(camera('Doorbell'), 'app', { ...quiet, month: 13 })).toContain('app_update');
    expect(phraseKeys(camera('Indoor'), 'app', { ...quiet, month: 13 })).toEqual(['app']);
  });
  it('subscriptions grow unpopular month by month', () => {
    for (const { product } of CAMERAS)
      expect(content(product, 'subscription', 16)).toBeLessThan(content(product, 'subscription', 2) - 0.3);
  });
  it('one winter the deliveries fail', () => {
    expect(content('Mini', 'delivery', 8, true)).toBeLessThan(content('Mini', 'delivery', 8) - 0.5);
  });
  it('a feature a camera lacks is never spoken of', () => {
    expect(profileAt(camera('Indoor'), 'weatherproofing', quiet)).toBeUndefined();
  });
});
