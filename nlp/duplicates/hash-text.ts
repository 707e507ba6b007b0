import { writeCodes } from './code-units.ts';

/** Finaliser of MurmurHash3: spreads every bit over all 32. */
export const mix = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** A 128-bit hash as four signed 32-bit whole numbers. */
export type Hash = readonly [number, number, number, number];

const SPACE = 0x20;

const usualLetters = new Uint16Array(1 << 14);

/** Hash of the first `length` codes but the spaces: four multiplicative lanes, not meant against an attacker. */
export function hashCodes(codes: Uint16Array, length: number): Hash {
  const letters = length <= usualLetters.length ? usualLetters : new Uint16Array(length);
  let count = 0;
  for (let i = 0; i < length; i += 1) {
    const code = codes[i]!;
    letters[count] = code;
    // No jump: where words end, the processor cannot foresee.
    count += -(code ^ SPACE) >>> 31;
  }
  let a = 0x811c9dc5 | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x2545f491;
  let d = 0x27d4eb2f;
  for (let i = 0; i < count; i += 1) {
    const code = letters[i]!;
    a = (Math.imul(a ^ code, 0x01000193) + (a >>> 15)) | 0;
    b = (Math.imul(b ^ code, 0x85ebca6b) + (b >>> 15)) | 0;
    c = (Math.imul(c ^ code, 0xc2b2ae35) + (c >>> 15)) | 0;
    d = (Math.imul(d ^ code, 0x165667b1) + (d >>> 15)) | 0;
  }
  return [mix(a ^ count), mix(b ^ count), mix(c ^ count), mix(d ^ count)];
}

/** 32 hexadecimal characters. */
export const toHex = (hash: Hash): string => hash.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');

/** The hash of a text's characters but the spaces. */
export const hashText = (text: string): Hash => hashCodes(writeCodes(text), text.length);
