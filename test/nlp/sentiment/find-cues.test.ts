import { describe, expect, it } from 'vitest';
import { read } from '../../../nlp/sentiment/read.ts';

/** The judging words of a text with the sign that the sentence gives them. */
function cues(text: string): string[] {
  const { tokens, cues: found } = read(text);
  return found.map(
    ({ from, to, valence }) => `${valence > 0 ? '+' : '−'}${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}`,
  );
}

describe('findCues', () => {
  it.each([
    ['The picture is great', ['+great']],
    ['The picture is not great', ['−not great']],
    ['It never crashes', ['+never crashes']],
    ['Not only cheap but great', ['−cheap', '+great']],
    ['It would be nice if it were louder', ['−would be nice']],
    ['I wish it were reliable', ['−I wish', '−reliable']],
    ['no problem at all', ['+no problem']],
    ['a hard drive', []],
    ['Top notch service', ['+Top notch']],
    ['👎', ['−👎']],
    ['It works well', ['+works well']],
    ['There is hardly any delay', ['+hardly any delay']],
    ['No dropouts since June', ['+No dropouts']],
    ['Fewer false alarms now', ['+Fewer false']],
    ['It nails it every time', ['+nails it']],
    ['The hinge gave up in May', ['−gave up']],
    ['I can not fault the hinge', ['+can not fault']],
    ['It worked great until May', []],
    ['Reacts instead of hanging up', ['+instead of hanging up']],
    ['Can you hear the canned answer', ['−canned']],
    ['Not as clear as mud', ['−Not as clear']],
  ])('%s → %j', (text, wanted) => expect(cues(text)).toEqual(wanted));
});
