import { EMOJI } from './phrases/frame-phrases.ts';
import type { Random } from './random.ts';
import type { Mood } from './write-text.ts';

/** What haste and habit do to a text. */
export function styleText(text: string, mood: Mood, random: Random): string {
  let styled = text;
  if (random.chance(0.13)) styled = addTypos(styled, random.int(1, 3), random);
  if (random.chance(0.09)) styled = lowerAll(styled, random);
  if (random.chance(0.02)) styled = styled.toUpperCase();
  if (random.chance(0.08))
    styled = `${styled} ${random.pick(EMOJI[mood])}${random.chance(0.3) ? random.pick(EMOJI[mood]) : ''}`;
  if (random.chance(0.08)) styled = styled.replace(/\.$/, '');
  if (random.chance(0.05)) styled = styled.replaceAll('’', "'");
  return styled;
}

/** All lower case, and now and then without any punctuation but full stops. */
function lowerAll(text: string, random: Random): string {
  const lower = text.toLowerCase();
  return random.chance(0.4) ? lower.replace(/[,;:–]/g, '').replace(/ {2,}/g, ' ') : lower;
}

/** Swaps, drops or doubles a letter inside `count` longer words. */
export function addTypos(text: string, count: number, random: Random): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (/^[a-z]{5,}$/i.test(word) ? [index] : []));
  for (const index of random.shuffle(long).slice(0, count)) {
    const word = words[index]!;
    const at = random.int(1, word.length - 3);
    const [left, first, second, right] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
    words[index] = left + random.pick([second + first, second, first + first + second]) + right;
  }
  return words.join(' ');
}
