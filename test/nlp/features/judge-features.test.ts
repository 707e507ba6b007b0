import { describe, expect, it } from 'vitest';
import { judgeFeatures } from '../../../nlp/features/judge-features.ts';
import { read } from '../../../nlp/sentiment/read.ts';

const verdictsOn = (feature: string, text: string) =>
  judgeFeatures(read(text)).filter((verdict) => verdict.hit.feature === feature && !verdict.isLoose);

describe('judgeFeatures judges wordings', () => {
  it.each([
    ['reliability', 'It stopped working after a month.', -1],
    ['reliability', 'It never crashes.', 1],
    ['night_vision', 'At night you see next to nothing.', -1],
    ['night_vision', 'At night you see everything.', 1],
    ['battery', 'The battery is not good.', -1],
  ])('%s in "%s" → %i', (feature, text, sign) => {
    const scores = verdictsOn(feature, text).map(({ score }) => Math.sign(score ?? 0));
    expect(scores).toContain(sign);
    expect(scores).not.toContain(-sign);
  });

  it.each([
    ['The speaker is loud, but after an hour it crackles.', true],
    ['The speaker is loud, but the picture is blurry.', false],
    ['The speaker is loud and clear.', false],
  ])('sees whether "%s" takes praise back: %s', (text, wanted) =>
    expect(verdictsOn('audio', text).some(({ isCountered }) => isCountered)).toBe(wanted),
  );

  it.each([
    ['It has a microphone.', 'plain'],
    ['I have not tried the microphone yet.', 'untried'],
    ['The microphone sounds awful.', undefined],
  ])('"%s" is stated: %s', (text, wanted) => expect(verdictsOn('audio', text)[0]?.stated).toBe(wanted));
});
