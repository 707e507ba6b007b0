import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAdvertising, findLinks, findRudeWords, tellUnreadable } from '../../../nlp/screen.ts';
import { growth, LINEAR } from '../../support/growth.ts';

const cut = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

const rude = (text: string, strength: string) => findRudeWords(text).filter((word) => word.strength === strength);

describe('rude words', () => {
  it.each([
    ['This is fucking useless', 'fucking'],
    ['What a piece of SHIT!', 'SHIT'],
    ['total sh1t', 'sh1t'],
    ['f*ck this', 'f*ck'],
    ['f**king app', 'f**king'],
    ['fuuuuck', 'fuuuuck'],
    ['f u c k this thing', 'f u c k'],
    ['sh.it happens', 'sh.it'],
    ['ｆｕｃｋ', 'ｆｕｃｋ'],
    ['support are a$$holes', 'a$$holes'],
    ['bull\u200bshit', 'bull\u200bshit'],
    ['so eine Scheiße', 'Scheiße'],
  ])('strong: %s', (text, word) => expect(cut(text, rude(text, 'strong'))).toEqual([word]));

  it.each([
    'The cockpit view of Dick Smith in Scunthorpe is damn good',
    'An assistant in class passed the glass',
    'I shift it and switch it. It sits in the shade',
    'Grape and analysis, cumulative, therapist',
    'Hello shell, 5 stars, f 1 2 3',
    '*** five stars ***',
    'It is *not* bad',
  ])('not strong: %s', (text) => expect(cut(text, rude(text, 'strong'))).toEqual([]));

  it.each([
    ['damn good camera', 'damn'],
    ['it sucks', 'sucks'],
  ])('mild: %s', (text, word) => expect(cut(text, rude(text, 'mild'))).toEqual([word]));
});

describe('links', () => {
  it.each([
    ['see https://cams.example/deal?x=1.', 'https://cams.example/deal?x=1'],
    ['at www.cams.example now', 'www.cams.example'],
    ['at bit.ly/abc12', 'bit.ly/abc12'],
    ['cams (dot) com', 'cams (dot) com'],
  ])('%s', (text, link) => expect(cut(text, findLinks(text))).toEqual([link]));
  it.each(['I bought it at a shop.It works', 'version 2.1/2.2', 'bought from example.com', 'and/or'])(
    'not: %s',
    (text) => expect(findLinks(text)).toEqual([]),
  );
});

describe('advertising', () => {
  it.each([
    'Use code SAVE20 for it',
    'promo code: CAM-15 works',
    'Visit my shop for more',
    'check out our new store',
    'Click here to win',
    'DM me on instagram',
    'Contact us via WhatsApp',
    'Follow me on TikTok',
    'earn $500 per day',
    'besuchen Sie unseren Shop',
  ])('%s', (text) => expect(findAdvertising(text)).toHaveLength(1));
  it.each([
    'I entered the code from the manual',
    'The QR code does not scan, use code from the box',
    'I visited the shop, see my photos',
    'It texts me when someone comes',
    'Support called me on Monday',
    'they contact me at once',
    'I check my site with it',
  ])('not: %s', (text) => expect(cut(text, findAdvertising(text))).toEqual([]));
});

describe('what says nothing', () => {
  it.each([
    '...',
    '- -',
    'asdf asdf',
    'sdkfjhskdjfh',
    'aaaaaaaaa',
    'qwertyuiop',
    'N/A',
    'good good good good good good',
    'xxxxx',
  ])('%s', (text) => expect(tellUnreadable(text)).toBeTypeOf('string'));
  it.each([
    'Ok',
    '👍👍',
    '10/10',
    'Good!',
    'Sehr gut',
    'とても良い',
    'HD CCTV NVR',
    'Great property',
    'Strengths: wifi',
    'Sooooo good',
    'Works',
  ])('not: %s', (text) => expect(tellUnreadable(text)).toBeUndefined());
});

it.each(['fuck', 'f u c k ', 'a.', 'use code ', 'www.', '*', 'visit my ', 'a-', 'http://', '\u200b'])(
  'takes no longer than its length asks for: "%s"',
  (part) => {
    for (const find of [findRudeWords, findLinks, findAdvertising, tellUnreadable])
      expect(growth(find, part)).toBeLessThan(LINEAR);
  },
);

it('gives spans within any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { start, end } of [...findRudeWords(text), ...findLinks(text), ...findAdvertising(text)]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
