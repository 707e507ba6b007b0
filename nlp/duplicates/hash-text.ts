/** Finaliser of MurmurHash3: spreads every bit over all 32. */
export const mix = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** 128-bit hash of a text as 32 hexadecimal characters: four multiplicative lanes, not meant against an attacker. */
export function hashText(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  let c = 0x2545f491;
  let d = 0x27d4eb2f;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) + (a >>> 15);
    b = Math.imul(b ^ code, 0x85ebca6b) + (b >>> 15);
    c = Math.imul(c ^ code, 0xc2b2ae35) + (c >>> 15);
    d = Math.imul(d ^ code, 0x165667b1) + (d >>> 15);
  }
  return [a, b, c, d].map((lane) => (mix(lane ^ text.length) >>> 0).toString(16).padStart(8, '0')).join('');
}
