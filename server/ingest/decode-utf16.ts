/** The order of bytes that a byte order mark tells; undefined for anything but UTF-16. */
export function utf16Order(head: Uint8Array): 'little' | 'big' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'little';
  return head[0] === 0xfe && head[1] === 0xff ? 'big' : undefined;
}

/** UTF-8 has no such byte: where half a character stands in UTF-16, the row it is in is found faulty. */
const BROKEN = Buffer.from([0xff]);

const encode = (text: string): Buffer =>
  (text as string & { isWellFormed(): boolean }).isWellFormed()
    ? Buffer.from(text, 'utf8')
    : Buffer.concat([...text].map((char) => (/^\p{Cs}$/u.test(char) ? BROKEN : Buffer.from(char, 'utf8'))));

/** UTF-16 with a byte order mark, in pieces of any size, as UTF-8 without one. */
export async function* utf16ToUtf8(
  chunks: AsyncIterable<Uint8Array>,
  order: 'little' | 'big',
): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let end = bytes.length - (bytes.length % 2);
    const isHigh = (at: number) => ((order === 'little' ? bytes[at + 1]! : bytes[at]!) & 0xfc) === 0xd8;
    if (end >= 2 && isHigh(end - 2)) end -= 2;
    const whole = Buffer.from(bytes.subarray(0, end));
    rest = Buffer.from(bytes.subarray(end));
    if (order === 'big') whole.swap16();
    const text = whole.toString('utf16le');
    if (end > 0) yield encode(isFirst ? text.replace(/^\ufeff/, '') : text);
    if (end > 0) isFirst = false;
  }
  if (rest.length > 0) yield BROKEN;
}
