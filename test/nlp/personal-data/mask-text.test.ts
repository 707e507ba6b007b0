import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPersonalData, maskText } from '../../../nlp/personal-data.ts';

const mask = (text: string) => maskText(text, findPersonalData(text));

it('puts the kind in the place of what was found, and keeps the rest', () => {
  expect(mask('Write jane@example.com or call 202-555-0143 today.').text).toBe('Write [e-mail] or call [phone] today.');
});

it.each([
  ['behind a mask', 'night vision', 'night vision'],
  ['before all masks', 'Write', 'Write'],
  ['around a mask', 'jane@example.com about', '[e-mail] about'],
  ['within a mask', 'example', '[e-mail]'],
])('a span %s leads to the same words', (_, words, wanted) => {
  const text = 'Write jane@example.com about the night vision.';
  const { text: masked, mapSpan } = mask(text);
  const start = text.indexOf(words);
  const span = mapSpan({ start, end: start + words.length });
  expect(masked.slice(span.start, span.end)).toBe(wanted);
});

const piece = fc.constantFrom(
  'Great ',
  'jane@example.com',
  ' call 202-555-0143 ',
  ' 4111 1111 1111 1111, ',
  'picture. ',
  '😀 ',
);
const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

it('every span outside of the masks keeps its words', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
      const spans = findPersonalData(text);
      const start = Math.min(from % (text.length + 1), text.length);
      const end = Math.min(start + (length % 12), text.length);
      const { text: masked, mapSpan } = maskText(text, spans);
      const span = mapSpan({ start, end });
      if (spans.every((other) => other.end <= start || end <= other.start))
        expect(masked.slice(span.start, span.end)).toBe(text.slice(start, end));
      expect(span.start).toBeLessThanOrEqual(Math.max(span.start, span.end));
      expect(span.end).toBeLessThanOrEqual(masked.length);
    }),
  );
});

it('masking again changes nothing', () => {
  fc.assert(fc.property(texts, (text) => void expect(mask(mask(text).text).text).toBe(mask(text).text)));
});
