import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRuns, markText } from '../../../client/state/marks.ts';
import type { Mention } from '../../../server/contract/reviews.ts';

const mention = (more: Partial<Mention>): Mention => ({
  feature: 'night_vision',
  polarity: 'negative',
  field: 'text',
  start: 0,
  end: 0,
  quote: '',
  ...more,
});
const TEXT = 'By day fine. At night it is too dark to see.';
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const NIGHT = mention({ ...at('At night'), cue: at('too dark') });

describe('marked text', () => {
  it('marks what is spoken of and, apart from it, what decided', () => {
    const runs = markText(TEXT, [NIGHT], 'text').filter((run) => run.polarity !== null);
    expect(runs.map(({ text, isCue }) => [text, isCue])).toEqual([
      ['At night', false],
      ['too dark', true],
    ]);
  });
  it('sets the word that turned it round apart from the rest of the cue', () => {
    const text = 'The lens is not very sharp.';
    const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const turned = mention({ ...span('lens'), cue: span('not very sharp'), negator: span('not') });
    const runs = markText(text, [turned], 'text').filter((run) => run.isCue);
    expect(runs.map((run) => [run.text, run.isNegator])).toEqual([
      ['not', true],
      [' very sharp', false],
    ]);
  });
  it('sets a cue inside the mention off from the rest of it', () => {
    const inside = mention({ ...at('At night it is too dark'), cue: at('too dark') });
    const runs = markText(TEXT, [inside], 'text').filter((run) => run.polarity !== null);
    expect(runs.map(({ text, isCue }) => [text, isCue])).toEqual([
      ['At night it is ', false],
      ['too dark', true],
    ]);
  });
  it('calls overlapping judgements mixed and names all features', () => {
    const other = mention({ feature: 'clarity', polarity: 'positive', ...at('night') });
    const run = markText(TEXT, [NIGHT, other], 'text').find((entry) => entry.text === 'night');
    expect(run).toMatchObject({ polarity: 'mixed', features: ['night_vision', 'clarity'] });
  });
  it('leaves the other field alone', () => expect(markText('Title', [NIGHT], 'title')).toHaveLength(1));

  it('is the text again when joined, whatever the offsets', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(80), fc.nat(80), fc.nat(80)), { maxLength: 5 }),
        (text, spans) => {
          const mentions = spans.map(([start, end, from, to]) =>
            mention({ start, end, cue: { start: from, end: to }, negator: { start: from, end } }),
          );
          expect(
            markText(text, mentions, 'text')
              .map((run) => run.text)
              .join(''),
          ).toBe(text);
        },
      ),
    ));
});

describe('quotes', () => {
  const filler = 'It was a long day and we had much to carry. '.repeat(20);
  it('keep short texts whole', () => expect(cutRuns(markText(TEXT, [NIGHT], 'text'))).toHaveLength(5));
  it('keep the marks and cut the rest of long texts at words', () => {
    const text = `${filler}At night too dark. ${filler}`;
    const start = text.indexOf('At night');
    const runs = markText(text, [mention({ start, end: start + 8 })], 'text');
    const cut = cutRuns(runs)
      .map((run) => run.text)
      .join('');
    expect(cut).toContain('At night');
    expect(cut.length).toBeLessThan(400);
    expect(cut.startsWith('…')).toBe(true);
    expect(cut.endsWith('…')).toBe(true);
  });
  it('show the beginning when nothing is marked', () => {
    const cut = cutRuns(markText(filler, [], 'text'))
      .map((run) => run.text)
      .join('');
    expect(cut.startsWith('It was a long day')).toBe(true);
    expect(cut.endsWith('…')).toBe(true);
  });
});
