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
  ])('%s → %j', (text, wanted) => expect(cues(text)).toEqual(wanted));
});
