import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, type AnalyzeInput, analyze, FEATURES } from '../../nlp/analyze.ts';
import { growth, LINEAR } from '../support/growth.ts';

/** Features with + (positive), - (negative), 0 (neutral), ~ (mixed), in the order of the taxonomy. */
function tagsOf(input: AnalyzeInput): string {
  const marks = { positive: '+', negative: '-', neutral: '0', mixed: '~' };
  return Object.entries(analyze(input).features)
    .map(([feature, polarity]) => `${feature}${marks[polarity]}`)
    .join(' ');
}

describe('analyze tags features with their polarity', () => {
  it.each([
    // cameras of every kind
    ['The 10x zoom is amazing, I can shoot birds from across the lake.', 'field_of_view+'],
    ['Battery barely lasts an afternoon of shooting.', 'battery-'],
    ['The autofocus hunts in dim rooms and half my shots come out soft.', 'clarity-'],
    ['Pan and tilt are smooth and it follows my toddler around the room.', 'field_of_view+'],
    ['The floodlight is bright enough to light the whole driveway.', 'lighting+'],
    ['It survived a winter at minus thirty without a hiccup.', 'weatherproofing+'],
    ['It records over the card without asking and I lost a week of clips.', 'recording-'],
    ['Low light performance of the sensor is superb', 'night_vision+'],
    // implied
    ['Package came two days early, well packed.', 'delivery+'],
    ['Two years of daily use and still going strong.', 'reliability+'],
    ['My grandmother can use it without help.', 'usability+'],
    ['Sends me a push as soon as somebody walks up the drive.', 'motion_alerts+'],
    ["It can't see the left half of the porch.", 'field_of_view-'],
    // negation, contrast, wish, before and after
    ['Video is choppy on live view but the recordings are fine.', 'connectivity- recording+'],
    ['The picture is not sharp', 'clarity-'],
    ['I wish it had a louder speaker.', 'audio-'],
    ['Died after three weeks.', 'reliability-'],
    ['No monthly fee, everything goes to the SD card.', 'recording+ subscription+'],
    ['Has fewer functions than the description promises.', 'feature_set-'],
    ['Never buying from this company again.', 'brand-'],
    ['The picture is better than on my previous one.', 'clarity+'],
    // translated, without grammar, lists
    [
      'image clear, delivery fast, install simple, seller attitude good',
      'clarity+ install_ease+ delivery+ customer_service+',
    ],
    ['The signal is stable, no lag, picture not card', 'connectivity+'],
    ['logistics very fast, packing tight, not damage', 'delivery+'],
    // nothing of the taxonomy
    ['Great product, love it!', ''],
    ['Junk.', ''],
    ['👍👍👍', ''],
    ['', ''],
  ])('%s → %s', (text, wanted) => expect(tagsOf({ text })).toBe(wanted));

  it('gives a text in another language no tags', () => {
    const found = analyze({
      text: 'Das Bild ist scharf, aber die App stürzt ständig ab und der Kundendienst schweigt.',
    });
    expect(found).toEqual({ language: 'de', sentiment: { label: 'neutral', score: 0 }, features: {}, mentions: [] });
  });

  it('reads the title too, and marks where it found what', () => {
    const found = analyze({ title: 'Terrible battery life', text: 'That is all I have to say.', rating: 1 });
    expect(found.features).toEqual({ battery: 'negative' });
    expect(found.mentions).toMatchObject([{ feature: 'battery', field: 'title', quote: 'Terrible battery' }]);
    expect(found.sentiment.label).toBe('negative');
  });

  it('shows the words that decided', () => {
    const text = 'Well, the picture quality of this one is really excellent.';
    const [mention] = analyze({ text }).mentions;
    expect(mention?.quote).toBe('picture quality');
    expect(text.slice(mention?.cue?.start, mention?.cue?.end)).toBe('excellent');
  });

  it.each([
    ['The picture quality is not good at all.', 'not'],
    ['We never got good picture quality out of it.', 'never'],
    ['The picture quality is good.', undefined],
  ])('in "%s" the word that turned the judgement round is %s', (text, word) => {
    const [mention] = analyze({ text }).mentions;
    const { cue, negator } = mention ?? {};
    expect(negator && text.slice(negator.start, negator.end)).toBe(word);
    if (negator) {
      expect(negator.start).toBeGreaterThanOrEqual(cue?.start ?? Number.POSITIVE_INFINITY);
      expect(negator.end).toBeLessThanOrEqual(cue?.end ?? 0);
    }
  });

  it('keeps the offsets of the text as given behind emoji, marks, entities and tags', () => {
    const text = '😀 e\u0301 &amp; <b>so:</b> the picture quality is great';
    const [mention] = analyze({ text }).mentions;
    expect(mention && text.slice(mention.start, mention.end)).toBe('picture quality');
  });

  it('lets the stars decide only what the words leave open', () => {
    expect(analyze({ text: 'The picture quality is terrible.', rating: 5 }).features).toEqual({ clarity: 'negative' });
  });

  it('has the 22 features of the guide', () => expect(FEATURES).toHaveLength(22));
});

