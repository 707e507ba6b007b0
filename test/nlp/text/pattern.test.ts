import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../nlp/text/match-patterns.ts';
import { compilePatterns, expandGroups } from '../../../nlp/text/pattern.ts';
import { tokenize } from '../../../nlp/text/tokenize.ts';

function found(lines: string, text: string): string[] {
  const matcher = createMatcher(compilePatterns(lines, (line) => line, { time: 'day =weeks' }));
  const tokens = tokenize(text);
  return matcher.match(tokens).map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

describe('patterns', () => {
  it.each([
    ['install', 'Installing it', ['Installing']],
    ['=install', 'Installing it', []],
    ['battery|cable short', 'the cables short', ['cables short']],
    ['is very? clear', 'is clear', ['is clear']],
    ['is very? clear', 'is very clear', ['is very clear']],
    ['picture *3 clear', 'The picture was very clear', ['picture was very clear']],
    ['picture *3 clear', 'The picture, all in all, clear', []],
    ['picture *3 clear', 'The picture but not clear', []],
    ['picture *1 clear', 'picture is not very clear', []],
    ['no !more lag', 'no lag', ['no lag']],
    ['video !doorbell', 'video doorbell, video', ['video']],
    ['{set up|install} {easy|a breeze}', 'set up a breeze', ['set up a breeze']],
    ['# @time', 'after 3 weeks or two days', ['3 weeks', 'two days']],
    ['wi fi', 'Wi-Fi', ['Wi-Fi']],
    ['wi fi', 'wi. fi', []],
  ])('%s in "%s" finds %j', (lines, text, wanted) => expect(found(lines, text)).toEqual(wanted));

  it('keeps single words of a group together when it writes the group out', () => {
    expect(expandGroups('{a|b|c d} e')).toEqual(['a|b e', 'c d e']);
  });

  it.each(['*2 word', 'word? other', '!no word', '{a b', '@unknown'])('refuses "%s"', (line) => {
    expect(() => compilePatterns(line, () => 0, {})).toThrow();
  });
});
