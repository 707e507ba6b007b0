import { SLOTS } from './phrases/slots.ts';
import type { Random } from './random.ts';

/** Words a camera brings along for `<kind>`, `<brand>`, `<lamp>`, `<place>` and the like. */
export type CameraSlots = Readonly<Record<string, readonly string[]>>;

/**
 * Fills one phrase: `[a|b]` becomes one of its choices, `<slot>` a word of that slot, `<Slot>` the same with a capital.
 * A slot that stands twice in a phrase gets different words. Throws an Error for a slot nobody knows.
 */
export function expandPhrase(phrase: string, slots: CameraSlots, random: Random): string {
  const chosen = phrase.replace(/\[([^[\]]*)\]/g, (_match, choices: string) => random.pick(choices.split('|')));
  const used = new Set<string>();
  const filled = chosen.replace(/<([A-Za-z]+)>/g, (_match, name: string) => {
    const key = name.toLowerCase();
    const words = slots[key] ?? (SLOTS as CameraSlots)[key];
    if (!words) throw new Error(`There is no slot ${name}`);
    const fresh = words.filter((word) => !used.has(word));
    const word = random.pick(fresh.length > 0 ? fresh : words);
    used.add(word);
    return key === name ? word : capitalise(word);
  });
  return filled.replace(/ {2,}/g, ' ').trim();
}

export const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
