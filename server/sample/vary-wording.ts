import { OTHER_WORDS } from './phrases/wording.ts';
import type { Random } from './random.ts';

const OTHERS = new Map(OTHER_WORDS.map(([words, ...others]) => [words, others]));
/** Longer wordings first: "the whole" before "whole". */
const ANY_WORDS = new RegExp(`\\b(?:${[...OTHERS.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`, 'g');
const CHANGED = 0.6;

/** Says the same with other words here and there. */
export function varyWording(clause: string, random: Random): string {
  return clause
    .replace(ANY_WORDS, (words) => (random.chance(CHANGED) ? random.pick(OTHERS.get(words)!) : words))
    .replace(/\ba (?=[aei])/g, 'an ');
}
