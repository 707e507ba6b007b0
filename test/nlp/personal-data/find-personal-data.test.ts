import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../nlp/personal-data.ts';
import { growth, LINEAR } from '../../support/growth.ts';

const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('e-mail addresses', () => {
  it.each([
    ['Write to jane.doe@example.com.', 'jane.doe@example.com'],
    ["<o'neil+cam_2@mail.example.co.uk>", "o'neil+cam_2@mail.example.co.uk"],
    ['JANE@EXAMPLE.COM,thanks', 'JANE@EXAMPLE.COM'],
    ['mailto:jörg.müller@müller-söhne.example', 'jörg.müller@müller-söhne.example'],
    ['"jane doe"@example.org', '"jane doe"@example.org'],
    ['root@[192.0.2.7]', 'root@[192.0.2.7]'],
    ['jane＠example．com', 'jane＠example．com'],
    ['ja\u200bne@exam\u200bple.com', 'ja\u200bne@exam\u200bple.com'],
    ['jane&#64;example.com', 'jane&#64;example.com'],
    ['jane @ example.com', 'jane @ example.com'],
    ['jane (at) example dot com', 'jane (at) example dot com'],
    ['jane[at]example[dot]com please', 'jane[at]example[dot]com'],
    ['jane.doe at gmail dot com', 'jane.doe at gmail dot com'],
    ['jane at gmail.com', 'jane at gmail.com'],
    ['john AT company DOT com', 'john AT company DOT com'],
    ['用户@例子.广告', '用户@例子.广告'],
    ['a@x.example.And then', 'a@x.example.And'],
  ])('%s', (text, address) => expect(found(text)).toEqual([`e-mail: ${address}`]));

  it.each([
    'Bought it at amazon.com last week',
    'Look at example dot com for deals',
    'Follow me @jane or @cam.fan',
    'I have 2 at home. It is fine',
    'Works at some point in my view',
    'Looking at it. In the end fine',
    'a@b',
  ])('not: %s', (text) => expect(found(text)).toEqual([]));
});

describe('phone numbers', () => {
  it.each([
    '+1 202-555-0143',
    '(202) 555-0143',
    '202.555.0143',
    '1-800-555-0199',
    '2025550143',
    '+44 20 7946 0958',
    '+44 (0)20 7946 0958',
    '020 7946 0958',
    '07700 900123',
    '+49 30 901820',
    '030/901820',
    '0171 2345678',
    '06 12 34 56 78',
    '+33 6 12 34 56 78',
    '98765 43210',
    '+91-98765-43210',
    '612 345 678',
    '0049 30 901820',
    '１２０２−５５５−０１４３',
    '202-555-0143 ext. 42',
  ])('%s', (number) => expect(found(`It broke, ${number} is where they answer`)).toEqual([`phone: ${number}`]));

  it.each([
    ['call 555-0143', '555-0143'],
    ['my number is 57123456', '57123456'],
    ['Tel.: 40 61 23 45', '40 61 23 45'],
    ['In 2019 202-555-0143 was the number', '202-555-0143'],
  ])('called so: %s', (text, number) => expect(found(text)).toEqual([`phone: ${number}`]));

  it.each([
    'Order 113-4567890-1234567 never came',
    'order number 2025550143',
    'Serial no. 98765 43210',
    'Tracking: 1Z999AA10123456784',
    'on 2019-08-01 and 01/08/2019 12:30',
    '1920x1080, or 1080/1920, or 3840 x 2160',
    'cost $1,299.00 then 1.299,00',
    'from 2018-2019',
    'the address 192.168.100.101',
    'model DS-2CD2043-1234567',
    'ISBN 978-3-16-148410-0',
    'a range of 800-1200 feet',
    'B07X1234567',
    'https://example.com/item/2025550143',
    '10000000 pixels, 3.1415926535',
    'version 5.12.2345678',
    '5,000,000 and 1 000 000 000 times',
  ])('not: %s', (text) => expect(found(text)).toEqual([]));
});

describe('cards and accounts', () => {
  it.each([
    ['4111 1111 1111 1111', 'card'],
    ['5500-0000-0000-0004', 'card'],
    ['340000000000009', 'card'],
    ['DE89 3704 0044 0532 0130 00', 'iban'],
    ['GB82WEST12345698765432', 'iban'],
    ['fr14 2004 1010 0505 0001 3m02 606', 'iban'],
  ])('%s is a %s', (text, kind) => expect(found(`paid with ${text}, ok`)).toEqual([`${kind}: ${text}`]));

  it.each(['4111 1111 1111 1112', 'DE89 3704 0044 0532 0130 01', '0000 0000 0000 0000', 'DE89 3704'])(
    'not, by its check digits or length: %s',
    (text) => expect(found(`serial ${text}`)).toEqual([]),
  );
});

describe('any text', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        'a',
        '@',
        '.',
        '1',
        '12',
        '555',
        ' ',
        '-',
        '(',
        ')',
        '+',
        ' at ',
        ' dot ',
        '\u200b',
        '０',
        'DE89',
        '😀',
        '\ud800',
      ),
    )
    .map((parts) => parts.join(''));

  it('gives spans within it, in order, that do not overlap', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        let end = 0;
        for (const span of findPersonalData(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '@',
    'a@',
    'a.',
    '1',
    '1 ',
    '12 34 ',
    '(',
    '+1-',
    ' at ',
    'x (at) ',
    'a (at) b . c ',
    'DE12 ',
    '"@',
    'a-',
    '😀',
  ])('takes no longer than its length asks for: "%s"', (part) => {
    expect(growth(findPersonalData, part)).toBeLessThan(LINEAR);
  });
});
