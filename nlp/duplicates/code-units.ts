/** Room for the code units of one text, used again and again; a long text gets its own, which is not kept. */
const usualRoom = new Uint16Array(1 << 14);
export const roomFor = (length: number): Uint16Array =>
  length <= usualRoom.length ? usualRoom : new Uint16Array(length);

/** The code units of a text, in that room. */
export function writeCodes(text: string): Uint16Array {
  const codes = roomFor(text.length);
  for (let i = 0; i < text.length; i += 1) codes[i] = text.charCodeAt(i);
  return codes;
}

/** Arguments of one call: the stack holds some ten thousands at most. */
const AT_ONCE = 4096;

/** The text of the code units from `from` to before `to`. */
export function spell(codes: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += AT_ONCE)
    text += String.fromCharCode.apply(null, codes.subarray(at, Math.min(to, at + AT_ONCE)) as unknown as number[]);
  return text;
}