describe('analyze judges given spans', () => {
  it.each([
    ['The food was great but the service was terribly slow', 'food', 'positive'],
    ['The food was great but the service was terribly slow', 'service', 'negative'],
    ['I love the screen, the keyboard however is mushy', 'screen', 'positive'],
    ['I love the screen, the keyboard however is mushy', 'keyboard', 'negative'],
    ['The trackpad is a bit finicky', 'trackpad', 'negative'],
    ['It has a built in webcam', 'webcam', 'neutral'],
    ['I wish the volume were louder', 'volume', 'negative'],
    ['the lens is sharp and the menu is a mess', 'menu', 'negative'],
  ])('%s: %s is %s', (text, aspect, polarity) => {
    const start = text.indexOf(aspect);
    const span = { start, end: start + aspect.length };
    expect(analyze({ text, aspects: [span] }).aspects).toEqual([{ ...span, polarity }]);
  });
});

function checkSpans(found: Analysis, input: AnalyzeInput): void {
  for (const { field, start, end, quote, cue, negator } of found.mentions) {
    const source = field === 'title' ? (input.title ?? '') : input.text;
    expect(start).toBeLessThan(end);
    expect(source.slice(start, end)).toBe(quote);
    expect(quote).not.toBe('');
    if (cue) expect(source.slice(cue.start, cue.end)).toHaveLength(cue.end - cue.start);
    if (negator) expect(cue && cue.start <= negator.start && negator.end <= cue.end).toBe(true);
  }
  for (const { feature } of found.mentions) expect(Object.keys(found.features)).toContain(feature);
  expect(Math.abs(found.sentiment.score)).toBeLessThanOrEqual(1);
}

describe('analyze never throws', () => {
  const words = fc.constantFrom(
    'picture',
    'not',
    'great',
    'battery',
    'app',
    'but',
    'the',
    'wifi',
    'drops',
    'no',
    'lag',
    '😀',
    '\ud800',
    '<br>',
    '&amp;',
    '!',
    '…',
    'é',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
  );

  it('and answers spans inside the text whose quote is exactly that slice', () => {
    fc.assert(
      fc.property(texts, texts, fc.option(fc.integer({ min: 1, max: 5 })), (title, text, rating) => {
        const input = {
          title,
          text,
          rating: rating ?? undefined,
          aspects: [
            { start: 0, end: 5 },
            { start: 7, end: 9_999 },
          ],
        };
        checkSpans(analyze(input), input);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one long word', 'a'],
    ['commas', 'a,'],
    ['opening brackets', '('],
    ['emoji', '😀'],
    ['one sentence without end', 'the picture is not very clear and the app is great '],
    ['words of contrast', 'but '],
    ['open tags', '<b '],
    ['ampersands', '&a'],
  ])('and takes no longer than its length asks for: %s', (_, part) => {
    expect(growth((text) => analyze({ text }), part)).toBeLessThan(LINEAR);
  });
});
