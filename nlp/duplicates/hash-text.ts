/** Finaliser of MurmurHash3: spreads every bit over all 32. */
export const mix = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

const lane = (text: string, seed: number, factor: number): number => {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), factor) + (h >>> 15);
  return mix(h ^ text.length);
};

const SEEDS: readonly (readonly [number, number])[] = [
  [0x811c9dc5, 0x01000193],
  [0x9e3779b9, 0x85ebca6b],
  [0x2545f491, 0xc2b2ae35],
  [0x27d4eb2f, 0x165667b1],
];

/** 128-bit hash of a text as 32 hexadecimal characters: four multiplicative lanes, not meant against an attacker. */
export function hashText(text: string): string {
  return SEEDS.map(([seed, factor]) => (lane(text, seed, factor) >>> 0).toString(16).padStart(8, '0')).join('');
}
